using MapThePaths.Core.Destinations;
using MapThePaths.Destinations.Http;

namespace MapThePaths.Destinations.MapThePathsWeb;

/// <summary><c>POST revoke_token/</c> beside the consent page: 200 and nothing, also for a token that is dead already (mtpw.md §2).</summary>
public sealed class MapThePathsWebRevocation(MapThePathsWebOptions options) : IRevocation
{
    private static readonly HttpClient Client = HttpClients.Pooled();

    private readonly Retry _retry = new(options.Clock, options.Jitter);

    public Task RevokeAsync(string token, CancellationToken cancellationToken) => _retry.RunAsync(
        new Operation($"{options.Name}: revoking the token", RetryLimits.Greeting, FailureKind.Unreachable),
        _ => OnceAsync(token, cancellationToken),
        cancellationToken);

    private async Task<Answer> OnceAsync(string token, CancellationToken cancellationToken)
    {
        options.RefuseUnlessConsentIsPrivate();
        Redaction.Hide(token);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(new Uri(options.AuthorizeUrl), "../revoke_token/"))
        {
            Content = new FormUrlEncodedContent([new("token", token), new("client_id", options.AppId)]),
        };
        using var deadline = new CancellationTokenSource(HttpExchange.CallTimeout, options.Clock);
        var answer = await HttpExchange.SendAsync(Client, request, options.Clock, deadline, cancellationToken);
        return answer.Status == 200
            ? answer
            : throw new FaultException(new Fault(answer.Status >= 500 ? FaultKind.Transient : FaultKind.Refused, $"http-{answer.Status}", $"HTTP {answer.Status}", Stated: true));
    }
}
