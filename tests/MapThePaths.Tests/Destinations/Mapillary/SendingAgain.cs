using MapThePaths.Core.Destinations;
using MapThePaths.Tests.Fixtures;
using static MapThePaths.Tests.Destinations.Mapillary.Replies;

namespace MapThePaths.Tests.Destinations.Mapillary;

public sealed class SendingAgain : IDisposable
{
    /// <summary>Bytes a second that each of four photos gets on a line of 20 kB a second.</summary>
    private const double PoorShare = 5_000;

    private readonly APhoto _photo = new();
    private readonly ManualTime _time = new();
    private readonly Progress _progress = new();

    public void Dispose() => _photo.Dispose();

    [Fact]
    public async Task A_photo_cut_in_the_middle_goes_on_where_the_service_stands()
    {
        await using var server = new ScriptedServer(Reply.CutAfter(400), Offset(350), Handle);

        var receipt = await SendAsync(server);

        Assert.Equal("4:handle", receipt);
        Assert.Equal(["POST", "GET", "POST"], server.Requests.Select(request => request.Method));
        Assert.Equal("350", server.Requests[2].Header("Offset"));
        Assert.Equal(_photo.Bytes[350..], server.Requests[2].Body);
    }

    [Fact]
    public async Task A_lost_answer_costs_no_byte_twice()
    {
        await using var server = new ScriptedServer(Reply.Lost, Offset(1_000), Handle);

        await SendAsync(server);

        Assert.Empty(server.Requests[2].Body);
    }

    [Fact]
    public async Task An_answer_that_breaks_off_is_no_receipt()
    {
        await using var server = new ScriptedServer(Reply.BrokenOff("""{"h":"4:ha"""), Offset(1_000), Handle);

        Assert.Equal("4:handle", await SendAsync(server));
    }

    [Fact]
    public async Task A_service_that_forgot_everything_gets_everything_again_and_the_progress_says_so()
    {
        await using var server = new ScriptedServer(Offset(900), Overloaded, Offset(0), Handle);

        await SendAsync(server, mayBeKnown: true);

        Assert.Equal(_photo.Bytes, server.Requests[3].Body);
        Assert.Equal([900, 1_000, 0, 1_000], _progress.Reports);
    }

    [Fact]
    public async Task A_wrong_offset_is_put_right_at_once()
    {
        await using var server = new ScriptedServer(WrongOffset, Offset(500), Handle);

        await SendAsync(server);

        Assert.Equal(_photo.Bytes[500..], server.Requests[2].Body);
        Assert.Empty(_time.Waits);
    }

    [Fact]
    public async Task Offsets_that_are_wrong_again_and_again_are_waited_for_and_then_given_up()
    {
        var loop = Enumerable.Repeat(new[] { WrongOffset, Offset(0) }, 20).SelectMany(pair => pair);
        await using var server = new ScriptedServer(loop);

        var failure = await Client.FailureOf(SendAsync(server));

        Assert.Equal(FailureKind.Unreachable, failure.Kind);
        Assert.Equal("OffsetInvalidError", failure.Code);
        Assert.NotEmpty(_time.Waits);
    }

    [Fact]
    public async Task Waits_grow_up_to_half_a_minute_and_end_after_eight_tries()
    {
        var trouble = Enumerable.Repeat(new[] { Overloaded, Offset(0) }, 20).SelectMany(pair => pair);
        await using var server = new ScriptedServer(trouble);

        var failure = await Client.FailureOf(SendAsync(server));

        Assert.Equal(FailureKind.Unreachable, failure.Kind);
        Assert.Equal(8, server.Requests.Count(request => request.Method == "POST"));
        Assert.Equal([0.5, 1, 2, 4, 8, 15, 15], _time.Waits.Select(wait => wait.TotalSeconds));
    }

    [Fact]
    public async Task Tries_are_not_counted_against_a_photo_that_keeps_arriving()
    {
        var piecemeal = Enumerable.Range(1, 30).SelectMany(i => new[] { Overloaded, Offset(i * 10) });
        await using var server = new ScriptedServer([.. piecemeal, Handle]);

        Assert.Equal("4:handle", await SendAsync(server));
    }

    [Fact]
    public async Task Falling_back_and_catching_up_is_no_progress()
    {
        var seesaw = Enumerable.Range(1, 30).SelectMany(i => new[] { Overloaded, Offset(i % 2 * 500) });
        await using var server = new ScriptedServer(seesaw);

        var failure = await Client.FailureOf(SendAsync(server));

        Assert.Equal(FailureKind.Unreachable, failure.Kind);
        Assert.True(server.Requests.Count < 20, "The tries have no end.");
    }

    [Theory]
    [InlineData(429, ""","backoff":12000""", null, 12)]
    [InlineData(400, ""","backoff":12000""", null, 12)]
    [InlineData(429, "", "Retry-After: 7", 7)]
    [InlineData(429, "", "Retry-After: Fri, 01 May 2026 12:00:20 GMT", 20)]
    [InlineData(429, "", "Retry-After: Sat, 02 May 2026 09:00:25 GMT\r\nDate: Sat, 02 May 2026 09:00:00 GMT", 25)]
    [InlineData(429, "", "Retry-After: Thu, 30 Apr 2026 09:00:25 GMT\r\nDate: Thu, 30 Apr 2026 09:00:00 GMT", 25)]
    [InlineData(429, "", null, 10)]
    public async Task A_limit_is_waited_for_as_long_as_the_service_says_although_it_calls_itself_final(
        int status,
        string more,
        string? header,
        double seconds)
    {
        var limited = Reply.Json(
            $$$"""{"debug_info":{"retriable":false,"type":"RequestRateLimitedError","message":"m"}{{{more}}}}""",
            status,
            header is null ? [] : [header]);
        await using var server = new ScriptedServer(limited, Offset(0), Handle);

        await SendAsync(server);

        Assert.Equal([seconds], _time.Waits.Select(wait => wait.TotalSeconds));
    }

    [Fact]
    public async Task A_wait_longer_than_any_patience_ends_the_photo_at_once()
    {
        await using var server = new ScriptedServer(Reply.Json("", 503, "Retry-After: 86400"));

        var failure = await Client.FailureOf(SendAsync(server));

        Assert.Equal(FailureKind.Unreachable, failure.Kind);
        Assert.Empty(_time.Waits);
    }

    [Fact]
    public async Task A_service_that_never_answers_is_asked_again_after_a_minute()
    {
        await using var server = new ScriptedServer(Reply.Never, Offset(1_000), Handle);

        var sending = SendAsync(server);
        await server.ArrivalAsync();
        _time.Advance(TimeSpan.FromSeconds(61));

        Assert.Equal("4:handle", await sending);
    }

    [Fact]
    public async Task The_answer_to_a_large_photo_is_waited_for_as_long_as_a_slow_line_needs_for_its_bytes()
    {
        using var large = new APhoto(length: 40_000_000);
        var slow = new TaskCompletionSource();
        await using var server = new ScriptedServer(Handle with { Until = slow.Task });

        async Task WaitAsync()
        {
            await server.ArrivalAsync();
            _time.Advance(TimeSpan.FromSeconds(40_000_000 / PoorShare));
            slow.SetResult();
        }

        await Task.WhenAll(SendAsync(server, large), WaitAsync());

        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_service_that_takes_no_more_bytes_is_left_after_a_minute()
    {
        using var large = new APhoto(length: 40_000_000);
        await using var server = new ScriptedServer(Reply.Stuck, Offset(40_000_000), Handle);

        async Task WaitAsync()
        {
            await server.ArrivalAsync();
            _time.Advance(TimeSpan.FromSeconds(61));
        }

        await Task.WhenAll(SendAsync(server, large), WaitAsync());

        Assert.Equal(["POST", "GET", "POST"], server.Requests.Select(request => request.Method));
    }

    [Fact]
    public async Task A_refusal_that_does_not_wait_for_the_end_of_a_large_photo_is_understood()
    {
        using var large = new APhoto(length: 40_000_000);
        var refusal = UploadError(401, "NotAuthorizedError", "false");
        await using var server = new ScriptedServer(refusal with { BodyBytesRead = 0, CutsAfterwards = true }, refusal);

        var failure = await Client.FailureOf(Task.WhenAll(SendAsync(server, large)));

        Assert.Equal(FailureKind.SignInNeeded, failure.Kind);
    }

    [Fact]
    public async Task A_slow_line_that_moves_is_not_left()
    {
        using var large = new APhoto(length: 3_000_000);
        await using var server = new ScriptedServer(Handle);
        var slow = new Progress(_ => _time.Advance(TimeSpan.FromSeconds(55)));

        var receipt = await Client.Of(server, _time).Sender
            .SendAsync("session", large.Body, mayBeKnown: false, slow, TestContext.Current.CancellationToken);

        Assert.Equal("4:handle", receipt);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_large_photo_on_a_poor_line_is_not_left_while_it_moves_as_fast_as_that_line_can()
    {
        using var large = new APhoto(length: 20_000_000);
        await using var server = new ScriptedServer(Handle);
        var poor = new Progress(bytes => _time.Advance(TimeSpan.FromSeconds(Math.Min(bytes, 262_144) / PoorShare)));

        await SendAsync(server, large, poor);

        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_drip_slower_than_any_line_is_left_although_it_never_rests()
    {
        using var large = new APhoto(length: 2_000_000);
        await using var server = new ScriptedServer(Handle, Offset(2_000_000), Handle);
        var tenKilobytesAtOnce = MapThePaths.Destinations.Mapillary.MapillaryDestination.Create(
            Client.Options(server.Url, _time) with { BytesPerSecond = 80_000 });
        var drip = new Progress(bytes => _time.Advance(TimeSpan.FromSeconds(bytes is > 0 and < 2_000_000 ? 20 : 0)));
        var begun = _time.GetUtcNow();

        await SendAsync(tenKilobytesAtOnce, large, drip);

        Assert.Equal(["no answer in time"], drip.WaitsTold.Select(wait => wait.Why));
        Assert.InRange((_time.GetUtcNow() - begun).TotalSeconds, 400, 1_000);
    }

    [Fact]
    public async Task After_a_fast_photo_a_hanging_one_is_left_sooner_and_its_next_try_has_the_time_of_a_poor_line()
    {
        using var large = new APhoto(length: 40_000_000);
        var slow = new TaskCompletionSource();
        await using var server = new ScriptedServer(Handle, Reply.Never, Offset(0), Handle with { Until = slow.Task });
        var destination = Client.Of(server, _time);
        await SendAsync(destination, _photo, _progress);
        await server.ArrivalAsync();

        async Task WaitAsync()
        {
            await server.ArrivalAsync();
            _time.Advance(TimeSpan.FromSeconds(61 + (40_000_000 / 51_200)));
            await server.ArrivalAsync();
            await server.ArrivalAsync();
            _time.Advance(TimeSpan.FromSeconds(40_000_000 / PoorShare));
            slow.SetResult();
        }

        await Task.WhenAll(SendAsync(destination, large, _progress), WaitAsync());

        Assert.Equal(["POST", "POST", "GET", "POST"], server.Requests.Select(request => request.Method));
    }

    [Fact]
    public async Task The_time_of_a_photo_ends_a_try_too_that_would_last_longer()
    {
        using var large = new APhoto(length: 4_000_000);
        await using var server = new ScriptedServer(Reply.Json("", 503, "Retry-After: 3580"), Offset(0), Reply.Never);
        var begun = _time.GetUtcNow();
        var waiting = new Progress(whenWaiting: wait => _time.Advance(wait.Length));

        async Task WaitAsync()
        {
            await server.ArrivalAsync();
            await server.ArrivalAsync();
            await server.ArrivalAsync();
            _time.Advance(TimeSpan.FromSeconds(3_600 + (4_000_000 / 4_500) - 3_580 + 1));
        }

        var failure = await Client.FailureOf(Task.WhenAll(SendAsync(server, large, waiting), WaitAsync()));

        Assert.Equal((FailureKind.Unreachable, "timeout"), (failure.Kind, failure.Code));
        Assert.InRange((_time.GetUtcNow() - begun).TotalMinutes, 70, 75);
    }

    [Fact]
    public async Task Time_spent_on_our_own_limit_is_not_the_photos()
    {
        using var large = new APhoto(length: 320_000);
        await using var server = new ScriptedServer(Reply.CutAfter(310_000), Offset(310_000), Handle);
        var destination = MapThePaths.Destinations.Mapillary.MapillaryDestination.Create(
            Client.Options(server.Url, _time) with { BytesPerSecond = 80 });

        Assert.Equal("4:handle", await SendAsync(destination, large, _progress));
    }

    /// <summary>mapillary-v4.md §5.4 and §14: the handle of an old session is as old as its bytes.</summary>
    [Fact]
    public async Task On_another_day_a_photo_has_another_session()
    {
        await using var server = new ScriptedServer(Handle, Handle, Handle);

        await SendAsync(server);
        await SendAsync(server);
        _time.Advance(TimeSpan.FromHours(12));
        await SendAsync(server);

        Assert.Equal([_photo.Key, _photo.Key, _photo.Key.Replace("20260501", "20260502", StringComparison.Ordinal)], server.Requests.Select(request => request.Header("X-Entity-Name")));
    }

    private Task<string> SendAsync(ScriptedServer server, bool mayBeKnown = false) => SendAsync(server, _photo, mayBeKnown);

    private Task<string> SendAsync(ScriptedServer server, APhoto photo, bool mayBeKnown = false) => Client.Of(server, _time).Sender
        .SendAsync("session", photo.Body, mayBeKnown, _progress, TestContext.Current.CancellationToken);

    private Task<string> SendAsync(ScriptedServer server, APhoto photo, Progress progress) => SendAsync(Client.Of(server, _time), photo, progress);

    private static Task<string> SendAsync(PhotoDestination destination, APhoto photo, Progress progress) =>
        destination.Sender.SendAsync("session", photo.Body, mayBeKnown: false, progress, TestContext.Current.CancellationToken);
}
