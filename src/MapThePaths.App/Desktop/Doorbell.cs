using System.Net.Sockets;
using System.Text;

namespace MapThePaths.App.Desktop;

/// <summary>
/// How a second start of the program finds the page that is served already: it rings at a socket in the home, which is for its owner alone,
/// and is given a start address of its own.
/// </summary>
internal sealed class Doorbell : IAsyncDisposable
{
    private const int LongestAddress = 1024;
    private static readonly TimeSpan LongestVisit = TimeSpan.FromSeconds(5);

    private readonly Socket _socket;
    private readonly string _path;
    private readonly CancellationTokenSource _over = new();
    private readonly Func<Uri> _newAddress;
    private readonly Task _answering;

    private Doorbell(Socket socket, string path, Func<Uri> newAddress)
    {
        _socket = socket;
        _path = path;
        _newAddress = newAddress;
        _answering = AnswerAsync();
    }

    /// <returns>Null where another instance has one already, or there can be none, as in a home whose path is too long.</returns>
    public static async Task<Doorbell?> HangAsync(string home, Func<Uri> newAddress, CancellationToken cancellationToken)
    {
        if (At(home) is not { } place || await RingAsync(home, cancellationToken) is not null)
        {
            return null;
        }

        var path = place.ToString();
        var socket = NewSocket();
        try
        {
            // Left behind by an instance that was killed.
            File.Delete(path);
            socket.Bind(place);
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            }

            socket.Listen();
            return new Doorbell(socket, path, newAddress);
        }
        catch (Exception failure) when (failure is SocketException or IOException or UnauthorizedAccessException)
        {
            socket.Dispose();
            return null;
        }
    }

    /// <returns>A start address of the page that is served; null when none is.</returns>
    public static async Task<Uri?> RingAsync(string home, CancellationToken cancellationToken)
    {
        if (At(home) is not { } place || !File.Exists(place.ToString()))
        {
            return null;
        }

        using var visit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        visit.CancelAfter(LongestVisit);
        using var socket = NewSocket();
        try
        {
            await socket.ConnectAsync(place, visit.Token);
            var buffer = new byte[LongestAddress];
            var length = 0;
            while (length < buffer.Length && await socket.ReceiveAsync(buffer.AsMemory(length), visit.Token) is > 0 and var read)
            {
                length += read;
            }

            return Uri.TryCreate(Encoding.UTF8.GetString(buffer, 0, length), UriKind.Absolute, out var page) ? page : null;
        }
        catch (SocketException)
        {
            return null;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _over.CancelAsync();
        await _answering;
        _socket.Dispose();
        _over.Dispose();
        File.Delete(_path);
    }

    private static UnixDomainSocketEndPoint? At(string home)
    {
        try
        {
            return new UnixDomainSocketEndPoint(Path.Combine(home, "page.socket"));
        }
        catch (Exception failure) when (failure is ArgumentOutOfRangeException or PlatformNotSupportedException)
        {
            return null;
        }
    }

    private static Socket NewSocket() => new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);

    private async Task AnswerAsync()
    {
        while (!_over.IsCancellationRequested)
        {
            try
            {
                using var visitor = await _socket.AcceptAsync(_over.Token);
                await visitor.SendAsync(Encoding.UTF8.GetBytes(_newAddress().AbsoluteUri), _over.Token);
            }
            catch (SocketException)
            {
                // A visitor who left.
            }
            catch (OperationCanceledException)
            {
                // The page is over.
            }
        }
    }
}
