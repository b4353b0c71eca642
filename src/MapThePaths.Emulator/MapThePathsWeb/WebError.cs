using System.Text.Json.Nodes;
using MapThePaths.Emulator.Faults;
using MapThePaths.Emulator.Wire;

namespace MapThePaths.Emulator.MapThePathsWeb;

/// <summary>How Map the Paths Web says no (§3): with 200 and <c>error</c>, with <c>detail</c>, or with a page when it crashes.</summary>
internal sealed class WebError : IDialect
{
    public static readonly WebError Dialect = new();

    private WebError()
    {
    }

    public static Answer NotSignedIn => Detail(403, "Authentication credentials were not provided.");

    public Answer NotAuthorized => NotSignedIn;

    /// <summary>A refusal: HTTP 200, as a page for a caller who takes pages.</summary>
    public static Answer Refusal(Call call, string error) => Wanted.By(call) == WantedForm.Page
        ? WebPage.Of(200, error)
        : Answer.Json(new JsonObject { ["error"] = error, ["status"] = false });

    public static Answer TokenRefused(Call call) => Refusal(call, "Mapillary token is invalid");

    public static Answer Detail(int status, string detail) => Answer.Json(new JsonObject { ["detail"] = detail }, status);

    /// <summary>What the OAuth endpoints answer to programs (§2).</summary>
    public static Answer OAuth(int status, string error) => Answer.Json(new JsonObject { ["error"] = error }, status);

    public Answer Failure(int status, FaultRule rule) => status switch
    {
        403 => NotSignedIn,
        404 => WebPage.Of(404, "Not Found"),
        >= 500 => WebPage.Of(status, $"Server Error ({status})"),
        _ => Detail(status, "The request could not be served."),
    };
}
