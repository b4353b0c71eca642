using System.Net;
using System.Net.Http.Headers;
using System.Reflection;

namespace MapThePaths.Destinations.Http;

/// <summary>
/// How every destination talks HTTP: version 1.1, no cookies, no redirects (an answer elsewhere is never the service's own, and a token
/// must not travel there), no time-out of its own (<see cref="HttpExchange"/> has one for each exchange). Made once, kept for the
/// program's life.
/// </summary>
internal static class HttpClients
{
    /// <summary>The largest answer that is read: a page of 2,000 image records stays far below.</summary>
    private const int LargestAnswer = 64 * 1024 * 1024;

    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(60);

    /// <summary>Connections are kept and used again; a service's address is looked up anew every few minutes.</summary>
    public static HttpClient Pooled() => Over(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5) });

    /// <summary>
    /// A fresh connection for every request. For requests that must not be repeated: a kept connection that the far side has just closed
    /// would leave it unclear whether the request was carried out.
    /// </summary>
    public static HttpClient Fresh() => Over(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.Zero });

    private static HttpClient Over(SocketsHttpHandler handler)
    {
        handler.AllowAutoRedirect = false;
        handler.UseCookies = false;
        handler.Proxy = new ProxyBeyondLoopback(HttpClient.DefaultProxy);
        handler.ConnectTimeout = ConnectTimeout;
        handler.AutomaticDecompression = DecompressionMethods.All;
        var client = new HttpClient(handler)
        {
            DefaultRequestVersion = HttpVersion.Version11,
            DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact,
            MaxResponseContentBufferSize = LargestAnswer,
            Timeout = Timeout.InfiniteTimeSpan,
        };
        client.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("mtpdu", Version()));
        client.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("*/*"));
        client.DefaultRequestHeaders.ExpectContinue = false;
        return client;
    }

    private static string Version() =>
        typeof(HttpClients).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0";
}
