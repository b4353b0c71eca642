using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace MapThePaths.Benchmarks.Sending;

/// <summary>
/// The floor: files sent by plain POSTs over a few kept connections, a thread each, by <c>sendfile</c>. It keeps no account of anything, so
/// nothing that does can need less.
/// </summary>
internal static class BareSender
{
    public const string Command = "send-bare";

    /// <summary>Prints the seconds by the clock and of the processor that sending took, without the start of the runtime.</summary>
    public static int Run(Uri address, string token, string folder, int connections)
    {
        var files = Directory.GetFiles(folder);
        var (next, run) = (-1, Guid.NewGuid().ToString("n"));
        var (watch, processor) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        var threads = Enumerable.Range(0, connections).Select(_ => new Thread(Send)).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        var seconds = FormattableString.Invariant($"{watch.Elapsed.TotalSeconds} {(Environment.CpuUsage.TotalTime - processor).TotalSeconds}");
        Console.WriteLine(seconds);
        return 0;

        void Send()
        {
            using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            socket.Connect(IPAddress.Loopback, address.Port);
            while (Interlocked.Increment(ref next) is var index && index < files.Length)
            {
                socket.SendFile(files[index], Head(address, token, $"bare_{run}_{index}.jpg", new FileInfo(files[index]).Length), postBuffer: null, TransmitFileOptions.UseDefaultWorkerThread);
                ReadAnswer(socket);
            }
        }
    }

    /// <summary>What <see cref="Run"/> printed.</summary>
    public static (TimeSpan Wall, TimeSpan Processor) Read(string line)
    {
        var seconds = line.Split(' ').Select(number => TimeSpan.FromSeconds(double.Parse(number, CultureInfo.InvariantCulture))).ToList();
        return (seconds[0], seconds[1]);
    }

    private static byte[] Head(Uri address, string token, string key, long length) => Encoding.ASCII.GetBytes(
        $"POST {address.AbsolutePath}/{key} HTTP/1.1\r\nHost: {address.Authority}\r\nAuthorization: OAuth {token}\r\n"
        + $"Offset: 0\r\nX-Entity-Name: {key}\r\nX-Entity-Length: {length}\r\nContent-Length: {length}\r\n\r\n");

    private static void ReadAnswer(Socket socket)
    {
        Span<byte> buffer = stackalloc byte[4096];
        var read = 0;
        while (!IsWhole(buffer[..read]))
        {
            var count = socket.Receive(buffer[read..]);
            read += count > 0 ? count : throw new IOException("The server closed the connection.");
        }

        if (!buffer.StartsWith("HTTP/1.1 200"u8))
        {
            throw new IOException(Encoding.ASCII.GetString(buffer[..read]));
        }
    }

    // Answers here are one JSON object with nothing in braces inside.
    private static bool IsWhole(ReadOnlySpan<byte> answer) => answer.EndsWith("}"u8);
}
