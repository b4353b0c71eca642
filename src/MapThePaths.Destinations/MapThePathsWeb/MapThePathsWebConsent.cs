using MapThePaths.Core.Destinations;
using MapThePaths.Destinations.OAuth;

namespace MapThePaths.Destinations.MapThePathsWeb;

/// <summary>
/// Signing in at Map the Paths Web: OAuth's implicit grant, the token in the fragment of the redirect address, an error in its query. The
/// oldest servers, known by their consent page under <c>/o/</c>, permit http addresses alone, the later ones the app's own scheme alone
/// (mtpw.md §2).
/// </summary>
public sealed class MapThePathsWebConsent(MapThePathsWebOptions options) : IConsent
{
    private const string OwnScheme = "app.mtp.desktop://app";
    private const string OldestPage = "/o/authorize/";

    private static readonly string[] Scopes = ["read", "write"];

    private readonly string _redirect = options.AuthorizeUrl.EndsWith(OldestPage, StringComparison.Ordinal) ? options.LoopbackUri : OwnScheme;

    public Uri RedirectUri => new(_redirect);

    public bool MayAnswerInFragment => true;

    /// <exception cref="DestinationException"><see cref="FailureKind.AskedWrongly"/> when anybody on the way could read the token.</exception>
    public Uri Page(string state)
    {
        options.RefuseUnlessConsentIsPrivate();
        return new Uri(Addresses.WithQuery(
            options.AuthorizeUrl,
            ("client_id", options.AppId),
            ("redirect_uri", _redirect),
            ("response_type", "token"),
            ("scope", string.Join(' ', Scopes)),
            ("state", state)));
    }

    public Task<Grant> GrantAsync(IReadOnlyDictionary<string, string> answer, CancellationToken cancellationToken)
    {
        var registration = $"Register the app at {new Uri(new Uri(options.AuthorizeUrl), "../applications/")} as public and implicit, with exactly '{_redirect}' as its redirect address";
        return Task.FromResult(ImplicitGrant.In(answer, new ConsentRefusal(options.Name, registration), Scopes));
    }
}
