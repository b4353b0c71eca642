using System.Net;
using System.Net.Sockets;
using MapThePaths.Core.Destinations;
using MapThePaths.Destinations.Mapillary;
using MapThePaths.Tests.Fixtures;
using static MapThePaths.Tests.Destinations.Mapillary.Replies;

namespace MapThePaths.Tests.Destinations.Mapillary;

public sealed class Publishing
{
    private static readonly Reply Published = Reply.Json("""{"cluster_id":"123456789012345"}""");

    private readonly ManualTime _time = new();

    [Fact]
    public async Task A_part_is_published_with_one_call()
    {
        await using var server = new ScriptedServer(Published);

        var id = await PublishAsync(server);

        Assert.Equal("123456789012345", id);
        Assert.Equal(["POST /finish_upload"], server.Lines);
        Assert.Equal("""{"file_handle":"4:h\n4:i","file_type":"mly_bundle_manifest"}""", server.Requests[0].Text);
        Assert.Equal("application/json", server.Requests[0].Header("Content-Type"));
    }

    [Fact]
    public async Task An_organization_is_named_when_there_is_one()
    {
        await using var server = new ScriptedServer(Published);

        await Client.Of(server, _time, organization: "3011").Sender.PublishAsync("s", "h", TestContext.Current.CancellationToken);

        Assert.Equal("3011", server.Requests[0].Json.GetProperty("organization_id").GetString());
    }

    [Fact]
    public async Task An_id_that_is_a_number_is_kept_as_written()
    {
        await using var server = new ScriptedServer(Reply.Json("""{"cluster_id":12345678901234567890}"""));

        Assert.Equal("12345678901234567890", await PublishAsync(server));
    }

    [Theory]
    [InlineData(200, "{}")]
    [InlineData(200, """{"cluster_id":null}""")]
    [InlineData(200, """{"cluster_id":""}""")]
    [InlineData(200, "<html>hotel</html>")]
    [InlineData(200, "")]
    [InlineData(204, "")]
    [InlineData(302, "")]
    [InlineData(401, "")]
    [InlineData(403, "<html>proxy</html>")]
    [InlineData(429, "")]
    [InlineData(500, "")]
    [InlineData(502, "<html>gateway</html>")]
    [InlineData(504, """{"message":"not the service's format"}""")]
    [InlineData(200, """{"error":{"message":"An unknown error occurred","code":1}}""")]
    [InlineData(206, """{"debug_info":{"retriable":true,"type":"PartialRequestError","message":"in its words"}}""")]
    [InlineData(412, """{"debug_info":{"retriable":true,"type":"OffsetInvalidError","message":"in its words"}}""")]
    [InlineData(500, """{"error":{"message":"An unknown error occurred","code":1}}""")]
    [InlineData(500, """{"error":{"message":"in its words","code":100,"is_transient":true}}""")]
    [InlineData(500, """{"error":{"message":"no code"}}""")]
    [InlineData(503, """{"error":{"message":"in its words","code":4711}}""")]
    [InlineData(500, """{"debug_info":{"retriable":true,"type":"ProcessingFailedError","message":"in its words"}}""")]
    public async Task An_answer_that_does_not_tell_what_happened_is_unclear_and_the_call_is_not_repeated(int status, string body)
    {
        await using var server = new ScriptedServer(Reply.Json(body, status), Published);

        var failure = await Client.FailureOf(PublishAsync(server));

        Assert.Equal(FailureKind.Unclear, failure.Kind);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_lost_answer_is_unclear_and_the_call_is_not_repeated()
    {
        await using var server = new ScriptedServer(Reply.Lost, Published);

        var failure = await Client.FailureOf(PublishAsync(server));

        Assert.Equal(FailureKind.Unclear, failure.Kind);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task An_answer_that_breaks_off_is_unclear_even_when_its_start_looks_like_success()
    {
        await using var server = new ScriptedServer(Reply.BrokenOff("""{"cluster_id":"1"}"""), Published);

        var failure = await Client.FailureOf(PublishAsync(server));

        Assert.Equal(FailureKind.Unclear, failure.Kind);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_connection_cut_while_the_request_goes_out_is_unclear()
    {
        await using var server = new ScriptedServer(Reply.CutAfter(5), Published);

        var failure = await Client.FailureOf(PublishAsync(server));

        Assert.Equal(FailureKind.Unclear, failure.Kind);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task No_answer_within_a_minute_is_unclear()
    {
        await using var server = new ScriptedServer(Reply.Never, Published);

        var publishing = PublishAsync(server);
        await server.ArrivalAsync();
        _time.Advance(TimeSpan.FromSeconds(61));
        var failure = await Client.FailureOf(publishing);

        Assert.Equal(FailureKind.Unclear, failure.Kind);
        Assert.Equal("timeout", failure.Code);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Cancellation_while_the_answer_is_awaited_is_unclear_and_not_merely_cancelled()
    {
        await using var server = new ScriptedServer(Reply.Never, Published);
        using var cancel = new CancellationTokenSource();

        var publishing = Client.Of(server, _time).Sender.PublishAsync("s", "h", cancel.Token);
        await server.ArrivalAsync();
        await cancel.CancelAsync();
        var failure = await Client.FailureOf(publishing);

        Assert.Equal(FailureKind.Unclear, failure.Kind);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Cancellation_before_the_request_is_out_is_cancellation()
    {
        await using var server = new ScriptedServer(Published);

        var publishing = Client.Of(server, _time).Sender.PublishAsync("s", "h", new CancellationToken(canceled: true));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => publishing);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task A_service_that_cannot_be_reached_was_never_asked_and_is_tried_again()
    {
        using var nobody = new TcpListener(IPAddress.Loopback, 0);
        nobody.Start();
        var port = ((IPEndPoint)nobody.LocalEndpoint).Port;
        nobody.Stop();

        var destination = MapillaryDestination.Create(Client.Options($"http://127.0.0.1:{port}", _time));
        var failure = await Client.FailureOf(destination.Sender.PublishAsync("s", "h", TestContext.Current.CancellationToken));

        Assert.Equal(FailureKind.Unreachable, failure.Kind);
        Assert.Equal(7, _time.Waits.Count);
    }

    [Theory]
    [InlineData(500, """{"code":2,"message":"m"}""")]
    [InlineData(503, """{"code":2,"message":"m"}""")]
    [InlineData(403, """{"code":4,"message":"m","is_transient":true}""")]
    [InlineData(400, """{"code":4711,"message":"m","is_transient":true}""")]
    public async Task Passing_trouble_in_the_words_of_the_service_is_tried_again_with_the_same_handle(int status, string error)
    {
        await using var server = new ScriptedServer(GraphError(status, error), GraphError(status, error), Published);

        Assert.Equal("123456789012345", await PublishAsync(server));
        Assert.Equal(3, server.Requests.Count);
        Assert.Single(server.Requests.Select(request => request.Text).Distinct());
        Assert.True(_time.Waits[1] > _time.Waits[0], "The waits do not grow.");
    }

    [Theory]
    [InlineData(400, """{"code":1,"message":"its reason","fbtrace_id":"AbC"}""", FailureKind.PartRefused, "1")]
    [InlineData(400, """{"code":100,"message":"its reason","fbtrace_id":"AbC"}""", FailureKind.PartRefused, "100")]
    [InlineData(400, """{"code":100,"error_subcode":33,"message":"its reason","fbtrace_id":"AbC"}""", FailureKind.PartRefused, "100")]
    [InlineData(403, """{"code":200,"message":"its reason","fbtrace_id":"AbC"}""", FailureKind.PartRefused, "200")]
    [InlineData(500, """{"code":190,"message":"its reason","fbtrace_id":"AbC"}""", FailureKind.SignInNeeded, "190")]
    [InlineData(400, """{"code":368,"message":"its reason","fbtrace_id":"AbC"}""", FailureKind.SignInNeeded, "368")]
    public async Task A_refusal_ends_the_part_with_the_words_of_the_service(int status, string error, FailureKind kind, string code)
    {
        await using var server = new ScriptedServer(GraphError(status, error), Published);

        var failure = await Client.FailureOf(PublishAsync(server));

        Assert.Equal(kind, failure.Kind);
        Assert.Equal(code, failure.Code);
        Assert.Contains("its reason", failure.Message, StringComparison.Ordinal);
        Assert.Contains("AbC", failure.Message, StringComparison.Ordinal);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Every_call_has_a_connection_of_its_own_so_that_none_dies_of_old_age()
    {
        await using var server = new ScriptedServer(Published, Published);
        var sender = Client.Of(server, _time).Sender;

        await sender.PublishAsync("s", "h", TestContext.Current.CancellationToken);
        await sender.PublishAsync("s", "i", TestContext.Current.CancellationToken);

        Assert.Equal(2, server.Requests.Select(request => request.Connection).Distinct().Count());
    }

    private Task<string> PublishAsync(ScriptedServer server) =>
        Client.Of(server, _time).Sender.PublishAsync("s", "4:h\n4:i", TestContext.Current.CancellationToken);
}
