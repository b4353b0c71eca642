using MapThePaths.Core.Destinations;
using MapThePaths.Destinations.OAuth;

namespace MapThePaths.Destinations.MapillaryV3;

/// <summary>Signing in at API v3: OAuth's implicit grant, the token in the query (mapillary-v3.md §2), or where the standard puts it.</summary>
public sealed class MapillaryV3Consent(MapillaryV3Options options) : IConsent
{
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
        return Task.FromResult(ImplicitGrant.In(answer, new ConsentRefusal(options.Name, registration), Assumptions.Scopes));
    }
}
