using System.Text;

namespace MapThePaths.Tests.Emulator;

public sealed class SendRules : EmulatorTest
{
    private static readonly byte[] Photo = [.. Enumerable.Range(0, 1000).Select(index => (byte)index)];

    [Fact]
    public async Task A_chunked_body_is_kept_exactly_and_gives_a_handle()
    {
        var reply = await Client.SendBytesAsync("a.jpg", 0, Photo);

        Assert.Equal(200, reply.Status);
        Assert.Matches(@"^4:[^:]+::AR[0-9a-f]+:e:\d+:AR[0-9a-f]+$", reply.Handle);
        Assert.Equal(Photo, await Client.BytesAsync("a.jpg"));
    }

    [Fact]
    public async Task A_body_with_content_length_is_taken_too()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Client.Addresses.UploadUrl + "/a.jpg") { Content = new ByteArrayContent(Photo) };
        request.Headers.TryAddWithoutValidation("Authorization", Client.Authorization);
        request.Headers.TryAddWithoutValidation("Offset", "0");
        request.Headers.TryAddWithoutValidation("X-Entity-Name", "a.jpg");
        using var http = new HttpClient();

        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(200, (int)response.StatusCode);
        Assert.Equal(Photo, await Client.BytesAsync("a.jpg"));
    }

    [Fact]
    public async Task A_handle_expires_after_four_days()
    {
        var handle = await Client.UploadAsync("a.jpg", Photo);

        var expiry = DateTimeOffset.FromUnixTimeSeconds(long.Parse(handle.Split(':')[5]));

        Assert.Equal(Clock.GetUtcNow().AddDays(4), expiry);
    }

    [Fact]
    public async Task An_empty_post_at_the_end_gives_the_same_handle_again()
    {
        var handle = await Client.UploadAsync("a.jpg", Photo);

        Assert.Equal(handle, (await Client.SendBytesAsync("a.jpg", Photo.Length, [])).Handle);
    }

    [Fact]
    public async Task A_wrong_offset_is_412_and_keeps_nothing()
    {
        var reply = await Client.SendBytesAsync("a.jpg", 5, Photo);

        Assert.Equal(412, reply.Status);
        Assert.Equal("OffsetInvalidError", reply.UploadErrorType);
        Assert.True(reply.Json.GetProperty("debug_info").GetProperty("retriable").GetBoolean());
        Assert.Equal(0, (await Client.OffsetAsync("a.jpg")).Offset);
    }

    [Fact]
    public async Task Bytes_after_the_end_of_a_complete_file_are_refused()
    {
        await Client.UploadAsync("a.jpg", Photo);

        Assert.Equal(412, (await Client.SendBytesAsync("a.jpg", Photo.Length, Photo)).Status);
        Assert.Equal(Photo, await Client.BytesAsync("a.jpg"));
    }

    [Fact]
    public async Task Fewer_bytes_than_the_announced_length_are_206()
    {
        var reply = await Client.SendBytesAsync("a.jpg", 0, Photo[..400], ("X-Entity-Length", "1000"));

        Assert.Equal(206, reply.Status);
        Assert.Equal("PartialRequestError", reply.UploadErrorType);
        Assert.Equal(400, (await Client.OffsetAsync("a.jpg")).Offset);
    }

    [Fact]
    public async Task The_rest_after_206_completes_the_file()
    {
        await Client.SendBytesAsync("a.jpg", 0, Photo[..400], ("X-Entity-Length", "1000"));

        var reply = await Client.SendBytesAsync("a.jpg", 400, Photo[400..], ("X-Entity-Length", "1000"));

        Assert.Equal(200, reply.Status);
        Assert.Equal(Photo, await Client.BytesAsync("a.jpg"));
    }

    [Theory]
    [InlineData("Offset", "")]
    [InlineData("Offset", "-1")]
    [InlineData("Offset", "ten")]
    [InlineData("X-Entity-Name", "other.jpg")]
    [InlineData("X-Entity-Length", "much")]
    public async Task A_wrong_header_is_400(string name, string value)
    {
        var reply = await Client.SendBytesAsync("a.jpg", 0, Photo, (name, value));

        Assert.Equal(400, reply.Status);
        Assert.False(reply.Json.GetProperty("debug_info").GetProperty("retriable").GetBoolean());
    }

    [Theory]
    [InlineData("Offset: 0\r\n")]
    [InlineData("X-Entity-Name: a.jpg\r\n")]
    public async Task A_missing_header_is_400(string theOther)
    {
        using var socket = new RawSocket(new Uri(Client.Addresses.UploadUrl));
        await socket.WriteAsync(
            $"POST {new Uri(Client.Addresses.UploadUrl).AbsolutePath}/a.jpg HTTP/1.1\r\nHost: x\r\nAuthorization: {Client.Authorization}\r\n"
            + theOther + "Content-Length: 3\r\n\r\nabc");

        Assert.StartsWith("HTTP/1.1 400 ", await socket.ReadAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("OAuth nonsense")]
    [InlineData("OAuth MLYAneverissuedneverissuedneverissued")]
    public async Task A_bad_token_is_not_authorized(string authorization)
    {
        Client.Authorization = authorization;

        var reply = await Client.SendBytesAsync("a.jpg", 0, Photo);

        Assert.Equal(400, reply.Status);
        Assert.Equal("NotAuthorizedError", reply.UploadErrorType);
    }

    [Fact]
    public async Task A_client_token_is_not_authorized_to_upload()
    {
        Client.Authorization = "OAuth " + Client.Addresses.ClientToken;

        Assert.Equal("NotAuthorizedError", (await Client.OffsetAsync("a.jpg")).UploadErrorType);
    }

    [Fact]
    public async Task An_expired_token_is_not_authorized_to_upload()
    {
        Clock.Advance(TimeSpan.FromDays(61));

        Assert.Equal("NotAuthorizedError", (await Client.OffsetAsync("a.jpg")).UploadErrorType);
    }

    [Fact]
    public async Task A_session_key_is_no_path()
    {
        await Client.UploadAsync("..%2F..%2Fevil.jpg", Encoding.UTF8.GetBytes("x"));

        var keys = (await Client.StateAsync()).Json.GetProperty("sessions").EnumerateArray().Select(session => session.GetProperty("key").GetString());
        Assert.Equal(["..%2F..%2Fevil.jpg"], keys);
    }
}
