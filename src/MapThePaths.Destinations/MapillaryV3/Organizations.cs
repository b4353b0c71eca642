using MapThePaths.Core.Destinations;
using MapThePaths.Destinations.Http;

namespace MapThePaths.Destinations.MapillaryV3;

/// <summary>Whether the organization that photos are sent for is one of the user's: <c>GET /users/{key}/organizations</c>.</summary>
internal sealed class Organizations(ApiCalls calls, Retry retry, MapillaryV3Options options)
{
    /// <exception cref="DestinationException"><see cref="FailureKind.AskedWrongly"/> when it is none of his.</exception>
    public async Task CheckAsync(Account account, string key, CancellationToken cancellationToken)
    {
        var operation = new Operation($"{options.Name}: asking for organizations", RetryLimits.Greeting, FailureKind.Unreachable);
        var his = await retry.RunAsync(operation, _ => OnceAsync(account, cancellationToken), cancellationToken);
        if (!his.Contains(key, StringComparer.Ordinal))
        {
            throw new DestinationException(
                FailureKind.AskedWrongly,
                "no-organization",
                $"{options.Name}: {account.Name} has no organization {key}. Check its key; nothing was sent.");
        }
    }

    private async Task<IReadOnlyList<string>> OnceAsync(Account account, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, calls.Address($"/users/{Uri.EscapeDataString(account.Id)}/organizations"));
        var answer = await calls.AskAsync(request, list => ApiCalls.Array(list) is not null, cancellationToken);
        return [.. ApiCalls.Array(answer)!.Select(organization => organization.Text("key")).OfType<string>()];
    }
}
