using System.Net.Sockets;
using System.Text;

namespace MapThePaths.Tests.Emulator;

/// <summary>A connection that breaks off where the test wants.</summary>
internal sealed class RawSocket(Uri address) : IDisposable
{
    private readonly TcpClient _connection = new(address.Host, address.Port);

    public Task WriteAsync(string text) => WriteAsync(Encoding.ASCII.GetBytes(text));

    public Task WriteAsync(byte[] bytes) =>
        _connection.GetStream().WriteAsync(bytes, TestContext.Current.CancellationToken).AsTask();

    public async Task<string> ReadAsync()
    {
        var buffer = new byte[4096];
        var count = await _connection.GetStream().ReadAsync(buffer, TestContext.Current.CancellationToken);
        return Encoding.ASCII.GetString(buffer, 0, count);
    }

    public void Dispose() => _connection.Dispose();
}
