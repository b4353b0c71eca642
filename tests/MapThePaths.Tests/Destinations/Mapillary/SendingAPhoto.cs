using System.Globalization;
using MapThePaths.Tests.Fixtures;

namespace MapThePaths.Tests.Destinations.Mapillary;

public sealed class SendingAPhoto
{
    private const string Key = "mtpdu_f77f2d2f351a54a14b347fa30e9e73d9.jpg";
    private const string Question = $"GET /mapillary_public_uploads/{Key}";
    private const string Bytes = $"POST /mapillary_public_uploads/{Key}";

    private static readonly Reply Handle = Reply.Json("""{"h":"4:handle"}""");

    private readonly ManualTime _time = new();
    private readonly Progress _progress = new();

    [Fact]
    public async Task A_new_photo_goes_out_in_one_request_without_a_question()
    {
        using var photo = new APhoto();
        await using var server = new ScriptedServer(Handle);

        var receipt = await SendAsync(server, photo, mayBeKnown: false);

        Assert.Equal("4:handle", receipt);
        Assert.Equal([Bytes], server.Lines);
        Assert.Equal(photo.Bytes, server.Requests[0].Body);
    }

    [Fact]
    public async Task The_request_carries_the_headers_of_the_contract_and_no_others_about_its_body()
    {
        using var photo = new APhoto();
        await using var server = new ScriptedServer(Offset(300), Handle);

        await SendAsync(server, photo, mayBeKnown: true);

        var sent = server.Requests[1];
        var names = sent.Headers.Select(header => header.Key).Order(StringComparer.Ordinal);
        Assert.Equal(
            ["Accept", "Accept-Encoding", "Authorization", "Host", "Offset", "Transfer-Encoding", "User-Agent", "X-Entity-Name"],
            names);
        Assert.Equal($"OAuth {Client.Token}", sent.Header("Authorization"));
        Assert.Equal("300", sent.Header("Offset"));
        Assert.Equal(Key, sent.Header("X-Entity-Name"));
        Assert.Equal("chunked", sent.Header("Transfer-Encoding"));
        Assert.StartsWith("mtpdu/", sent.Header("User-Agent"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_photo_that_may_be_known_goes_on_at_the_services_offset()
    {
        using var photo = new APhoto();
        await using var server = new ScriptedServer(Offset(300), Handle);

        await SendAsync(server, photo, mayBeKnown: true);

        Assert.Equal([Question, Bytes], server.Lines);
        Assert.Equal(photo.Bytes[300..], server.Requests[1].Body);
        Assert.Equal([300, 1_000], _progress.Reports);
    }

    private Task<string> SendAsync(ScriptedServer server, APhoto photo, bool mayBeKnown) => Client.Of(server, _time).Sender
        .SendAsync("session", photo.Body, mayBeKnown, _progress, TestContext.Current.CancellationToken);

    private static Reply Offset(long offset) => Reply.Json($$"""{"dc":"x","offset":{{offset.ToString(CultureInfo.InvariantCulture)}}}""");
}
