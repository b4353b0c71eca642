using System.Diagnostics;

namespace MapThePaths.Tests.Emulator;

public sealed class ScriptedFaults : EmulatorTest
{
    private static readonly byte[] Photo = TinyJpeg.Described(50.9, -0.5, "2023_05_10_10_00_00_250");

    [Fact]
    public async Task Every_third_call_meets_the_fault()
    {
        Fault("offset:status=503:every=3");

        var statuses = new List<int>();
        for (var call = 0; call < 6; call++)
        {
            statuses.Add((await Client.OffsetAsync("a.jpg")).Status);
        }

        Assert.Equal([200, 200, 503, 200, 200, 503], statuses);
    }

    [Theory]
    [InlineData("first=1", new[] { 503, 200, 200, 200 })]
    [InlineData("after=2", new[] { 200, 200, 503, 503 })]
    [InlineData("only=3", new[] { 200, 200, 503, 200 })]
    [InlineData("after=1:first=3", new[] { 200, 503, 503, 200 })]
    public async Task A_moment_chooses_the_calls(string moment, int[] expected)
    {
        Fault("me:status=503:" + moment);

        var statuses = new List<int>();
        for (var call = 0; call < expected.Length; call++)
        {
            statuses.Add((await Client.GraphAsync("/me")).Status);
        }

        Assert.Equal(expected, statuses);
    }

    [Fact]
    public async Task The_rules_that_stand_are_told_with_how_often_each_was_met()
    {
        Fault("me:status=503:first=1");
        Fault(@"upload:status=503:key=^b.*7\.jpg$");
        await Client.GraphAsync("/me");
        await Client.GraphAsync("/me");

        Assert.Equal(
            """[{"rule":"me:status=503:first=1","calls":2,"met":1},{"rule":"upload:status=503:key=^b.*7\\.jpg$","calls":0,"met":0}]""",
            (await Client.FaultsAsync()).Text);
        Server.ClearFaults();
        Assert.Equal("[]", (await Client.FaultsAsync()).Text);
    }

    [Fact]
    public async Task A_key_pattern_chooses_the_files()
    {
        Fault(@"upload:status=503:key=^(?:x:)?b.*7\.jpg$");

        Assert.Equal(200, (await Client.SendBytesAsync("a7.jpg", 0, Photo)).Status);
        Assert.Equal(503, (await Client.SendBytesAsync("b7.jpg", 0, Photo)).Status);
    }

    [Fact]
    public async Task A_rate_limit_asks_to_wait_in_milliseconds_and_calls_itself_final()
    {
        Fault("upload:status=429:backoff=10000");

        var reply = await Client.SendBytesAsync("a.jpg", 0, Photo);

        Assert.Equal((429, "RequestRateLimitedError"), (reply.Status, reply.UploadErrorType));
        Assert.Equal(10000, reply.Json.GetProperty("backoff").GetInt64());
        Assert.False(reply.Json.GetProperty("debug_info").GetProperty("retriable").GetBoolean());
    }

    [Fact]
    public async Task A_server_fault_may_carry_retry_after()
    {
        Fault("upload:status=503:retry_after=7");

        var reply = await Client.SendBytesAsync("a.jpg", 0, Photo);

        Assert.Equal((503, "ProcessingFailedError", "7"), (reply.Status, reply.UploadErrorType, reply.Headers["Retry-After"]));
    }

    [Theory]
    [InlineData("me:status=500", 500, 2)]
    [InlineData("me:status=403", 403, 4)]
    [InlineData("me:backoff=1000", 429, 4)]
    [InlineData("any:not_authorized", 401, 190)]
    public async Task The_graph_host_words_faults_in_its_own_dialect(string rule, int status, int code)
    {
        Fault(rule);

        var reply = await Client.GraphAsync("/me");

        Assert.Equal((status, code), (reply.Status, reply.GraphErrorCode));
    }

    [Fact]
    public async Task A_lost_reply_of_finish_leaves_a_cluster_that_the_client_does_not_know()
    {
        Fault("finish:lose_reply:first=1");

        await Assert.ThrowsAsync<HttpRequestException>(() => Client.PublishAsync("p", Photo));

        Assert.Equal(1, (await Client.StateAsync()).Json.GetProperty("clusters").GetArrayLength());
    }

    [Fact]
    public async Task A_dropped_upload_keeps_exactly_the_bytes_of_the_rule()
    {
        var photo = new byte[300_000];
        Fault("upload:drop_after=100000:only=1");

        await Assert.ThrowsAsync<HttpRequestException>(() => Client.SendBytesAsync("a.jpg", 0, photo));
        var offset = (await Client.OffsetAsync("a.jpg")).Offset;
        var reply = await Client.SendBytesAsync("a.jpg", offset, photo[(int)offset..]);

        Assert.Equal(100_000, offset);
        Assert.Equal(200, reply.Status);
        Assert.Equal(photo, await Client.BytesAsync("a.jpg"));
    }

    [Fact]
    public async Task A_partial_answer_keeps_the_bytes_and_gives_no_handle()
    {
        Fault("upload:partial:only=1");

        var first = await Client.SendBytesAsync("a.jpg", 0, Photo);
        var second = await Client.SendBytesAsync("a.jpg", Photo.Length, []);

        Assert.Equal((206, "PartialRequestError"), (first.Status, first.UploadErrorType));
        Assert.Equal(200, second.Status);
    }

    [Fact]
    public async Task An_offset_may_be_called_invalid_though_it_is_right()
    {
        Fault("upload:offset_invalid:first=1");

        Assert.Equal(412, (await Client.SendBytesAsync("a.jpg", 0, Photo)).Status);
        Assert.Equal(200, (await Client.SendBytesAsync("a.jpg", 0, Photo)).Status);
    }

    [Fact]
    public async Task A_session_may_fall_back_to_zero()
    {
        var handle = await Client.UploadAsync("a.jpg", Photo);
        Fault("offset:offset_zero:only=1");

        Assert.Equal(0, (await Client.OffsetAsync("a.jpg")).Offset);
        Assert.Equal(400, (await Client.FinishAsync(handle)).Status);
        Assert.Equal(200, (await Client.SendBytesAsync("a.jpg", 0, Photo)).Status);
    }

    [Fact]
    public async Task Garbage_is_200_without_a_handle_and_nothing_is_done()
    {
        Fault("upload:garbage:only=1");

        var reply = await Client.SendBytesAsync("a.jpg", 0, Photo);

        Assert.Equal(200, reply.Status);
        Assert.StartsWith("<!DOCTYPE html>", reply.Text, StringComparison.Ordinal);
        Assert.Equal(0, (await Client.OffsetAsync("a.jpg")).Offset);
    }

    [Fact]
    public async Task An_empty_object_hides_that_the_work_is_done()
    {
        Fault("finish:empty_object:only=1");

        var reply = await Client.PublishAsync("p", Photo);

        Assert.Equal((200, "{}"), (reply.Status, reply.Text));
        Assert.Equal(1, (await Client.StateAsync()).Json.GetProperty("clusters").GetArrayLength());
    }

    [Theory]
    [InlineData("garbage:http=502", 502)]
    [InlineData("status=500", 500)]
    [InlineData("graph=2", 500)]
    public async Task An_error_may_hide_that_the_work_is_done(string effect, int status)
    {
        Fault($"finish:{effect}:done:only=1");

        var reply = await Client.PublishAsync("p", Photo);

        Assert.Equal(status, reply.Status);
        Assert.Equal(1, (await Client.StateAsync()).Json.GetProperty("clusters").GetArrayLength());
    }

    [Fact]
    public async Task A_page_of_somebody_in_between_may_have_any_status()
    {
        Fault("upload:garbage:http=502:only=1");

        var reply = await Client.SendBytesAsync("a.jpg", 0, Photo);

        Assert.Equal(502, reply.Status);
        Assert.StartsWith("<!DOCTYPE html>", reply.Text, StringComparison.Ordinal);
        Assert.Equal(0, (await Client.OffsetAsync("a.jpg")).Offset);
    }

    /// <summary>§5.5: whatever the status.</summary>
    [Theory]
    [InlineData(400)]
    [InlineData(403)]
    [InlineData(412)]
    public async Task A_rate_limit_may_come_under_any_status(int status)
    {
        Fault($"upload:status={status}:backoff=10000");

        var reply = await Client.SendBytesAsync("a.jpg", 0, Photo);

        Assert.Equal((status, "RequestRateLimitedError"), (reply.Status, reply.UploadErrorType));
    }

    /// <summary>§5.5.</summary>
    [Theory]
    [InlineData(206, "PartialRequestError")]
    [InlineData(401, "NotAuthorizedError")]
    [InlineData(403, "NotAuthorizedError")]
    [InlineData(412, "OffsetInvalidError")]
    [InlineData(500, "ProcessingFailedError")]
    public async Task The_upload_host_words_faults_in_its_own_dialect(int status, string type)
    {
        Fault($"upload:status={status}");

        var reply = await Client.SendBytesAsync("a.jpg", 0, Photo);

        Assert.Equal((status, type), (reply.Status, reply.UploadErrorType));
    }

    /// <summary>§5.5: another 4xx means what its body says.</summary>
    [Fact]
    public async Task A_refusal_may_call_itself_retriable()
    {
        Fault("upload:status=409:retriable");

        Assert.True((await Client.SendBytesAsync("a.jpg", 0, Photo)).Json.GetProperty("debug_info").GetProperty("retriable").GetBoolean());
    }

    /// <summary>§9.2, row by row; only the app's limit calls itself transient.</summary>
    [Theory]
    [InlineData("190", 401, "OAuthException", "Error validating application", null, false)]
    [InlineData("368", 400, "OAuthException", "Please log in", 1348007, false)]
    [InlineData("100.33", 400, "MLYApiException", "Unsupported request. Object does not exist, or permissions are missing", 33, false)]
    [InlineData("4", 403, "MLYApiException", "Application request limit reached", null, true)]
    [InlineData("2", 500, "MLYApiException", "Service temporarily unavailable", null, false)]
    public async Task A_code_comes_as_it_was_seen(string code, int status, string type, string message, int? subcode, bool transient)
    {
        Fault($"me:graph={code}");

        var reply = await Client.GraphAsync("/me");

        var error = reply.GraphError;
        Assert.Equal((status, type, message), (reply.Status, error.GetProperty("type").GetString(), reply.GraphErrorMessage));
        Assert.Equal(subcode, error.TryGetProperty("error_subcode", out var sub) ? sub.GetInt32() : null);
        Assert.Equal(transient, error.TryGetProperty("is_transient", out _));
    }

    [Fact]
    public async Task Overload_by_status_does_not_call_itself_transient()
    {
        Fault("me:status=500");

        Assert.False((await Client.GraphAsync("/me")).GraphError.TryGetProperty("is_transient", out _));
    }

    [Fact]
    public async Task A_call_may_say_how_much_of_the_limit_is_used()
    {
        Fault("me:usage=96");

        Assert.Equal("""{"call_count":96}""", (await Client.GraphAsync("/me")).Headers["X-App-Usage"]);
    }

    [Fact]
    public async Task A_service_may_do_its_work_and_never_say_so()
    {
        Fault("finish:stall");
        var finishing = Client.PublishAsync("p", Photo);

        while ((await Client.StateAsync()).Json.GetProperty("clusters").GetArrayLength() == 0)
        {
            await Task.Yield();
        }

        Assert.False(finishing.IsCompleted);
    }


    [Fact]
    public async Task A_delayed_answer_comes_late()
    {
        Fault("me:delay=50");
        var watch = Stopwatch.StartNew();

        await Client.GraphAsync("/me");

        Assert.True(watch.ElapsedMilliseconds >= 45, $"{watch.ElapsedMilliseconds} ms");
    }

    [Fact]
    public async Task A_dripping_upload_takes_its_time()
    {
        Fault("upload:drip=10000");
        var watch = Stopwatch.StartNew();

        var reply = await Client.SendBytesAsync("a.jpg", 0, new byte[1500]);

        Assert.Equal(200, reply.Status);
        Assert.True(watch.ElapsedMilliseconds >= 90, $"{watch.ElapsedMilliseconds} ms");
    }

    [Fact]
    public async Task A_handle_may_have_a_line_for_each_post()
    {
        Fault("upload:multi_line");
        await Client.SendBytesAsync("a.jpg", 0, Photo[..100], ("X-Entity-Length", $"{Photo.Length}"));

        var handle = (await Client.SendBytesAsync("a.jpg", 100, Photo[100..], ("X-Entity-Length", $"{Photo.Length}"))).Handle;
        var finish = await Client.FinishAsync(await Client.UploadAsync("uuid_m.json", RawClient.Manifest(handle)));

        Assert.Equal(2, handle.Split('\n').Length);
        Assert.Equal(200, finish.Status);
    }

    [Fact]
    public async Task A_handle_of_one_post_may_have_several_lines_too()
    {
        Fault("upload:multi_line");

        Assert.Equal(2, (await Client.UploadAsync("a.jpg", Photo)).Split('\n').Length);
    }

    [Fact]
    public async Task A_post_that_broke_off_has_a_line_too()
    {
        var photo = new byte[1_000];
        Fault("upload:drop_after=100:first=2");
        Fault("upload:multi_line");
        await Assert.ThrowsAsync<HttpRequestException>(() => Client.SendBytesAsync("a.jpg", 0, photo));
        await Assert.ThrowsAsync<HttpRequestException>(() => Client.SendBytesAsync("a.jpg", 100, photo[100..]));

        var handle = (await Client.SendBytesAsync("a.jpg", 200, photo[200..])).Handle;

        Assert.Equal(3, handle.Split('\n').Length);
    }

    [Fact]
    public async Task A_cluster_may_be_cut_into_several_sequences()
    {
        Fault("finish:split=2");

        await Client.PublishAsync("p", Photo, Photo, Photo);

        var images = (await Client.GraphAsync("/images?creator_username=practice&fields=sequence")).Data;
        var sequences = images.CountBy(image => image.GetProperty("sequence").GetString()!);
        Assert.Equal([1, 2], sequences.Select(sequence => sequence.Value).Order());
    }


    [Fact]
    public async Task A_skewed_clock_shows_in_the_date_header()
    {
        Fault("me:clock_skew=-3600");

        var date = DateTimeOffset.Parse((await Client.GraphAsync("/me")).Headers["Date"]);

        Assert.Equal(Clock.GetUtcNow().AddHours(-1), date);
    }

    [Fact]
    public async Task A_cluster_may_never_be_processed()
    {
        Fault("finish:never_process");

        await Client.PublishAsync("p", Photo);
        Clock.Advance(TimeSpan.FromDays(300));

        Assert.False((await Client.StateAsync()).Json.GetProperty("clusters")[0].GetProperty("processed").GetBoolean());
    }

    [Fact]
    public async Task A_dropped_image_never_becomes_visible()
    {
        Fault(@"image:drop_image:key=_1\.jpg");

        await Client.PublishAsync("p", Photo, Photo, Photo);

        Assert.Equal(2, (await Client.GraphAsync("/images?creator_username=practice")).Data.Count);
    }

    [Fact]
    public async Task A_manifest_is_no_upload_for_a_rule()
    {
        Fault("manifest:status=503:only=1");

        Assert.Equal(200, (await Client.SendBytesAsync("a.jpg", 0, Photo)).Status);
        Assert.Equal(503, (await Client.SendBytesAsync("uuid_m.json", 0, Photo)).Status);
    }

    [Fact]
    public async Task The_consent_page_may_fail()
    {
        Fault("connect:consent_error=server_error");

        var reply = await Client.AskAsync(HttpMethod.Get, $"{Client.Addresses.ConnectUrl}?client_id={Client.Addresses.AppId}&state=s");

        Assert.EndsWith("?error=server_error&state=s", reply.Headers["Location"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Faults_can_be_given_and_taken_back_while_it_runs()
    {
        using var rule = new StringContent("me:status=503");
        var faults = Client.Addresses.ControlUrl + "/faults";

        Assert.Equal(204, (await Client.AskAsync(HttpMethod.Post, faults, rule)).Status);
        Assert.Equal(503, (await Client.GraphAsync("/me")).Status);
        await Client.AskAsync(HttpMethod.Delete, faults);
        Assert.Equal(200, (await Client.GraphAsync("/me")).Status);
    }
}
