using MapThePaths.Emulator.Faults;
using MapThePaths.Emulator.Identity;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MapThePaths.Emulator.Wire;

/// <summary>One request on its way through the rules to its operation.</summary>
internal sealed class Call(HttpContext context)
{
    private Token? _token;

    public HttpRequest Request => context.Request;

    public CancellationToken Gone => context.RequestAborted;

    public FaultsInForce Faults { get; set; } = FaultsInForce.None;

    /// <summary>The token that the authorization rule accepted; only operations with such a rule may ask.</summary>
    public Token Token
    {
        get => _token ?? throw new InvalidOperationException("No rule of this operation asks for a token.");
        set => _token = value;
    }

    public Account Account => Token.Account ?? throw new InvalidOperationException("No rule of this operation asks for a user.");

    /// <summary>Who asks, where nobody needs to say so: null without a token.</summary>
    public Account? Viewer => _token?.Account;

    public string? Query(string name) => context.Request.Query.TryGetValue(name, out var value) ? value.ToString() : null;

    public string? Header(string name) => context.Request.Headers.TryGetValue(name, out var value) ? value.ToString() : null;

    public string? InRoute(string name) => context.GetRouteValue(name) as string;

    public string Origin => $"{Request.Scheme}://{Request.Host}";
}
