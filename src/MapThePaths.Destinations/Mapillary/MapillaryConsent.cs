using MapThePaths.Core.Destinations;
using MapThePaths.Destinations.Http;

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
    private readonly string _name;

    /// <param name="options">Its token is not used.</param>
    public MapillaryConsent(MapillaryApp app, MapillaryOptions options)
    {
        _app = app;
        _name = options.Name;
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
        if (answer.TryGetValue("error", out var error))
        {
            throw Refusal(error, answer.GetValueOrDefault("error_description"));
        }

        if (!answer.TryGetValue("code", out var code))
        {
            throw Ended(FailureKind.SignInNeeded, "no-code", "the browser came back without a code. Sign in once more.");
        }

        Redaction.Hide(code);
        return await _endpoint.ExchangeAsync(code, Scopes, cancellationToken);
    }

    /// <summary>A newer token for a living one: there is no other refresh token (§3.3). May be repeated.</summary>
    public Task<Grant> RenewAsync(string token, CancellationToken cancellationToken) => _endpoint.RenewAsync(token, Scopes, cancellationToken);

    // The four words of §3.1; what else comes is shown as it is.
    private DestinationException Refusal(string error, string? description)
    {
        var (kind, text) = error switch
        {
            "user_denied" or "access_denied" => (FailureKind.SignInNeeded, "consent was refused, so nobody is signed in. Sign in once more when you want to"),
            "invalid_scope" => (FailureKind.AskedWrongly, $"the app {_app.Id} may not ask for {string.Join(", ", Scopes)} (invalid_scope). Allow all scopes in its registration at https://www.mapillary.com/dashboard/developers, then sign in once more"),
            "invalid_request" => (FailureKind.SignInNeeded, "the browser's session at Mapillary is over or the request was not understood (invalid_request). Sign in at mapillary.com in that browser, then here once more"),
            "server_error" => (FailureKind.Unreachable, "the service has trouble of its own (server_error). Sign in again later"),
            _ => (FailureKind.SignInNeeded, $"the service refused ({error}). Sign in once more"),
        };
        var detail = description is null ? "" : $" The service says: {description}";
        return Ended(kind, Legible.Text(error), Legible.Text($"{text}.{detail}"));
    }

    private DestinationException Ended(FailureKind kind, string code, string message) => new(kind, code, $"{_name}: {message}") { SaysWhatToDo = true };
}
