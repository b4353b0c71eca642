using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace MapThePaths.Tests.Fixtures;

/// <summary>A service on a real socket that gives the replies it was told, in order, and keeps what it was asked.</summary>
internal sealed class ScriptedServer : IAsyncDisposable
{
    private static readonly Reply Unscripted = Reply.Json("""{"error":{"message":"not in the script","code":99999}}""", 400);

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<Reply> _replies = new();
    private readonly ConcurrentQueue<RecordedRequest> _requests = new();
    private readonly SemaphoreSlim _arrived = new(0);
    private readonly List<Task> _connections = [];
    private readonly Task _accepting;

    public ScriptedServer(params IEnumerable<Reply> replies)
    {
        foreach (var reply in replies)
        {
            _replies.Enqueue(reply);
        }

        _listener.Start();
        _accepting = AcceptAsync();
    }

    public string Url => $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";

    public IReadOnlyList<RecordedRequest> Requests => [.. _requests];

    public IReadOnlyList<string> Lines => [.. _requests.Select(request => request.Line)];

    /// <summary>Until one more request has arrived, as far as its reply reads it.</summary>
    public Task ArrivalAsync() => _arrived.WaitAsync(TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _accepting;
        _listener.Stop();
        await Task.WhenAll(_connections);
        _listener.Dispose();
        _arrived.Dispose();
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                _connections.Add(ServeAsync(client, _connections.Count + 1));
            }
        }
        catch (OperationCanceledException)
        {
            // The test is over.
        }
    }

    private async Task ServeAsync(TcpClient client, int number)
    {
        using var _ = client;
        client.NoDelay = true;
        try
        {
            var reader = new WireReader(client.GetStream());
            while (await reader.HeadAsync(_stop.Token) is { } head)
            {
                if (!await AnswerAsync(client, number, reader, head))
                {
                    return;
                }
            }
        }
        catch (Exception failure) when (failure is OperationCanceledException or IOException)
        {
            // The client went away, or the test is over.
        }
    }

    /// <summary>False when the connection ends here.</summary>
    private async Task<bool> AnswerAsync(TcpClient client, int number, WireReader reader, IReadOnlyList<string> head)
    {
        var reply = _replies.TryDequeue(out var scripted) ? scripted : Unscripted;
        var request = await ReadAsync(number, reader, head, reply.BodyBytesRead ?? int.MaxValue);
        _requests.Enqueue(request);
        _arrived.Release();
        if (reply.Hangs)
        {
            await Task.Delay(Timeout.Infinite, _stop.Token);
        }

        await (reply.Until ?? Task.CompletedTask).WaitAsync(_stop.Token);
        if (reply.Bytes is { } bytes)
        {
            await client.GetStream().WriteAsync(bytes, _stop.Token);
        }

        if (reply.BodyBytesRead is not null)
        {
            client.LingerState = new LingerOption(enable: true, seconds: 0);
        }

        return !reply.CutsAfterwards;
    }

    private async Task<RecordedRequest> ReadAsync(int number, WireReader reader, IReadOnlyList<string> head, int mostBody)
    {
        var line = head[0].Split(' ');
        var headers = head.Skip(1).Select(Header).ToList();
        var request = new RecordedRequest(number, line[0], line[1], headers, []);
        var isChunked = request.Header("Transfer-Encoding") == "chunked";
        var length = long.Parse(request.Header("Content-Length") ?? "0");
        return request with { Body = await reader.BodyAsync(isChunked, length, mostBody, _stop.Token) };
    }

    private static KeyValuePair<string, string> Header(string line)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        return new(line[..colon], line[(colon + 1)..].Trim());
    }
}
