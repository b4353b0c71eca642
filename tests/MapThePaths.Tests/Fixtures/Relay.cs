using System.Net;
using System.Net.Sockets;
using System.Text;

namespace MapThePaths.Tests.Fixtures;

/// <summary>
/// Stands between a program and a service, passes everything on, and keeps back the answer to one kind of request: the service has done its
/// work, and the program does not know yet.
/// </summary>
internal sealed class Relay : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly TaskCompletionSource _held = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _letGo = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Uri _service;
    private readonly string _path;
    private readonly Task _accepting;

    private Relay(Uri service, string path)
    {
        _service = service;
        _path = path;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    /// <summary>The service's address by way of this relay.</summary>
    public string Url => new UriBuilder(_service) { Port = ((IPEndPoint)_listener.LocalEndpoint).Port }.Uri.ToString().TrimEnd('/');

    /// <summary>Done once an answer has come and is kept back.</summary>
    public Task Held => _held.Task;

    /// <param name="path">Answers to POST requests whose first line holds this text are kept back.</param>
    public static Relay HoldingAnswersOf(string path, string serviceUrl) => new(new Uri(serviceUrl), path);

    /// <summary>Passes on what was kept back, and keeps nothing back from now on.</summary>
    public void LetGo() => _letGo.TrySetResult();

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Dispose();
        await _accepting;
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        List<Task> connections = [];
        try
        {
            while (true)
            {
                connections.Add(ConnectAsync(await _listener.AcceptTcpClientAsync(_stop.Token)));
            }
        }
        catch (Exception end) when (end is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(connections);
        }
    }

    private async Task ConnectAsync(TcpClient accepted)
    {
        using var client = accepted;
        using var service = new TcpClient();
        using var over = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token);
        try
        {
            await service.ConnectAsync(_service.Host, _service.Port, over.Token);
            var connection = new Connection(this, client.GetStream(), service.GetStream());
            await Task.WhenAny(connection.AskAsync(over.Token), connection.AnswerAsync(over.Token));
        }
        catch (Exception end) when (end is OperationCanceledException or IOException or SocketException)
        {
            // One side is gone, and so is the connection.
        }
        finally
        {
            await over.CancelAsync();
        }
    }

    private sealed class Connection(Relay relay, NetworkStream client, NetworkStream service)
    {
        private volatile bool _holds;

        public async Task AskAsync(CancellationToken cancellationToken)
        {
            var buffer = new byte[64 * 1024];
            while (await client.ReadAsync(buffer, cancellationToken) is var read and > 0)
            {
                var firstLine = Encoding.Latin1.GetString(buffer, 0, read).Split('\r', 2)[0];
                _holds |= firstLine.StartsWith("POST ", StringComparison.Ordinal) && firstLine.Contains(relay._path, StringComparison.Ordinal);
                await service.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            }
        }

        public async Task AnswerAsync(CancellationToken cancellationToken)
        {
            var buffer = new byte[64 * 1024];
            while (await service.ReadAsync(buffer, cancellationToken) is var read and > 0)
            {
                if (_holds)
                {
                    relay._held.TrySetResult();
                    await relay._letGo.Task.WaitAsync(cancellationToken);
                }

                await client.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            }
        }
    }
}
