using MapThePaths.Core.Destinations;
using MapThePaths.Destinations.Http;

namespace MapThePaths.Destinations.MapillaryV3;

/// <summary>Who the token belongs to: <c>GET /me</c>.</summary>
internal sealed class Identity(ApiCalls calls, Retry retry, MapillaryV3Options options)
{
    public async Task<Account> AskAsync(CancellationToken cancellationToken)
    {
        var operation = new Operation($"{options.Name}: asking who is signed in", RetryLimits.Greeting, FailureKind.SignInNeeded);
        try
        {
            return await retry.RunAsync(operation, _ => OnceAsync(cancellationToken), cancellationToken);
        }
        catch (DestinationException failure) when (failure.Kind == FailureKind.Unreachable && options.Url == MapillaryV3Options.PublicUrl)
        {
            throw new DestinationException(
                failure.Kind,
                failure.Code,
                $"{failure.Message}. Mapillary switched this service off on 2021-08-18; MAPILLARY_V3_URL points to a server that still speaks its language, such as that of 'mtpdu emulate'",
                failure);
        }
    }

    private async Task<Account> OnceAsync(CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, calls.Address("/me"));
        var answer = await calls.AskAsync(request, me => me.Json?.Text("key") is not null, cancellationToken);
        var key = answer.Json!.Value.Text("key")!;
        return new Account(key, answer.Json.Value.Text("username") ?? key);
    }
}
