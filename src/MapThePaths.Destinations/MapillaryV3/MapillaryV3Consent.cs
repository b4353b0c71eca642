using MapThePaths.Core.Destinations;
using MapThePaths.Destinations.OAuth;

namespace MapThePaths.Destinations.MapillaryV3;

/// <summary>Signing in at API v3: OAuth's implicit grant, the token in the query (mapillary-v3.md §2), or where the standard puts it.</summary>
public sealed class MapillaryV3Consent(MapillaryV3Options options) : IConsent
{
    /// <summary>Who it is, his address for Map the Paths Web, what uploading needs, and which organizations he is in (§2.2).</summary>
    private static readonly string[] Scopes = ["user:email", "user:read", "public:upload", "private:read"];

    public Uri RedirectUri => new(options.RedirectUri);

    public bool MayAnswerInFragment => true;

    public Uri Page(string state) => new(Addresses.WithQuery(
        options.ConnectUrl,
        ("client_id", options.ClientId),
        ("redirect_uri", options.RedirectUri),
        ("response_type", "token"),
        ("scope", string.Join(' ', Scopes)),
        ("state", state)));

    public Task<Grant> GrantAsync(IReadOnlyDictionary<string, string> answer, CancellationToken cancellationToken)
    {
        var registration = $"Allow all scopes for the app and register exactly '{options.RedirectUri}' as its callback";
        return Task.FromResult(ImplicitGrant.In(answer, new ConsentRefusal(options.Name, registration), Scopes));
    }
}
