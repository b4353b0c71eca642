using MapThePaths.Core.Destinations;
using MapThePaths.Tests.Fixtures;
using static MapThePaths.Tests.Destinations.Mapillary.Replies;

namespace MapThePaths.Tests.Destinations.Mapillary;

/// <summary>What the service says about its limits, and what is made of it.</summary>
public sealed class NearTheLimits : IDisposable
{
    private const string Tester = """{"username":"tester","id":"1"}""";

    private readonly APhoto _photo = new();
    private readonly ManualTime _time = new();
    private readonly Progress _progress = new();

    public void Dispose() => _photo.Dispose();

    [Theory]
    [InlineData("""{"call_count":96,"total_time":3,"total_cputime":2}""", 60)]
    [InlineData("""{"call_volume":99}""", 60)]
    [InlineData("""{"call_volume":"99"}""", 60)]
    [InlineData("""{"call_count":95}""", 0)]
    [InlineData("""{"call_count":5,"total_time":99}""", 0)]
    [InlineData("""{"call_count":null}""", 0)]
    [InlineData("{}", 0)]
    [InlineData("[99]", 0)]
    [InlineData("nonsense", 0)]
    public async Task Above_95_percent_the_next_graph_call_waits_a_minute(string usage, double seconds)
    {
        await using var server = new ScriptedServer(Reply.Json(Tester, 200, $"X-App-Usage: {usage}"), Reply.Json(Tester));
        var signIn = Client.Of(server, _time).SignIn;
        await signIn.WhoAmIAsync(TestContext.Current.CancellationToken);
        var begun = _time.GetUtcNow();

        var second = signIn.WhoAmIAsync(TestContext.Current.CancellationToken);
        if (seconds > 0)
        {
            Assert.Single(server.Requests);
            _time.Advance(TimeSpan.FromSeconds(seconds));
        }

        await second;
        Assert.Equal(seconds, (_time.GetUtcNow() - begun).TotalSeconds);
    }

    [Fact]
    public async Task Photos_do_not_wait_for_a_limit_of_graph_calls()
    {
        await using var server = new ScriptedServer(Reply.Json(Tester, 200, """X-App-Usage: {"call_count":99}"""), Handle);
        var destination = Client.Of(server, _time);
        await destination.SignIn.WhoAmIAsync(TestContext.Current.CancellationToken);

        await SendAsync(destination);

        Assert.Empty(_time.Waits);
    }

    [Theory]
    [InlineData(429, "RequestRateLimitedError", WaitCause.TooFast)]
    [InlineData(400, "RequestRateLimitedError", WaitCause.TooFast)]
    [InlineData(429, "Whatever", WaitCause.TooFast)]
    [InlineData(503, "ProcessingFailedError", WaitCause.Trouble)]
    public async Task The_watch_hears_how_long_a_photo_waits_and_why(int status, string type, WaitCause cause)
    {
        var trouble = UploadError(status, type, "true", ""","backoff":12000""");
        await using var server = new ScriptedServer(trouble, Offset(0), Handle);

        await SendAsync(Client.Of(server, _time));

        var wait = Assert.Single(_progress.WaitsTold);
        Assert.Equal((12, cause), (wait.Length.TotalSeconds, wait.Cause));
        Assert.Equal(cause == WaitCause.TooFast, wait.Why == "too many requests");
    }

    [Theory]
    [InlineData("""{"code":4,"is_transient":true,"message":"m"}""", WaitCause.TooFast)]
    [InlineData("""{"code":2,"message":"m"}""", WaitCause.Trouble)]
    public async Task The_other_dialect_tells_the_same(string error, WaitCause cause)
    {
        await using var server = new ScriptedServer(GraphError(403, error), Offset(0), Handle);

        await SendAsync(Client.Of(server, _time));

        Assert.Equal(cause, Assert.Single(_progress.WaitsTold).Cause);
    }

    [Fact]
    public async Task A_wrong_offset_is_no_wait_and_a_lost_connection_is_nobodys_haste()
    {
        await using var server = new ScriptedServer(WrongOffset, Offset(0), Reply.Lost, Offset(0), Handle);

        await SendAsync(Client.Of(server, _time));

        Assert.Equal(WaitCause.Trouble, Assert.Single(_progress.WaitsTold).Cause);
    }

    [Fact]
    public async Task A_line_that_carries_nothing_for_a_minute_is_told_as_too_slow()
    {
        await using var server = new ScriptedServer(Reply.Never, Offset(1_000), Handle);

        var sending = SendAsync(Client.Of(server, _time));
        await server.ArrivalAsync();
        _time.Advance(TimeSpan.FromSeconds(61));
        await sending;

        Assert.Equal(WaitCause.TooSlow, Assert.Single(_progress.WaitsTold).Cause);
    }

    [Theory]
    [InlineData(1_000, 1_000)]
    [InlineData(12_345, 81)]
    [InlineData(100_000, 10)]
    public async Task A_limit_of_our_own_makes_the_bytes_slow_and_no_try_fail_of_it(long bytesPerSecond, double seconds)
    {
        using var large = new APhoto(length: 1_000_000);
        await using var server = new ScriptedServer(Handle);
        var destination = MapThePaths.Destinations.Mapillary.MapillaryDestination.Create(
            Client.Options(server.Url, _time) with { BytesPerSecond = bytesPerSecond });
        var begun = _time.GetUtcNow();

        await destination.Sender.SendAsync("s", large.Body, mayBeKnown: false, _progress, TestContext.Current.CancellationToken);

        Assert.Single(server.Requests);
        Assert.Equal(large.Bytes, server.Requests[0].Body);
        Assert.InRange((_time.GetUtcNow() - begun).TotalSeconds, seconds - 0.3, seconds + 0.3);
    }

    [Fact]
    public async Task All_photos_share_the_limit_and_silence_saves_up_next_to_nothing()
    {
        using var large = new APhoto(length: 100_000);
        await using var server = new ScriptedServer(Handle, Handle);
        var destination = MapThePaths.Destinations.Mapillary.MapillaryDestination.Create(
            Client.Options(server.Url, _time) with { BytesPerSecond = 10_000 });
        await destination.Sender.SendAsync("s", large.Body, mayBeKnown: false, _progress, TestContext.Current.CancellationToken);
        _time.Advance(TimeSpan.FromHours(1));
        var begun = _time.GetUtcNow();

        await destination.Sender.SendAsync("s", large.Body, mayBeKnown: false, _progress, TestContext.Current.CancellationToken);

        Assert.InRange((_time.GetUtcNow() - begun).TotalSeconds, 9.7, 10);
    }

    private Task<string> SendAsync(PhotoDestination destination) =>
        destination.Sender.SendAsync("session", _photo.Body, mayBeKnown: false, _progress, TestContext.Current.CancellationToken);
}
