using MapThePaths.Core.Destinations;
using MapThePaths.Destinations.Http;

namespace MapThePaths.Destinations.Mapillary;

/// <summary>Who the token belongs to: <c>GET /me</c>.</summary>
internal sealed class Identity(ServiceCalls calls, Retry retry, MapillaryOptions options)
{
    /// <summary>A refusal means that the token has no user, such as the token of an app.</summary>
    public Task<Account> AskAsync(CancellationToken cancellationToken) => retry.RunAsync(
        new Operation($"{options.Name}: asking who is signed in", RetryLimits.Greeting, FailureKind.SignInNeeded),
        _ => OnceAsync(cancellationToken),
        cancellationToken);

    private async Task<Account> OnceAsync(CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{options.GraphUrl}/me?fields=id,username");
        var answer = await calls.AskAsync(request, "id", cancellationToken);
        if (answer.Json?.Text("id") is { } id && answer.Json?.Text("username") is { } name)
        {
            return new Account(id, name);
        }

        throw new FaultException(new Fault(FaultKind.Transient, "strange-answer", "the answer names no user"));
    }
}
