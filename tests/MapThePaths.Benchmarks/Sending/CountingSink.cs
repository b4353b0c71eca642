using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace MapThePaths.Benchmarks.Sending;

/// <summary>A server that reads POSTs with a length, counts their bytes, and thanks. What sending to it takes is the operating system's own.</summary>
internal sealed class CountingSink : IDisposable
{
    private static readonly byte[] Thanks = "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{\"h\":\"x\"}"u8.ToArray();
    private readonly Socket _door = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);

    public CountingSink()
    {
        _door.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        _door.Listen();
        new Thread(Welcome) { IsBackground = true }.Start();
    }

    public Uri Address => new($"http://{_door.LocalEndPoint}/");

    public void Dispose() => _door.Dispose();

    private void Welcome()
    {
        try
        {
            while (true)
            {
                var guest = _door.Accept();
                new Thread(() => Serve(guest)) { IsBackground = true }.Start();
            }
        }
        catch (SocketException)
        {
            // The door was closed.
        }
    }

    private static void Serve(Socket guest)
    {
        using var _ = guest;
        var buffer = new byte[256 * 1024];
        var filled = 0;
        while (guest.Receive(buffer.AsSpan(filled)) is var count and > 0)
        {
            filled += count;
            if (buffer.AsSpan(0, filled).IndexOf("\r\n\r\n"u8) is var end and > 0)
            {
                Swallow(guest, Length(buffer.AsSpan(0, end)) - (filled - end - 4), buffer);
                guest.Send(Thanks);
                filled = 0;
            }
        }
    }

    private static void Swallow(Socket guest, long left, byte[] buffer)
    {
        while (left > 0)
        {
            left -= guest.Receive(buffer.AsSpan(0, (int)Math.Min(left, buffer.Length)));
        }
    }

    private static long Length(ReadOnlySpan<byte> head)
    {
        var text = Encoding.ASCII.GetString(head);
        var at = text.IndexOf("Content-Length: ", StringComparison.Ordinal) + "Content-Length: ".Length;
        return long.Parse(text.AsSpan(at).ToString().Split('\r')[0], CultureInfo.InvariantCulture);
    }
}
