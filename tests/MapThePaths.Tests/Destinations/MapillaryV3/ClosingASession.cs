using MapThePaths.Core.Destinations;
using MapThePaths.Tests.Fixtures;

namespace MapThePaths.Tests.Destinations.MapillaryV3;

public sealed class ClosingASession
{
    private static readonly Reply Closed = Reply.Json("");

    private readonly ManualTime _time = new();

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("""{"key":"k1","status":"closed"}""")]
    public async Task A_session_is_published_with_one_call_without_a_body(string answer)
    {
        await using var api = new ScriptedServer(Reply.Json(answer));

        Assert.Equal("k1", await PublishAsync(api));
        var request = Assert.Single(api.Requests);
        Assert.Equal($"PUT /v3/me/uploads/k1/closed?{Client.Id}", request.Line);
        Assert.Empty(request.Body);
        Assert.Equal("0", request.Header("Content-Length"));
    }

    [Theory]
    [InlineData(200, "<html>hotel</html>")]
    [InlineData(200, """{"message":"really?"}""")]
    [InlineData(302, "")]
    [InlineData(403, "<html>proxy</html>")]
    [InlineData(404, "<html>proxy</html>")]
    [InlineData(429, "")]
    [InlineData(500, """{"message":"Please report this"}""")]
    [InlineData(503, "")]
    [InlineData(504, """{"message":"timeout"}""")]
    public async Task An_answer_that_does_not_tell_what_happened_is_unclear_and_the_call_is_not_repeated(int status, string body)
    {
        await using var api = new ScriptedServer(Reply.Json(body, status), Closed);

        Assert.Equal(FailureKind.Unclear, (await Client.FailureOf(PublishAsync(api))).Kind);
        Assert.Single(api.Requests);
    }

    [Fact]
    public async Task A_lost_answer_is_unclear_and_the_call_is_not_repeated()
    {
        await using var api = new ScriptedServer(Reply.Lost, Closed);

        Assert.Equal(FailureKind.Unclear, (await Client.FailureOf(PublishAsync(api))).Kind);
        Assert.Single(api.Requests);
    }

    [Fact]
    public async Task No_answer_within_a_minute_is_unclear()
    {
        await using var api = new ScriptedServer(Reply.Never, Closed);

        var publishing = PublishAsync(api);
        await api.ArrivalAsync();
        _time.Advance(TimeSpan.FromSeconds(61));

        Assert.Equal((FailureKind.Unclear, "timeout"), await KindAndCodeAsync(publishing));
        Assert.Single(api.Requests);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public async Task A_call_that_the_service_says_it_did_not_take_is_repeated(int status)
    {
        await using var api = new ScriptedServer(Reply.Json("""{"message":"slow down"}""", status), Closed);

        Assert.Equal("k1", await PublishAsync(api));
    }

    [Fact]
    public async Task A_session_that_is_gone_after_a_failed_try_was_perhaps_published_by_it()
    {
        await using var api = new ScriptedServer(Reply.Json("""{"message":"slow down"}""", 503), Client.Gone);

        Assert.Equal(FailureKind.Unclear, (await Client.FailureOf(PublishAsync(api))).Kind);
    }

    [Fact]
    public async Task A_refusal_ends_the_part_with_the_words_of_the_service()
    {
        await using var api = new ScriptedServer(Reply.Json("""{"message":"not like this","code":"parameter_invalid"}""", 400));

        Assert.Equal((FailureKind.PartRefused, "parameter_invalid"), await KindAndCodeAsync(PublishAsync(api)));
    }

    [Fact]
    public async Task A_session_that_the_service_does_not_know_is_lost()
    {
        await using var api = new ScriptedServer(Client.Gone);

        Assert.Equal(FailureKind.SessionLost, (await Client.FailureOf(PublishAsync(api))).Kind);
    }

    [Fact]
    public async Task Completing_finds_out_whether_the_session_is_still_there()
    {
        await using var api = new ScriptedServer(Client.Open("http://127.0.0.1:1"), Client.Gone, Client.Failed("too old"));
        var sender = Client.Of(api, _time).Sender;

        Assert.Equal("k1", await sender.CompleteAsync("k1", ["k1/a.jpg"], mayBeKnown: true, TestContext.Current.CancellationToken));
        Assert.Equal(FailureKind.SessionLost, (await Client.FailureOf(sender.CompleteAsync("k1", ["k1/a.jpg"], mayBeKnown: true, TestContext.Current.CancellationToken))).Kind);
        Assert.Contains("too old", (await Client.FailureOf(sender.CompleteAsync("k1", ["k1/a.jpg"], mayBeKnown: true, TestContext.Current.CancellationToken))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Photos_that_were_brought_to_another_session_are_never_published_without_notice()
    {
        await using var api = new ScriptedServer(Client.Open("http://127.0.0.1:1"));

        var completing = Client.Of(api).Sender.CompleteAsync("k1", ["k1/a.jpg", "k0/b.jpg"], mayBeKnown: true, TestContext.Current.CancellationToken);

        Assert.Equal(FailureKind.SessionLost, (await Client.FailureOf(completing)).Kind);
    }

    [Fact]
    public async Task A_dry_run_closes_the_session_with_the_flag_and_says_that_it_is_out_of_reach()
    {
        await using var api = new ScriptedServer(Client.Open("http://127.0.0.1:1"), Closed);

        var note = await RehearseAsync(api);

        Assert.Equal($"PUT /v3/me/uploads/k1/closed?{Client.Id}&_dry_run", api.Lines[^1]);
        Assert.Contains("k1", note, StringComparison.Ordinal);
        Assert.Contains("cannot be reached any more", note, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dry_run_whose_answer_was_lost_is_asked_again_and_a_session_that_is_gone_then_is_closed()
    {
        await using var api = new ScriptedServer(Client.Open("http://127.0.0.1:1"), Reply.Lost, Client.Gone);

        Assert.NotNull(await RehearseAsync(api));
    }

    private static async Task<(FailureKind Kind, string Code)> KindAndCodeAsync(Task task)
    {
        var failure = await Client.FailureOf(task);
        return (failure.Kind, failure.Code);
    }

    private Task<string?> RehearseAsync(ScriptedServer api) =>
        Client.Of(api, _time).Sender.RehearseAsync("k1", ["k1/a.jpg"], TestContext.Current.CancellationToken);

    private Task<string> PublishAsync(ScriptedServer api) =>
        Client.Of(api, _time).Sender.PublishAsync("k1", "k1", TestContext.Current.CancellationToken);
}
