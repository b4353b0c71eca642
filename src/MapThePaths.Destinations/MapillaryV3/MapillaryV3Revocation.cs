using System.Text.Json;
using System.Text.Json.Nodes;
using MapThePaths.Core.Destinations;
using MapThePaths.Destinations.Http;

namespace MapThePaths.Destinations.MapillaryV3;

/// <summary><c>POST /me/logout</c> (mapillary-v3.md §2.6). What a success says is not known, so any
/// does that is no page of somebody in between. A token that is refused is dead already.</summary>
public sealed class MapillaryV3Revocation(MapillaryV3Options options) : IRevocation
{
    private static readonly HttpClient Client = HttpClients.Pooled();

    private readonly Retry _retry = new(options.Clock, options.Jitter);

    public async Task RevokeAsync(string token, CancellationToken cancellationToken)
    {
        try
        {
            var operation = new Operation($"{options.Name}: signing out", RetryLimits.Greeting, FailureKind.Unreachable);
            await _retry.RunAsync(operation, _ => OnceAsync(token, cancellationToken), cancellationToken);
        }
        catch (DestinationException failure) when (failure.Kind == FailureKind.SignInNeeded)
        {
            // As wished.
        }
    }

    private async Task<Answer> OnceAsync(string token, CancellationToken cancellationToken)
    {
        var calls = new ApiCalls(Client, options with { AccessToken = _ => Task.FromResult<string?>(token) });
        var body = new JsonObject { ["client_id"] = options.ClientId };
        using var request = new HttpRequestMessage(HttpMethod.Post, calls.Address("/me/logout")) { Content = new TracedContent(JsonSerializer.SerializeToUtf8Bytes(body)) };
        return await calls.AskAsync(request, answer => Assumptions.IsSignedOut(answer.Text, answer.Json is not null), cancellationToken);
    }
}
