using MapThePaths.Core.Destinations;
using MapThePaths.Destinations.Http;
using MapThePaths.Destinations.OAuth;

namespace MapThePaths.Destinations.Mapillary;

/// <summary>
/// Signing in at the live API v4: OAuth's code grant (mapillary-v4.md §3). The service knows no PKCE; the app's secret stands in its place.
/// </summary>
public sealed class MapillaryConsent : IConsent
{
    /// <summary>All that an app can be registered for. Named, so that a token never lacks one of them in silence.</summary>
    private static readonly string[] Scopes = ["read", "write", "upload"];

    private static readonly HttpClient Client = HttpClients.Pooled();

    private readonly MapillaryApp _app;
    private readonly TokenEndpoint _endpoint;
    private readonly ConsentRefusal _refusal;

    /// <param name="options">Its token is not used.</param>
    public MapillaryConsent(MapillaryApp app, MapillaryOptions options)
    {
        _app = app;
        _refusal = new ConsentRefusal(options.Name, app.Registration);
        var usage = new AppUsage(options.Clock);
        var signed = options with { AccessToken = _ => Task.FromResult<string?>(app.Secret) };
        var calls = new ServiceCalls(Client, signed, usage);
        _endpoint = new TokenEndpoint(app, calls, new Retry(options.Clock, options.Jitter), options);
    }

    public Uri RedirectUri => new(_app.RedirectUri);

    public bool MayAnswerInFragment => false;

    public Uri Page(string state) => new(Addresses.WithQuery(
        _app.ConnectUrl,
        ("client_id", _app.Id),
        ("redirect_uri", _app.RedirectUri),
        ("response_type", "code"),
        ("scope", string.Join(' ', Scopes)),
        ("state", state)));

    public async Task<Grant> GrantAsync(IReadOnlyDictionary<string, string> answer, CancellationToken cancellationToken)
    {
        if (_refusal.In(answer) is { } refused)
        {
            throw refused;
        }

        if (!answer.TryGetValue("code", out var code))
        {
            throw _refusal.Without("code");
        }

        Redaction.Hide(code);
        return await _endpoint.ExchangeAsync(code, Scopes, cancellationToken);
    }

    /// <summary>A newer token for a living one: there is no other refresh token (§3.3). May be repeated.</summary>
    public Task<Grant> RenewAsync(string token, CancellationToken cancellationToken) => _endpoint.RenewAsync(token, Scopes, cancellationToken);
}
