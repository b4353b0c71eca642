using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using MapThePaths.Core.Destinations;
using MapThePaths.Destinations.Http;
using NodaTime;

namespace MapThePaths.Destinations.Mapillary;

/// <summary><c>POST /token</c>: a code, or a living token, for a token (mapillary-v4.md §3.2, §3.3).</summary>
/// <param name="calls">Signed with the app's secret.</param>
internal sealed class TokenEndpoint(MapillaryApp app, ServiceCalls calls, Retry retry, MapillaryOptions options)
{
    public Task<Grant> ExchangeAsync(string code, IReadOnlyList<string> scopes, CancellationToken cancellationToken) => AskAsync(
        "exchanging the code for a token",
        new JsonObject { ["grant_type"] = "authorization_code", ["client_id"] = AppId, ["code"] = code, ["redirect_uri"] = app.RedirectUri },
        scopes,
        cancellationToken);

    public Task<Grant> RenewAsync(string token, IReadOnlyList<string> scopes, CancellationToken cancellationToken)
    {
        Redaction.Hide(token);
        return AskAsync(
            "renewing the token",
            new JsonObject { ["grant_type"] = "refresh_token", ["client_id"] = AppId, ["refresh_token"] = token },
            scopes,
            cancellationToken);
    }

    // The document shows a number; an id that is none is sent as it is, for the service to refuse.
    private JsonNode AppId => long.TryParse(app.Id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : app.Id;

    private async Task<Grant> AskAsync(string what, JsonObject body, IReadOnlyList<string> scopes, CancellationToken cancellationToken)
    {
        try
        {
            var operation = new Operation($"{options.Name}: {what}", RetryLimits.Greeting, FailureKind.SignInNeeded);
            var answer = await retry.RunAsync(operation, _ => OnceAsync(body, cancellationToken), cancellationToken);
            var token = answer.Json!.Value.Text("access_token")!;
            Redaction.Hide(token);
            var seconds = answer.Json.Value.Integer("expires_in");
            return new Grant(token, seconds is > 0 ? Duration.FromSeconds(seconds.Value) : null, scopes);
        }
        catch (DestinationException failure) when (failure.Kind == FailureKind.SignInNeeded)
        {
            throw new DestinationException(
                FailureKind.SignInNeeded,
                failure.Code,
                $"{failure.Message}. If this comes again, check MAPILLARY_APP_ID and MAPILLARY_SECRET (the client secret of that app), then sign in once more.",
                failure)
            {
                SaysWhatToDo = true,
            };
        }
    }

    private async Task<Answer> OnceAsync(JsonObject body, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{options.GraphUrl}/token") { Content = new TracedContent(JsonSerializer.SerializeToUtf8Bytes(body)) };
        var answer = await calls.AskAsync(request, "access_token", cancellationToken);
        return answer.Json?.Text("access_token") is not null
            ? answer
            : throw new FaultException(new Fault(FaultKind.Refused, "strange-answer", "the answer holds no token", Stated: true));
    }
}
