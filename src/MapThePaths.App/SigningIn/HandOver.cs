using System.Net.Sockets;
using System.Text;
using MapThePaths.Core.Model;

namespace MapThePaths.App.SigningIn;

/// <summary>
/// How a second instance of the program, started by the system with a redirected address, gives it to the one that waits: a socket in the
/// home, for its owner alone.
/// </summary>
internal sealed class HandOver : IAsyncDisposable
{
    private const int LongestAddress = 16 * 1024;
    private const string Taken = "taken";
    private static readonly TimeSpan LongestVisit = TimeSpan.FromSeconds(5);

    private readonly Socket _socket;
    private readonly string _path;
    private readonly CancellationTokenSource _over = new();
    private readonly Uri _redirectUri;
    private readonly AwaitedAnswer _awaited;
    private readonly Action<string> _notice;
    private readonly Task _serving;

    private HandOver(Socket socket, string path, Uri redirectUri, AwaitedAnswer awaited, Action<string> notice)
    {
        _socket = socket;
        _path = path;
        _redirectUri = redirectUri;
        _awaited = awaited;
        _notice = notice;
        _serving = ServeAsync();
    }

    /// <returns>Null where there can be no such socket, as in a home whose path is too long for one.</returns>
    /// <exception cref="UserMistakeException">Another sign-in waits already.</exception>
    public static async Task<HandOver?> StartAsync(string home, Uri redirectUri, AwaitedAnswer awaited, Action<string> notice, CancellationToken cancellationToken)
    {
        if (EndPoint(home) is not { } endPoint)
        {
            return null;
        }

        var path = endPoint.ToString();
        await RemoveLeftoverAsync(endPoint, path, cancellationToken);
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            socket.Bind(endPoint);
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            }

            socket.Listen();
            return new HandOver(socket, path, redirectUri, awaited, notice);
        }
        catch (Exception failure) when (failure is SocketException or IOException or UnauthorizedAccessException)
        {
            socket.Dispose();
            return null;
        }
    }

    /// <summary>Called by the second instance.</summary>
    /// <returns>False when nobody waits, or not for this address.</returns>
    public static async Task<bool> GiveAsync(string home, string address, CancellationToken cancellationToken)
    {
        if (EndPoint(home) is not { } endPoint)
        {
            return false;
        }

        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            await socket.ConnectAsync(endPoint, cancellationToken);
            await socket.SendAsync(Encoding.UTF8.GetBytes(address), cancellationToken);
            socket.Shutdown(SocketShutdown.Send);
            return await ReadAsync(socket, cancellationToken) == Taken;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _over.CancelAsync();
        await _serving;
        _socket.Dispose();
        _over.Dispose();
        File.Delete(_path);
    }

    private static UnixDomainSocketEndPoint? EndPoint(string home)
    {
        try
        {
            return new UnixDomainSocketEndPoint(Path.Combine(home, "sign-in.socket"));
        }
        catch (Exception failure) when (failure is ArgumentOutOfRangeException or PlatformNotSupportedException)
        {
            return null;
        }
    }

    private static async Task RemoveLeftoverAsync(UnixDomainSocketEndPoint endPoint, string path, CancellationToken cancellationToken)
    {
        if (!File.Exists(path))
        {
            return;
        }

        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            await socket.ConnectAsync(endPoint, cancellationToken);
        }
        catch (SocketException)
        {
            File.Delete(path);
            return;
        }

        throw new UserMistakeException("Another sign-in waits for its answer already. End it first.");
    }

    private async Task ServeAsync()
    {
        while (!_over.IsCancellationRequested)
        {
            try
            {
                using var visitor = await _socket.AcceptAsync(_over.Token);
                using var visit = CancellationTokenSource.CreateLinkedTokenSource(_over.Token);
                visit.CancelAfter(LongestVisit);
                var verdict = Receive(await ReadAsync(visitor, visit.Token));

                // Also when the answer it brought has ended this sign-in meanwhile: who brought it must hear that it was taken.
                await visitor.SendAsync(Encoding.UTF8.GetBytes(verdict), CancellationToken.None);
            }
            catch (SocketException)
            {
                // A visitor who left.
            }
            catch (OperationCanceledException)
            {
                // The sign-in is over, or a visitor said nothing.
            }
        }
    }

    private string Receive(string text)
    {
        if (!Uri.TryCreate(text.Trim(), UriKind.Absolute, out var address) || !RedirectedAddress.LeadsTo(_redirectUri, address))
        {
            return "foreign";
        }

        var reception = _awaited.Offer(RedirectedAddress.Parameters(address));
        if (reception == Reception.WrongState)
        {
            _notice(AwaitedAnswer.LeftAside);
        }

        return reception == Reception.Taken ? Taken : "refused";
    }

    private static async Task<string> ReadAsync(Socket socket, CancellationToken cancellationToken)
    {
        var buffer = new byte[LongestAddress];
        var length = 0;
        while (length < buffer.Length && await socket.ReceiveAsync(buffer.AsMemory(length), cancellationToken) is > 0 and var read)
        {
            length += read;
        }

        return Encoding.UTF8.GetString(buffer, 0, length);
    }
}
