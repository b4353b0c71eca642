using MapThePaths.Core.Destinations;
using MapThePaths.Tests.Fixtures;
using static MapThePaths.Tests.Destinations.Mapillary.Replies;

namespace MapThePaths.Tests.Destinations.Mapillary;

public sealed class SendingAPhoto : IDisposable
{
    private readonly APhoto _photo = new();
    private readonly Progress _progress = new();

    public void Dispose() => _photo.Dispose();

    [Fact]
    public async Task A_new_photo_goes_out_in_one_request_without_a_question()
    {
        await using var server = new ScriptedServer(Handle);

        var receipt = await SendAsync(server, mayBeKnown: false);

        Assert.Equal("4:handle", receipt);
        Assert.Equal([$"POST /mapillary_public_uploads/{_photo.Key}"], server.Lines);
        Assert.Equal(_photo.Bytes, server.Requests[0].Body);
    }

    [Fact]
    public async Task The_request_carries_the_headers_of_the_contract_and_no_others_about_its_body()
    {
        await using var server = new ScriptedServer(Offset(300), Handle);

        await SendAsync(server, mayBeKnown: true);

        var sent = server.Requests[1];
        Assert.Equal(
            ["Accept", "Accept-Encoding", "Authorization", "Host", "Offset", "Transfer-Encoding", "User-Agent", "X-Entity-Name"],
            sent.Headers.Select(header => header.Key).Order(StringComparer.Ordinal));
        Assert.Equal($"OAuth {Client.Token}", sent.Header("Authorization"));
        Assert.Equal("300", sent.Header("Offset"));
        Assert.Equal(_photo.Key, sent.Header("X-Entity-Name"));
        Assert.Equal("chunked", sent.Header("Transfer-Encoding"));
        Assert.StartsWith("mtpdu/", sent.Header("User-Agent"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_photo_that_may_be_known_goes_on_at_the_offset_of_the_service()
    {
        await using var server = new ScriptedServer(Offset(300), Handle);

        await SendAsync(server, mayBeKnown: true);

        Assert.Equal(["GET", "POST"], server.Requests.Select(request => request.Method));
        Assert.Equal(_photo.Bytes[300..], server.Requests[1].Body);
        Assert.Equal([300, 1_000], _progress.Reports);
    }

    [Fact]
    public async Task A_photo_that_is_there_already_costs_an_empty_request_and_its_file_is_not_needed_any_more()
    {
        await using var server = new ScriptedServer(Offset(1_000), Handle);
        _photo.Vanish();

        var receipt = await SendAsync(server, mayBeKnown: true);

        Assert.Equal("4:handle", receipt);
        Assert.Equal("1000", server.Requests[1].Header("Offset"));
        Assert.Equal("chunked", server.Requests[1].Header("Transfer-Encoding"));
        Assert.Empty(server.Requests[1].Body);
    }

    [Fact]
    public async Task A_photo_of_many_pieces_arrives_whole()
    {
        using var large = new APhoto(length: 3_000_001, header: 70_000);
        await using var server = new ScriptedServer(Handle);

        await Client.Of(server).Sender
            .SendAsync("session", large.Body, mayBeKnown: false, _progress, TestContext.Current.CancellationToken);

        Assert.Equal(large.Bytes, server.Requests[0].Body);
        Assert.Equal(3_000_001, _progress.Reports[^1]);
        Assert.Equal(_progress.Reports.Order(), _progress.Reports);
    }

    [Fact]
    public async Task A_receipt_of_several_lines_is_kept_to_the_last_byte()
    {
        await using var server = new ScriptedServer(Reply.Json("""{"h":"3:first\n3:second \n"}"""));

        var receipt = await SendAsync(server, mayBeKnown: false);

        Assert.Equal("3:first\n3:second \n", receipt);
    }

    [Fact]
    public async Task A_session_that_holds_more_than_the_photo_is_left_alone()
    {
        await using var server = new ScriptedServer(Offset(1_001));

        var failure = await Client.FailureOf(SendAsync(server, mayBeKnown: true));

        Assert.Equal(FailureKind.PhotoRefused, failure.Kind);
        Assert.Equal("session-holds-more", failure.Code);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_file_that_has_become_shorter_is_refused_and_its_end_is_never_announced()
    {
        await using var server = new ScriptedServer(Handle, Handle);
        _photo.ShrinkTo(500);

        var failure = await Client.FailureOf(SendAsync(server, mayBeKnown: false));

        Assert.Equal(FailureKind.PhotoRefused, failure.Kind);
        Assert.Equal("changed-while-sending", failure.Code);
        Assert.True(server.Requests.Count <= 1, "The photo was tried again.");
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_is_not_taken_for_trouble_with_the_network()
    {
        await using var server = new ScriptedServer(Handle, Handle);
        _photo.Vanish();

        var failure = await Client.FailureOf(SendAsync(server, mayBeKnown: false));

        Assert.Equal(FailureKind.PhotoRefused, failure.Kind);
        Assert.Equal("unreadable", failure.Code);
    }

    [Fact]
    public async Task Cancellation_stays_cancellation()
    {
        await using var server = new ScriptedServer(Reply.Never);
        using var cancel = new CancellationTokenSource();

        var sending = Client.Of(server).Sender.SendAsync("session", _photo.Body, mayBeKnown: false, _progress, cancel.Token);
        await server.ArrivalAsync();
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Cancellation_in_the_middle_of_a_photo_is_no_trouble_with_the_network()
    {
        using var large = new APhoto(length: 40_000_000);
        await using var server = new ScriptedServer(Reply.Stuck);
        using var cancel = new CancellationTokenSource();

        Task SendAsync() => Client.Of(server).Sender.SendAsync("session", large.Body, mayBeKnown: false, _progress, cancel.Token);
        async Task CancelAsync()
        {
            await server.ArrivalAsync();
            await cancel.CancelAsync();
        }

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Task.WhenAll(SendAsync(), CancelAsync()));
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Nobody_signed_in_is_found_out_before_anything_is_sent()
    {
        await using var server = new ScriptedServer(Handle);

        var failure = await Client.FailureOf(Client.SignedOut(server).Sender
            .SendAsync("session", _photo.Body, mayBeKnown: false, _progress, TestContext.Current.CancellationToken));

        Assert.Equal(FailureKind.SignInNeeded, failure.Kind);
        Assert.Empty(server.Requests);
    }

    private Task<string> SendAsync(ScriptedServer server, bool mayBeKnown) => Client.Of(server).Sender
        .SendAsync("session", _photo.Body, mayBeKnown, _progress, TestContext.Current.CancellationToken);
}
