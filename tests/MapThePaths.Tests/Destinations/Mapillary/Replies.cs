using System.Globalization;
using MapThePaths.Tests.Fixtures;

namespace MapThePaths.Tests.Destinations.Mapillary;

/// <summary>Answers in the service's words.</summary>
internal static class Replies
{
    public static readonly Reply Handle = Reply.Json("""{"h":"4:handle"}""");

    public static readonly Reply WrongOffset = UploadError(412, "OffsetInvalidError", "true");

    public static readonly Reply Overloaded = GraphError(500, """{"code":2,"message":"Service temporarily unavailable"}""");

    public static Reply Offset(long offset) => Reply.Json($$"""{"dc":"x","offset":{{offset.ToString(CultureInfo.InvariantCulture)}}}""");

    public static Reply UploadError(int status, string type, string retriable, string more = "") =>
        Reply.Json($$$"""{"debug_info":{"retriable":{{{retriable}}},"type":"{{{type}}}","message":"in its words"}{{{more}}}}""", status);

    public static Reply GraphError(int status, string error) => Reply.Json($$"""{"error":{{error}}}""", status);
}
