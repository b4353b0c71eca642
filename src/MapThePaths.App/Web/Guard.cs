using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace MapThePaths.App.Web;

/// <summary>
/// Lets in only the browser that was given the start address. That address holds a token that is good for one visit and is
/// turned into a cookie. Requests by another name of this computer, or made by another site, are refused, so that no page on the web can
/// reach this one by a trick with names (DNS rebinding) or by a form (CSRF).
/// </summary>
internal sealed class Guard
{
    private const int TokenLength = 32;
    private const int MostStarts = 8;

    private readonly Lock _gate = new();
    private readonly string _pass = NewToken();
    private readonly List<string> _startTokens = [];

    /// <summary>The port that is listened on; known once the server has started.</summary>
    public int Port { get; set; }

    // Cookies know no ports: two instances must not take each other's.
    private string CookieName => $"mtpdu-{Port}";

    /// <summary>Where a browser begins. Good once; whoever has the cookie already may come again.</summary>
    public Uri NewStartAddress()
    {
        var token = NewToken();
        lock (_gate)
        {
            if (_startTokens.Count == MostStarts)
            {
                _startTokens.RemoveAt(0);
            }

            _startTokens.Add(token);
        }

        return new Uri($"http://127.0.0.1:{Port}/?token={token}");
    }

    public Task InvokeAsync(HttpContext http, RequestDelegate next)
    {
        SetHeaders(http.Response.Headers);
        if (!IsOurName(http.Request) || !IsOurPage(http.Request))
        {
            return RefuseAsync(http, StatusCodes.Status403Forbidden, "Only the page of this program may ask.");
        }

        if (http.Request.Query.TryGetValue("token", out var token) && HttpMethods.IsGet(http.Request.Method))
        {
            return BeginAsync(http, token.ToString());
        }

        return HasPass(http.Request)
            ? next(http)
            : RefuseAsync(http, StatusCodes.Status401Unauthorized, "Start 'mtpdu' (or 'mtpdu serve') again and use the address that it opens or prints.");
    }

    private Task BeginAsync(HttpContext http, string token)
    {
        if (!HasPass(http.Request))
        {
            if (!TakeStartToken(token))
            {
                return RefuseAsync(http, StatusCodes.Status401Unauthorized, "This address was used already. Start 'mtpdu' (or 'mtpdu serve') again for a new one.");
            }

            http.Response.Cookies.Append(CookieName, _pass, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, Path = "/" });
        }

        http.Response.Redirect("/");
        return Task.CompletedTask;
    }

    private bool TakeStartToken(string token)
    {
        lock (_gate)
        {
            return _startTokens.RemoveAll(known => AreSame(known, token)) > 0;
        }
    }

    private bool HasPass(HttpRequest request) => request.Cookies[CookieName] is { } pass && AreSame(pass, _pass);

    private bool IsOurName(HttpRequest request) => request.Host.Host is "127.0.0.1" or "localhost" && request.Host.Port == Port;

    // Browsers name the origin of everything that could change something; programs that name none have to have the cookie like everybody.
    private static bool IsOurPage(HttpRequest request)
    {
        var origin = request.Headers.Origin.ToString();
        var isOurs = origin == $"http://{request.Host}";
        return request.Headers["Sec-Fetch-Site"].ToString() is "" or "same-origin" or "none"
            && (isOurs || (origin.Length == 0 && HttpMethods.IsGet(request.Method)));
    }

    private static void SetHeaders(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy =
            "default-src 'self'; img-src 'self' data: blob: https:; connect-src 'self' https:; worker-src 'self' blob:; style-src 'self' 'unsafe-inline'; "
            + "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
    }

    private static Task RefuseAsync(HttpContext http, int status, string message)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "text/plain; charset=utf-8";
        return http.Response.WriteAsync(message, http.RequestAborted);
    }

    private static string NewToken() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(TokenLength));

    private static bool AreSame(string one, string other) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(one), Encoding.UTF8.GetBytes(other));
}
