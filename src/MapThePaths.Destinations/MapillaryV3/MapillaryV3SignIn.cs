using MapThePaths.Core.Destinations;
using MapThePaths.Destinations.Http;

namespace MapThePaths.Destinations.MapillaryV3;

/// <summary>Whose token it is: <c>GET /me</c>, the only test that a token is good (mapillary-v3.md §2.4, §5).</summary>
/// <param name="token">Asked before every request; null when nobody is signed in.</param>
public sealed class MapillaryV3SignIn(MapillaryV3Options options, Func<CancellationToken, Task<string?>> token) : ISignIn
{
    private readonly V3Calls _calls = new(options);
    private readonly Retry _retry = new(options.Clock, options.Jitter);

    public Task<Account> WhoAmIAsync(CancellationToken cancellationToken) => _retry.RunAsync(
        new Operation($"{options.Name}: asking who is signed in", RetryLimits.Greeting, FailureKind.SignInNeeded),
        _ => OnceAsync(cancellationToken),
        cancellationToken);

    private async Task<Account> OnceAsync(CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, _calls.Address("/me"));
        var answer = await _calls.AskAsync(request, await token(cancellationToken), cancellationToken);
        return answer.Json?.Text("key") is { } key && answer.Json?.Text("username") is { } name
            ? new Account(key, name)
            : throw new FaultException(new Fault(FaultKind.Transient, "strange-answer", "the answer names no user"));
    }
}
