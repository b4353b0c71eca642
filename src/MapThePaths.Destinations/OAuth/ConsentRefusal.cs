using MapThePaths.Core.Destinations;
using MapThePaths.Destinations.Http;

namespace MapThePaths.Destinations.OAuth;

/// <summary>What a consent page sent the browser back with instead of a code or token: RFC 6749 §4.1.2.1, and the services' own words.</summary>
/// <param name="name">The destination's.</param>
/// <param name="registration">How the app has to be registered: a sentence without its full stop.</param>
internal sealed class ConsentRefusal(string name, string registration)
{
    /// <summary>Null when the answer is no refusal.</summary>
    public DestinationException? In(IReadOnlyDictionary<string, string> answer) =>
        answer.TryGetValue("error", out var error) ? Of(error, answer.GetValueOrDefault("error_description")) : null;

    /// <summary>The answer is neither a refusal nor what was asked for.</summary>
    public DestinationException Without(string what) => Ended(FailureKind.SignInNeeded, "strange-answer", $"the browser came back without a {what}. Sign in once more.");

    private DestinationException Of(string error, string? description)
    {
        var (kind, text) = error switch
        {
            "user_denied" or "access_denied" => (FailureKind.SignInNeeded, "consent was refused, so nobody is signed in. Sign in once more when you want to"),
            "invalid_scope" or "unauthorized_client" or "unsupported_response_type" =>
                (FailureKind.AskedWrongly, $"the app is not registered for what mtpdu asks for ({error}). {registration}; then sign in once more"),
            "invalid_request" when description is not null => (FailureKind.AskedWrongly, $"the request was not accepted ({error}). {registration}; then sign in once more"),

            // Mapillary's word for a browser whose own session is over (mapillary-v4.md §3.1).
            "invalid_request" => (FailureKind.SignInNeeded, "the browser's session at the service is over (invalid_request). Sign in there in that browser, then here once more"),
            "server_error" or "temporarily_unavailable" => (FailureKind.Unreachable, $"the service has trouble of its own ({error}). Sign in again later"),
            _ => (FailureKind.SignInNeeded, $"the service refused ({error}). Sign in once more"),
        };
        var detail = description is null ? "" : $" The service says: {description}";
        return Ended(kind, Legible.Text(error), Legible.Text($"{text}.{detail}"));
    }

    private DestinationException Ended(FailureKind kind, string code, string message) => new(kind, code, $"{name}: {message}") { SaysWhatToDo = true };
}
