using MapThePaths.Core.Destinations;
using MapThePaths.Destinations.OAuth;

namespace MapThePaths.Destinations.MapillaryV3;

/// <summary>Signing in at API v3: OAuth's implicit grant, the token in the query (mapillary-v3.md §2), or where the standard puts it.</summary>
public sealed class MapillaryV3Consent(MapillaryV3Options options) : IConsent
{
    // Whoever denies was seen to come back without a token; whether with an error nobody knows (§2.4).
    private static readonly Dictionary<string, string> Denied = new(StringComparer.Ordinal) { ["error"] = "access_denied" };

    public Uri RedirectUri => new(options.RedirectUri);

    public bool MayAnswerInFragment => true;

    public Uri Page(string state) => new(Addresses.WithQuery(
        options.ConnectUrl,
        ("client_id", options.ClientId),
        ("redirect_uri", options.RedirectUri),
        ("response_type", "token"),
        ("scope", string.Join(' ', Assumptions.Scopes)),
        ("state", state)));

    public Task<Grant> GrantAsync(IReadOnlyDictionary<string, string> answer, CancellationToken cancellationToken)
    {
        var registration = $"Allow all scopes for the app and register exactly '{options.RedirectUri}' as its callback";
        return Task.FromResult(ImplicitGrant.In(IsBare(answer) ? Denied : answer, new ConsentRefusal(options.Name, registration), Assumptions.Scopes));
    }

    private static bool IsBare(IReadOnlyDictionary<string, string> answer) => !answer.ContainsKey("access_token") && !answer.ContainsKey("error");
}
