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

    /// <summary>§5.3, older protocol: a length of the body comes with that of the file. Alone, §16 does not know it.</summary>
    [Theory]
    [InlineData("X-Entity-Length", "1000", 200)]
    [InlineData("X-Unknown", "1", 400)]
    public async Task A_body_with_content_length_is_taken_beside_the_length_of_the_file(string name, string value, int status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Client.Addresses.UploadUrl + "/a.jpg") { Content = new ByteArrayContent(Photo) };
        request.Headers.TryAddWithoutValidation("Authorization", Client.Authorization);
        request.Headers.TryAddWithoutValidation("Offset", "0");
        request.Headers.TryAddWithoutValidation("X-Entity-Name", "a.jpg");
        request.Headers.TryAddWithoutValidation(name, value);
        using var http = new HttpClient();

        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal(status == 200 ? 1000 : 0, (await Client.OffsetAsync("a.jpg")).Offset);
    }

    [Fact]
    public async Task Bytes_have_no_content_type()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Client.Addresses.UploadUrl + "/a.jpg") { Content = new ByteArrayContent(Photo) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", "image/jpeg");
        request.Headers.TransferEncodingChunked = true;
        request.Headers.TryAddWithoutValidation("Authorization", Client.Authorization);
        request.Headers.TryAddWithoutValidation("Offset", "0");
        request.Headers.TryAddWithoutValidation("X-Entity-Name", "a.jpg");

        Assert.Equal(400, (await Client.AskAsync(request)).Status);
    }

    /// <summary>§1: in the address it works on graph and tiles.</summary>
    [Fact]
    public async Task A_token_in_the_address_is_not_authorized_to_upload()
    {
        var reply = await Client.AskAsync(HttpMethod.Get, $"{Client.Addresses.UploadUrl}/a.jpg?access_token={Client.Addresses.AccessToken}");

        Assert.Equal("NotAuthorizedError", reply.UploadErrorType);
    }

    [Fact]
    public async Task A_token_of_another_service_is_not_authorized_to_upload()
    {
        Client.Authorization = "OAuth " + Client.Addresses.V3.AccessToken;

        Assert.Equal("NotAuthorizedError", (await Client.OffsetAsync("a.jpg")).UploadErrorType);
    }

    /// <summary>§5.4: the handle again; §14: too old is too old.</summary>
    [Fact]
    public async Task A_handle_that_has_ended_is_given_again_and_serves_for_nothing()
    {
        var handle = await Client.UploadAsync("a.jpg", Photo);
        Clock.Advance(TimeSpan.FromDays(4));

        var again = (await Client.SendBytesAsync("a.jpg", Photo.Length, [])).Handle;
        var finish = await Client.FinishAsync(await Client.UploadAsync("uuid_m.json", RawClient.Manifest(again)));

        Assert.Equal(handle, again);
        Assert.Contains("expired", finish.GraphErrorMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_bytes_than_the_announced_length_are_refused() =>
        Assert.Equal(400, (await Client.SendBytesAsync("a.jpg", 0, Photo, ("X-Entity-Length", "999"))).Status);

    [Fact]
    public async Task A_handle_names_key_and_type()
    {
        var parts = (await Client.SendBytesAsync("a.jpg", 0, Photo, ("X-Entity-Type", "image/jpeg"))).Handle.Split(':');

        Assert.Equal(("YS5qcGc", "aW1hZ2UvanBlZw"), (parts[1], parts[2]));
    }

    [Fact]
    public async Task A_session_key_has_200_characters_at_most()
    {
        Assert.Equal(200, (await Client.OffsetAsync(new string('k', 200))).Status);
        Assert.Equal(400, (await Client.OffsetAsync(new string('k', 201))).Status);
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
            + theOther + "X-Entity-Length: 3\r\nContent-Length: 3\r\n\r\nabc");

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
