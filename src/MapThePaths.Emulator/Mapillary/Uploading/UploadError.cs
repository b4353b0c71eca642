using System.Text.Json.Nodes;
using MapThePaths.Emulator.Faults;
using MapThePaths.Emulator.Wire;

namespace MapThePaths.Emulator.Mapillary.Uploading;

/// <summary>The error object of the upload host (§5.5).</summary>
internal sealed class UploadError : IDialect
{
    public static readonly UploadError Dialect = new();

    private UploadError()
    {
    }

    public static Answer Partial =>
        Of(206, retriable: true, "PartialRequestError", "Partial request (did not match length of file)");

    public static Answer OffsetInvalid =>
        Of(412, retriable: true, "OffsetInvalidError", "Request starting offset is invalid");

    public Answer NotAuthorized =>
        Of(400, retriable: false, "NotAuthorizedError", "Not authorized to upload");

    /// <summary>A header that is missing or wrong. The document gives no name for it; this one is ours.</summary>
    public static Answer Invalid(string message) => Of(400, retriable: false, "InvalidRequestError", message);

    public Answer Failure(int status, FaultRule rule) => status switch
    {
        _ when status == 429 || rule.BackoffMs is not null =>
            Of(status, retriable: false, "RequestRateLimitedError", "Request has been rate limited", rule.BackoffMs),
        206 => Partial,
        401 or 403 => Of(status, retriable: false, "NotAuthorizedError", "Not authorized to upload"),
        412 => OffsetInvalid,
        >= 500 => Of(status, retriable: true, "ProcessingFailedError", "Request processing failed"),
        _ => Of(status, rule.IsRetriable, "InvalidRequestError", "Request is invalid"),
    };

    private static Answer Of(int status, bool retriable, string type, string message, long? backoff = null)
    {
        var body = new JsonObject
        {
            ["debug_info"] = new JsonObject { ["retriable"] = retriable, ["type"] = type, ["message"] = message },
        };
        if (backoff is not null)
        {
            body["backoff"] = backoff;
        }

        return Answer.Json(body, status);
    }
}
