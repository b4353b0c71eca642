using System.Text.Json.Nodes;
using MapThePaths.Emulator.Faults;
using MapThePaths.Emulator.Wire;

namespace MapThePaths.Emulator.MapillaryV3;

/// <summary>The error object of API v3 (§3): a <c>message</c> and nothing else. Beside <c>Unauthorized</c> the texts are ours.</summary>
internal sealed class V3Error : IDialect
{
    public static readonly V3Error Dialect = new();

    private V3Error()
    {
    }

    public static Answer Unauthorized => Of(401, "Unauthorized");

    public static Answer NotFound => Of(404, "Resource not found");

    public Answer NotAuthorized => Unauthorized;

    /// <summary>Anything wrong in what was asked (§3, 400).</summary>
    public static Answer Invalid(string message) => Of(400, message);

    public static Answer Forbidden(string message) => Of(403, message);

    public Answer Failure(int status, FaultRule rule) => status switch
    {
        400 => Invalid("Invalid parameter"),
        401 => Unauthorized,
        403 => Forbidden("Forbidden"),
        404 => NotFound,
        429 => Of(status, "Too many requests"),
        502 or 503 or 504 => Of(status, "Service temporarily unavailable"),
        >= 500 => Of(status, "Something went wrong. Please report it in the issue tracker."),
        _ => Of(status, "An unknown error has occurred"),
    };

    private static Answer Of(int status, string message) => Answer.Json(new JsonObject { ["message"] = message }, status);
}
