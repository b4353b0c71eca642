using System.Net;
using MapThePaths.Core.Model;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace MapThePaths.App.SigningIn;

/// <summary>
/// Waits on exactly the redirect address for the browser to be sent back. Everything else gets 400 and changes nothing: another path or
/// host, a request that another page makes, a wrong state, a second answer.
/// </summary>
internal sealed class LoopbackListener : IAsyncDisposable
{
    private const int LongestFragment = 16 * 1024;

    private readonly Uri _redirectUri;
    private readonly bool _takesFragments;
    private readonly AwaitedAnswer _awaited;
    private readonly Action<string> _notice;
    private readonly WebApplication _app;

    private LoopbackListener(Uri redirectUri, bool takesFragments, AwaitedAnswer awaited, Action<string> notice)
    {
        _redirectUri = redirectUri;
        _takesFragments = takesFragments;
        _awaited = awaited;
        _notice = notice;
        _app = Build(redirectUri);
        _app.Run(HandleAsync);
    }

    public static bool Serves(Uri redirectUri) => redirectUri.Scheme == Uri.UriSchemeHttp && redirectUri.IsLoopback;

    /// <param name="takesFragments">Whether the answer may stand behind a <c>#</c>.</param>
    /// <param name="notice">Told of answers that are left aside.</param>
    /// <exception cref="UserMistakeException">Another program has the port.</exception>
    public static async Task<LoopbackListener> StartAsync(
        Uri redirectUri, bool takesFragments, AwaitedAnswer awaited, Action<string> notice, CancellationToken cancellationToken)
    {
        var listener = new LoopbackListener(redirectUri, takesFragments, awaited, notice);
        try
        {
            await listener._app.StartAsync(cancellationToken);
            return listener;
        }
        catch (Exception failure) when (failure is IOException or System.Net.Sockets.SocketException)
        {
            await listener.DisposeAsync();
            throw new UserMistakeException(
                $"Port {redirectUri.Port} cannot be listened on ({failure.Message}), so the browser could not come back to {redirectUri}. "
                + "End the program that has it (another sign-in perhaps), or register another callback and set MAPILLARY_REDIRECT_URI to it.");
        }
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static WebApplication Build(Uri redirectUri)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore();
        builder.WebHost.ConfigureKestrel(kestrel => Configure(kestrel, redirectUri));
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(1));
        return builder.Build();
    }

    // A browser may take "localhost" for either address, so whoever had the other one would get the answer.
    private static void Configure(KestrelServerOptions kestrel, Uri redirectUri)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = LongestFragment;
        if (IPAddress.TryParse(redirectUri.Host.Trim('[', ']'), out var address))
        {
            kestrel.Listen(address, redirectUri.Port);
        }
        else
        {
            kestrel.ListenLocalhost(redirectUri.Port);
        }
    }

    private async Task HandleAsync(HttpContext context)
    {
        var page = Objection(context.Request) is { } objection ? RedirectPage.Refusal(objection) : await AnswerAsync(context);
        context.Response.StatusCode = page.Status;
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.Headers.ContentSecurityPolicy = page.Policy;
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers["Referrer-Policy"] = "no-referrer";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        await context.Response.WriteAsync(page.Html, context.RequestAborted);
    }

    /// <returns>Why the request cannot be the browser that was sent back; null when it may be.</returns>
    private string? Objection(HttpRequest request)
    {
        if (request.Host.Value != _redirectUri.Authority || request.Path != _redirectUri.AbsolutePath)
        {
            return "Nothing is to be found here.";
        }

        var isPost = request.Method == HttpMethods.Post;
        var origin = request.Headers.Origin.ToString();
        if (origin.Length > 0 && origin != _redirectUri.GetLeftPart(UriPartial.Authority))
        {
            return "Another site asked for this.";
        }

        // Old browsers do not send it; those that do cannot be made to lie by a page.
        var mode = request.Headers["Sec-Fetch-Mode"].ToString();
        return isPost switch
        {
            true when !_takesFragments || origin.Length == 0 => "Nothing is taken in this way.",
            false when request.Method != HttpMethods.Get || (mode.Length > 0 && mode != "navigate") => "Only a browser that was sent here is awaited.",
            _ => null,
        };
    }

    private async Task<RedirectPage> AnswerAsync(HttpContext context)
    {
        if (context.Request.Method == HttpMethods.Post)
        {
            using var reader = new StreamReader(context.Request.Body);
            return Receive(await reader.ReadToEndAsync(context.RequestAborted));
        }

        var query = context.Request.QueryString.Value ?? "";
        return _takesFragments && query.Length <= 1 ? RedirectPage.FragmentBearer() : Receive(query.TrimStart('?'));
    }

    private RedirectPage Receive(string parameters)
    {
        switch (_awaited.Offer(RedirectedAddress.Parameters(parameters)))
        {
            case Reception.Taken:
                return RedirectPage.Thanks;
            case Reception.TooLate:
                return RedirectPage.Refusal("The sign-in has its answer already.");
            default:
                _notice(AwaitedAnswer.LeftAside);
                return RedirectPage.Refusal("It belongs to another sign-in, or to none (the state differs). Begin again from the address that mtpdu shows.");
        }
    }
}
