using MapThePaths.Core.Destinations;
using MapThePaths.Destinations.Http;

namespace MapThePaths.Destinations.MapThePathsWeb;

/// <summary>
/// Whether a token is good. No call tells whose it is, nor is there one for trying it; so a sequence without a name is offered, which
/// every server refuses, in one way to a stranger (403) and in another to a friend (mtpw.md §3, §4, §5).
/// </summary>
/// <param name="token">Asked before every request; null when nobody is signed in.</param>
public sealed class MapThePathsWebSignIn(MapThePathsWebOptions options, Func<CancellationToken, Task<string?>> token) : ISignIn
{
    private static readonly HttpClient Client = HttpClients.Pooled();

    private readonly Retry _retry = new(options.Clock, options.Jitter);

    /// <summary>An account without id and name. Where a server has neither route, the token is taken for good.</summary>
    public async Task<Account> WhoAmIAsync(CancellationToken cancellationToken)
    {
        var operation = new Operation($"{options.Name}: trying the token", RetryLimits.Greeting, FailureKind.SignInNeeded);

        // The first is the younger servers' route, the second the oldest one's.
        foreach (var route in (string[])["/api/v1/sequence/create/", "/api/v1/sequence/import/"])
        {
            if (await _retry.RunAsync(operation, _ => IsTakenAsync(route, cancellationToken), cancellationToken))
            {
                break;
            }
        }

        return new Account("", "");
    }

    /// <returns>False when there is no such route: a page for people, with whatever status.</returns>
    private async Task<bool> IsTakenAsync(string route, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, options.Url + route) { Content = new FormUrlEncodedContent([]) };
        request.Sign("Bearer", await token(cancellationToken));
        using var deadline = new CancellationTokenSource(HttpExchange.CallTimeout, options.Clock);
        var answer = await HttpExchange.SendAsync(Client, request, options.Clock, deadline, cancellationToken);
        return answer.Status switch
        {
            401 or 403 => throw new FaultException(new Fault(FaultKind.SignIn, $"http-{answer.Status}", Legible.Text(answer.Json?.Text("detail") ?? $"HTTP {answer.Status}"), Stated: true)),
            >= 500 => throw new FaultException(new Fault(FaultKind.Transient, $"http-{answer.Status}", $"HTTP {answer.Status}")),
            _ => answer.Json is not null,
        };
    }
}
