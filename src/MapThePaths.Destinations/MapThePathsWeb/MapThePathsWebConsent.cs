using MapThePaths.Core.Destinations;
using MapThePaths.Destinations.OAuth;

namespace MapThePaths.Destinations.MapThePathsWeb;

/// <summary>
/// Signing in at Map the Paths Web: OAuth's implicit grant to the one address that the server permits, which is the app's own scheme; the
/// token in its fragment, an error in its query (mtpw.md §2).
/// </summary>
public sealed class MapThePathsWebConsent(MapThePathsWebOptions options) : IConsent
{
    private const string Redirect = "app.mtp.desktop://app";

    private static readonly string[] Scopes = ["read", "write"];

    public Uri RedirectUri { get; } = new(Redirect);

    public bool MayAnswerInFragment => true;

    public Uri Page(string state) => new(Addresses.WithQuery(
        options.AuthorizeUrl,
        ("client_id", options.AppId),
        ("redirect_uri", Redirect),
        ("response_type", "token"),
        ("scope", string.Join(' ', Scopes)),
        ("state", state)));

    public Task<Grant> GrantAsync(IReadOnlyDictionary<string, string> answer, CancellationToken cancellationToken)
    {
        var registration = $"Register the app at {options.Url}/accounts/applications/ as public and implicit, with exactly '{Redirect}' as its redirect address";
        return Task.FromResult(ImplicitGrant.In(answer, new ConsentRefusal(options.Name, registration), Scopes));
    }
}
