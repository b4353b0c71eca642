using MapThePaths.Emulator.Mapillary.Uploading;
using MapThePaths.Emulator.Wire;

namespace MapThePaths.Emulator.Mapillary.Rules;

/// <summary>
/// Bytes come chunked and without <c>Content-Type</c>; with a <c>Content-Length</c> only beside <c>X-Entity-Length</c> (§5.3). Whether the
/// real service takes them otherwise is unknown (§16), so a client that depends on it shows here.
/// </summary>
internal sealed class BodyIsBare : IRule
{
    public Answer? Refuse(Call call)
    {
        if (call.Request.ContentType is not null)
        {
            return UploadError.Invalid("Header Content-Type is not expected");
        }

        return call.Request.ContentLength is not null && call.Header("X-Entity-Length") is null
            ? UploadError.Invalid("Header Content-Length without X-Entity-Length")
            : null;
    }
}
