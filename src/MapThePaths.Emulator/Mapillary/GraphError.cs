using System.Text.Json.Nodes;
using MapThePaths.Emulator.Faults;
using MapThePaths.Emulator.Identity;
using MapThePaths.Emulator.Wire;

namespace MapThePaths.Emulator.Mapillary;

/// <summary>The error object of the graph host (§9.2).</summary>
internal sealed class GraphError : IDialect
{
    private const string Mly = "MLYApiException";
    private const string OAuth = "OAuthException";

    /// <summary>The subcode that 368 was seen with.</summary>
    private const int MustLogIn = 1348007;

    public static readonly GraphError Dialect = new();

    private GraphError()
    {
    }

    public static Answer NoToken => Of(500, Mly, 190, "Invalid OAuth 2.0 Access Token");

    public static Answer MalformedToken => Of(401, OAuth, 190, "Failed to decode");

    public static Answer ExpiredToken => Of(400, OAuth, 190, "Error validating access token: Session has expired");

    /// <summary>The document gives no wording for a client token where a user is needed.</summary>
    public static Answer UserTokenNeeded => Of(401, OAuth, 190, "Invalid OAuth 2.0 Access Token: a user access token is required");

    public Answer NotAuthorized => MalformedToken;

    public static Answer NeverIssued(bool inAddress) => Of(inAddress ? 400 : 401, OAuth, 190, "Error validating application");

    public static Answer Revoked(string appId) =>
        Of(401, OAuth, 190, $"Error validating access token: The user has not authorized application {appId}.");

    public static Answer Unknown(string method, string id) => Of(
        400,
        Mly,
        100,
        $"Unsupported {method} request. Object with ID '{id}' does not exist, cannot be loaded due to missing permissions, "
            + "or does not support this operation",
        subcode: 33);

    /// <summary>Anything wrong in what was asked. The document knows the code, not the messages.</summary>
    public static Answer Invalid(string message) => Of(400, Mly, 100, message);

    /// <summary>The document asks for JSON where it says so (§7); the wording is ours.</summary>
    public static Answer NoJson => Invalid("The content type is not application/json");

    public static Answer InvalidGrant(string message) => Of(400, OAuth, 100, message);

    public Answer Failure(int status, FaultRule rule) => status switch
    {
        400 => Invalid("Invalid parameter"),
        401 => NeverIssued(inAddress: false),
        403 or 429 => Of(status, Mly, 4, "Application request limit reached", transient: true, backoff: rule.BackoffMs),
        >= 500 => Of(status, Mly, 2, "Service temporarily unavailable", backoff: rule.BackoffMs),
        _ => Of(status, Mly, 1, "An unknown error has occurred."),
    };

    /// <summary>A row of §9.2 by its code, in the words and under the status it was seen with; codes that are not there as an unknown error.</summary>
    public static Answer Coded(FaultRule rule)
    {
        var (status, type, message) = (rule.Amount, rule.Subcode) switch
        {
            (190, _) => (401, OAuth, "Error validating application"),
            (368, _) => (400, OAuth, "Please log in"),
            (100, 33) => (400, Mly, "Unsupported request. Object does not exist, or permissions are missing"),
            (100, _) => (400, Mly, "Invalid parameter"),
            (4, _) => (403, Mly, "Application request limit reached"),
            (2, _) => (500, Mly, "Service temporarily unavailable"),
            _ => (400, Mly, "An unknown error has occurred."),
        };
        var subcode = rule.Subcode ?? (rule.Amount == 368 ? MustLogIn : null);
        return Of(rule.HttpStatus ?? status, type, (int)rule.Amount, message, subcode, transient: rule.Amount == 4, rule.BackoffMs);
    }

    private static Answer Of(
        int status, string type, int code, string message, int? subcode = null, bool transient = false, long? backoff = null)
    {
        var error = new JsonObject { ["message"] = message, ["type"] = type, ["code"] = code };
        if (subcode is not null)
        {
            error["error_subcode"] = subcode;
        }

        if (transient)
        {
            error["is_transient"] = true;
        }

        error["fbtrace_id"] = "A" + RandomText.Letters(22);
        var body = new JsonObject { ["error"] = error };
        if (backoff is not null)
        {
            body["backoff"] = backoff;
        }

        return Answer.Json(body, status);
    }
}
