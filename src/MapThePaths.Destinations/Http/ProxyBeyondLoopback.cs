using System.Net;

namespace MapThePaths.Destinations.Http;

/// <summary>
/// The computer's own proxy settings, except that this computer itself is always spoken to directly: the practice service lives here, and
/// <c>HTTP_PROXY</c> without <c>NO_PROXY</c> would send even its requests away.
/// </summary>
internal sealed class ProxyBeyondLoopback(IWebProxy system) : IWebProxy
{
    public ICredentials? Credentials
    {
        get => system.Credentials;
        set => system.Credentials = value;
    }

    public Uri? GetProxy(Uri destination) => system.GetProxy(destination);

    public bool IsBypassed(Uri host) => host.IsLoopback || system.IsBypassed(host);
}
