using System.Text;
using MapThePaths.Core.Destinations;
using MapThePaths.Tests.Fixtures;
using static MapThePaths.Tests.Destinations.Mapillary.Replies;

namespace MapThePaths.Tests.Destinations.Mapillary;

public sealed class CompletingAPart
{
    private static readonly Guid Part = Guid.Parse("01234567-89ab-cdef-0123-456789abcdef");

    [Fact]
    public async Task A_session_is_a_name_of_ours_and_the_same_for_the_same_part()
    {
        await using var server = new ScriptedServer();
        var sender = Client.Of(server).Sender;

        var first = (await sender.OpenSessionAsync(Part, known: null, TestContext.Current.CancellationToken)).Key;
        var second = (await sender.OpenSessionAsync(Part, known: null, TestContext.Current.CancellationToken)).Key;

        Assert.Equal("mtpdu_0123456789abcdef0123456789abcdef", first);
        Assert.Equal(first, second);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task The_manifest_lists_the_receipts_in_order_and_gives_its_own()
    {
        await using var server = new ScriptedServer(Offset(0), Handle);

        var completion = await CompleteAsync(server, "3:b+/=\n3:c", "3:a\"é");

        Assert.Equal("4:handle", completion);
        Assert.Equal(
            """{"image_handles":["3:b+/=\n3:c","3:a\"é"],"upload_type":"images","version":"1"}""",
            server.Requests[1].Text);
    }

    [Fact]
    public async Task The_manifest_goes_to_a_session_that_is_named_after_the_part_and_its_content()
    {
        await using var server = new ScriptedServer(Offset(0), Handle, Offset(0), Handle, Offset(0), Handle);

        await CompleteAsync(server, "a", "b");
        await CompleteAsync(server, "a", "b");
        await CompleteAsync(server, "a", "c");

        var keys = server.Requests.Where(request => request.Method == "POST").Select(request => request.Header("X-Entity-Name")).ToList();
        Assert.Equal(keys[0], keys[1]);
        Assert.NotEqual(keys[0], keys[2]);
        Assert.Matches("^mtpdu_part_[0-9a-f]{32}[.]json$", keys[0]);
    }

    [Fact]
    public async Task A_manifest_that_was_cut_goes_on_where_the_service_stands()
    {
        await using var server = new ScriptedServer(Offset(0), Reply.CutAfter(10), Offset(10), Handle);

        await CompleteAsync(server, "a");

        var whole = """{"image_handles":["a"],"upload_type":"images","version":"1"}""";
        Assert.Equal(whole[10..], Encoding.UTF8.GetString(server.Requests[3].Body));
    }

    [Fact]
    public async Task A_new_list_is_sent_without_asking_and_where_it_was_there_after_all_the_service_says_so()
    {
        await using var server = new ScriptedServer(Handle, WrongOffset, Offset(10), Handle);
        var sender = Client.Of(server).Sender;

        await sender.CompleteAsync("mtpdu_part", ["a"], mayBeKnown: false, TestContext.Current.CancellationToken);
        await sender.CompleteAsync("mtpdu_part", ["b"], mayBeKnown: false, TestContext.Current.CancellationToken);

        Assert.Equal(["POST 0", "POST 0", "GET ", "POST 10"], server.Requests.Select(request => $"{request.Method} {request.Header("Offset")}"));
    }

    [Fact]
    public async Task A_refused_manifest_is_a_refused_part()
    {
        await using var server = new ScriptedServer(Offset(0), UploadError(400, "SomethingError", "false"));

        var failure = await Client.FailureOf(CompleteAsync(server, "a"));

        Assert.Equal(FailureKind.PartRefused, failure.Kind);
    }

    private static Task<string> CompleteAsync(ScriptedServer server, params string[] receipts) =>
        Client.Of(server).Sender.CompleteAsync("mtpdu_part", receipts, mayBeKnown: true, TestContext.Current.CancellationToken);
}
