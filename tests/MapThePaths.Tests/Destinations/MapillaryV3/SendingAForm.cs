using System.Text;
using MapThePaths.Core.Destinations;
using MapThePaths.Tests.Fixtures;
using APhoto = MapThePaths.Tests.Destinations.Mapillary.APhoto;

namespace MapThePaths.Tests.Destinations.MapillaryV3;

public sealed class SendingAForm : IDisposable
{
    private static readonly Reply Stored = Reply.Json("", 204);
    private static readonly Reply Stale = Storage("AccessDenied", 403);

    private readonly APhoto _photo = new();
    private readonly Progress _progress = new();
    private readonly ManualTime _time = new();

    public void Dispose() => _photo.Dispose();

    [Fact]
    public async Task Every_field_goes_unchanged_then_the_key_then_the_file_in_a_form_of_known_length()
    {
        await using var storage = new ScriptedServer(Stored);
        await using var api = new ScriptedServer(Client.Open(storage.Url));

        var receipt = await SendAsync(api);

        var sent = Assert.Single(storage.Requests);
        Assert.Equal("POST /bucket/", sent.Line);
        Assert.Equal(["Accept", "Accept-Encoding", "Content-Length", "Content-Type", "Host", "User-Agent"], sent.Headers.Select(header => header.Key).Order(StringComparer.Ordinal));
        var boundary = sent.Header("Content-Type")!["multipart/form-data; boundary=".Length..];
        Assert.Equal(Expected(boundary), sent.Body);
        Assert.Equal($"k1/{_photo.Name}", receipt);
        Assert.Equal(1_000, _progress.Reports[^1]);
    }

    /// <summary>mapillary-v3.md §6.1: that the fields hold no key is inferred.</summary>
    [Fact]
    public async Task A_key_or_file_among_the_fields_gives_way_to_the_photos_own()
    {
        await using var storage = new ScriptedServer(Stored);
        var session = Client.Session(storage.Url).Replace("\"acl\":", "\"Key\":\"up/k1/${filename}\",\"file\":\"x\",\"acl\":", StringComparison.Ordinal);
        await using var api = new ScriptedServer(Reply.Json(session));

        await SendAsync(api);

        var sent = Assert.Single(storage.Requests);
        Assert.Equal(Expected(sent.Header("Content-Type")!["multipart/form-data; boundary=".Length..]), sent.Body);
    }


    [Fact]
    public async Task What_was_acknowledged_is_not_sent_again()
    {
        await using var storage = new ScriptedServer(Stored, Stored);
        await using var api = new ScriptedServer(Client.Open(storage.Url));
        var sender = Client.Of(api, _time).Sender;

        var first = await SendAsync(sender);
        var second = await SendAsync(sender);

        Assert.Equal(first, second);
        Assert.Single(storage.Requests);
    }

    [Theory]
    [InlineData("InternalError", 500)]
    [InlineData("SlowDown", 503)]
    [InlineData("RequestTimeout", 400)]
    public async Task Passing_trouble_of_the_storage_sends_the_whole_form_again_to_the_same_session(string code, int status)
    {
        await using var storage = new ScriptedServer(Storage(code, status), Reply.CutAfter(300), Reply.Lost, Reply.Json("<html>hotel</html>"), Stored);
        await using var api = new ScriptedServer(Client.Open(storage.Url));

        await SendAsync(api);

        Assert.Equal(5, storage.Requests.Count);
        Assert.Equal(storage.Requests[0].Body.Length, storage.Requests[4].Body.Length);
        Assert.Single(api.Requests);
    }

    [Theory]
    [InlineData("EntityTooLarge", 400)]
    [InlineData("EntityTooLarge", 413)]
    public async Task A_photo_that_the_storage_will_never_take_is_refused_with_its_words(string code, int status)
    {
        await using var storage = new ScriptedServer(Storage(code, status));
        await using var api = new ScriptedServer(Client.Open(storage.Url));

        var failure = await Client.FailureOf(SendAsync(api));

        Assert.Equal((FailureKind.PhotoRefused, code), (failure.Kind, failure.Code));
        Assert.Contains("in its words", failure.Message, StringComparison.Ordinal);
        Assert.Single(storage.Requests);
    }

    [Fact]
    public async Task A_stale_form_is_renewed_once_from_the_session()
    {
        await using var storage = new ScriptedServer(Stale, Stored);
        await using var api = new ScriptedServer(Client.Open(storage.Url), Client.Open(storage.Url, policy: "p2"));

        await SendAsync(api);

        Assert.Equal([$"GET /v3/me/uploads/k1?{Client.Id}", $"GET /v3/me/uploads/k1?{Client.Id}"], api.Lines);
        Assert.Contains("p2", storage.Requests[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_renewed_form_that_is_refused_too_refuses_the_photo()
    {
        await using var storage = new ScriptedServer(Stale, Stale);
        await using var api = new ScriptedServer(Client.Open(storage.Url), Client.Open(storage.Url, policy: "p2"));

        Assert.Equal(FailureKind.PhotoRefused, (await Client.FailureOf(SendAsync(api))).Kind);
    }

    [Theory]
    [InlineData("AccessDenied", 403, "Invalid according to Policy: Policy expired.")]
    [InlineData("ExpiredToken", 400, "The provided token has expired.")]
    [InlineData("SignatureDoesNotMatch", 403, "Check your key and signing method.")]
    public async Task A_form_that_is_over_and_cannot_be_renewed_loses_the_session(string code, int status, string message)
    {
        await using var storage = new ScriptedServer(Storage(code, status, message));
        await using var api = new ScriptedServer(Client.Open(storage.Url), Client.Open(storage.Url));

        var failure = await Client.FailureOf(SendAsync(api));

        Assert.Equal(FailureKind.SessionLost, failure.Kind);
        Assert.Contains("form is no longer accepted", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Access Denied")]
    [InlineData("Invalid according to Policy: Policy Condition failed: [\"content-length-range\", 0, 10]")]
    public async Task A_photo_that_is_forbidden_is_refused_and_its_session_takes_the_others(string message)
    {
        using var other = new APhoto();
        await using var storage = new ScriptedServer(Storage("AccessDenied", 403, message), Stored);
        await using var api = new ScriptedServer(Client.Open(storage.Url), Client.Open(storage.Url));
        var sender = Client.Of(api, _time).Sender;

        var failure = await Client.FailureOf(SendAsync(sender));
        var receipt = await sender.SendAsync("k1", other.Body, mayBeKnown: false, _progress, TestContext.Current.CancellationToken);

        Assert.Equal((FailureKind.PhotoRefused, "AccessDenied"), (failure.Kind, failure.Code));
        Assert.Contains(message, failure.Message, StringComparison.Ordinal);
        Assert.Equal($"k1/{other.Name}", receipt);
    }

    [Fact]
    public async Task A_session_that_is_gone_when_its_form_is_stale_is_lost()
    {
        await using var storage = new ScriptedServer(Stale);
        await using var api = new ScriptedServer(Client.Open(storage.Url), Client.Gone);

        Assert.Equal(FailureKind.SessionLost, (await Client.FailureOf(SendAsync(api))).Kind);
    }

    [Fact]
    public async Task A_connection_that_takes_no_byte_for_a_minute_is_left_and_tried_again()
    {
        await using var storage = new ScriptedServer(Reply.Never, Stored);
        await using var api = new ScriptedServer(Client.Open(storage.Url));

        var sending = SendAsync(api);
        await storage.ArrivalAsync();
        _time.Advance(TimeSpan.FromSeconds(61));
        await sending;

        Assert.Equal(2, storage.Requests.Count);
    }

    [Fact]
    public async Task A_file_that_became_shorter_is_refused_and_not_tried_again()
    {
        await using var storage = new ScriptedServer(Stored);
        await using var api = new ScriptedServer(Client.Open(storage.Url));
        _photo.ShrinkTo(500);

        var failure = await Client.FailureOf(SendAsync(api));

        Assert.Equal((FailureKind.PhotoRefused, "changed-while-sending"), (failure.Kind, failure.Code));
    }

    private static Reply Storage(string code, int status, string message = "in its words") =>
        Reply.Json($"""<?xml version="1.0" encoding="UTF-8"?><Error><Code>{code}</Code><Message>{message}</Message></Error>""", status);

    private byte[] Expected(string boundary)
    {
        (string Name, string Value)[] fields = [("acl", "private"), ("Policy", "p1"), ("x-odd", "ü \" =&"), ("key", $"up/k1/{_photo.Name}")];
        var head = string.Concat(fields.Select(field => $"--{boundary}\r\nContent-Disposition: form-data; name=\"{field.Name}\"\r\n\r\n{field.Value}\r\n"));
        var file = $"--{boundary}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{_photo.Name}\"\r\nContent-Type: image/jpeg\r\n\r\n";
        return [.. Encoding.UTF8.GetBytes(head + file), .. _photo.Bytes, .. Encoding.ASCII.GetBytes($"\r\n--{boundary}--\r\n")];
    }

    private Task<string> SendAsync(ScriptedServer api) => SendAsync(Client.Of(api, _time).Sender);

    private Task<string> SendAsync(ISender sender) =>
        sender.SendAsync("k1", _photo.Body, mayBeKnown: false, _progress, TestContext.Current.CancellationToken);
}
