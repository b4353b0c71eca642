using System.Net.Sockets;
using MapThePaths.Core.Destinations;

namespace MapThePaths.Destinations.Http;

/// <summary>Network failures in words of ours: the platform's may be absent in a published program, and name no next step.</summary>
internal static class ConnectionTrouble
{
    /// <summary>On this very computer nobody listening is not the network's fault.</summary>
    public static Fault Fault(HttpRequestException failure, Uri address) =>
        address.IsLoopback && failure.GetBaseException() is SocketException { SocketErrorCode: SocketError.ConnectionRefused }
            ? new Fault(FaultKind.Transient, DestinationException.NobodyListens, $"nobody listens at {address.GetLeftPart(UriPartial.Authority)} on this computer")
            : new Fault(FaultKind.Transient, "connection", Describe(failure));

    public static string Describe(HttpRequestException failure) => failure.HttpRequestError switch
    {
        HttpRequestError.NameResolutionError => "the service's address could not be found; is this computer online?",
        HttpRequestError.ConnectionError => $"no connection{Detail(failure)}",
        HttpRequestError.SecureConnectionError => "no secure connection: the certificate shown is not trusted by this computer",
        HttpRequestError.ProxyTunnelError => "the proxy let no connection through",
        HttpRequestError.ConfigurationLimitExceeded => "the answer was too large",
        HttpRequestError.ResponseEnded => "the connection was closed before the answer was complete",
        _ => $"the connection was lost{Detail(failure)}",
    };

    private static string Detail(Exception failure) =>
        failure.GetBaseException() is SocketException socket ? $" ({socket.SocketErrorCode})" : "";
}
