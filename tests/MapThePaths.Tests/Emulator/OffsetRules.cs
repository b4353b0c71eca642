namespace MapThePaths.Tests.Emulator;

public sealed class OffsetRules : EmulatorTest
{
    [Fact]
    public async Task An_unknown_session_key_answers_offset_zero()
    {
        var reply = await Client.OffsetAsync("mtp_0123.jpg");

        Assert.Equal(200, reply.Status);
        Assert.Equal(0, reply.Offset);
        Assert.True(reply.Json.TryGetProperty("dc", out _));
    }

    [Fact]
    public async Task A_complete_file_answers_its_length()
    {
        await Client.UploadAsync("a.jpg", new byte[1000]);

        Assert.Equal(1000, (await Client.OffsetAsync("a.jpg")).Offset);
    }

    [Fact]
    public async Task The_same_key_of_another_user_is_another_session()
    {
        await Client.UploadAsync("a.jpg", new byte[1000]);
        Client.Authorization = "OAuth " + Server.AccessTokenOf("other");

        Assert.Equal(0, (await Client.OffsetAsync("a.jpg")).Offset);
    }

    [Fact]
    public async Task Bytes_of_a_broken_request_are_kept()
    {
        using (var socket = new RawSocket(new Uri(Client.Addresses.UploadUrl)))
        {
            await socket.WriteAsync(
                $"POST {new Uri(Client.Addresses.UploadUrl).AbsolutePath}/a.jpg HTTP/1.1\r\nHost: x\r\nAuthorization: {Client.Authorization}\r\n"
                + "Offset: 0\r\nX-Entity-Name: a.jpg\r\nTransfer-Encoding: chunked\r\n\r\n1000\r\n");
            await socket.WriteAsync(new byte[300]);
            await WaitForOffsetAsync("a.jpg", 300);
        }

        var handle = (await Client.SendBytesAsync("a.jpg", 300, new byte[700])).Handle;

        Assert.NotEmpty(handle);
        Assert.Equal(new byte[1000], await Client.BytesAsync("a.jpg"));
    }

    private async Task WaitForOffsetAsync(string key, long offset)
    {
        while ((await Client.OffsetAsync(key)).Offset != offset)
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
        }
    }
}
