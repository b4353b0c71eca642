using System.Security;
using MapThePaths.Emulator.Faults;
using MapThePaths.Emulator.Identity;
using MapThePaths.Emulator.Wire;

namespace MapThePaths.Emulator.MapillaryV3.Storage;

/// <summary>The XML of the object storage (§3). The document knows its shape and <c>AccessDenied</c>; the other codes are S3's own.</summary>
internal sealed class S3Error : IDialect
{
    public static readonly S3Error Dialect = new();

    private S3Error()
    {
    }

    public Answer NotAuthorized => AccessDenied("Access Denied");

    public static Answer AccessDenied(string message) => Of(403, "AccessDenied", message);

    public static Answer AgainstPolicy(string why) => AccessDenied($"Invalid according to Policy: {why}");

    public static Answer SignatureDoesNotMatch => Of(
        403,
        "SignatureDoesNotMatch",
        "The request signature we calculated does not match the signature you provided. Check your key and signing method.");

    public static Answer LengthMissing => Of(411, "MissingContentLength", "You must provide the Content-Length HTTP header.");

    public static Answer NoForm => Of(412, "PreconditionFailed", "Bucket POST must be of the enclosure-type multipart/form-data");

    public static Answer Malformed =>
        Of(400, "MalformedPOSTRequest", "The body of your POST request is not well-formed multipart/form-data.");

    public static Answer TwoProofs => Of(400, "InvalidArgument", "Only one auth mechanism allowed: the form proves itself.");

    public static Answer Twice(string field) => Of(400, "InvalidArgument", $"POST requires exactly one field of a name: {field}");

    public static Answer NoFile => Of(400, "InvalidArgument", "POST requires exactly one file upload per request.");

    public Answer Failure(int status, FaultRule rule) => status switch
    {
        403 => AgainstPolicy("Policy expired."),
        429 or 503 => Of(status, "SlowDown", "Please reduce your request rate."),
        400 => Of(status, "EntityTooLarge", "Your proposed upload exceeds the maximum allowed size"),
        >= 500 => Of(status, "InternalError", "We encountered an internal error. Please try again."),
        _ => Of(status, "InvalidRequest", "The request is not valid."),
    };

    private static Answer Of(int status, string code, string message) => Answer.Xml(
        $"""
        <?xml version="1.0" encoding="UTF-8"?>
        <Error><Code>{code}</Code><Message>{SecurityElement.Escape(message)}</Message><RequestId>{RandomText.Hex(16)}</RequestId></Error>
        """,
        status);
}
