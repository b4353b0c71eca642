using MapThePaths.Imagery;

namespace MapThePaths.Core.Model;

/// <summary>What is written into the header of a photo's bytes, for those that are sent and those that are exported alike.</summary>
public static class HeaderEdits
{
    /// <summary>The new header of a photo's bytes; or why there is none.</summary>
    public static (RewrittenHeader? Header, Reason? WhyNot) Rewrite(PhotoFile photo, string description, GpsTags? gps)
    {
        if (FileBehind(photo.Path) is not { } file)
        {
            return (null, Reason.FileMissing);
        }

        if (file.Length != photo.Size || FileTime.Of(file) != photo.ModifiedAt)
        {
            return (null, Reason.ChangedSinceImport);
        }

        try
        {
            return (HeaderWriter.Rewrite(photo.Path, Of(description, gps)), null);
        }
        catch (HeaderRefusedException refused)
        {
            return (null, refused.Refusal == HeaderRefusal.PicturesWouldMove ? Reason.SecondPictureWouldBeLost : Reason.NoRoomForMetadata);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return (null, Reason.Unreadable);
        }
    }

    /// <param name="description">The JSON for EXIF ImageDescription.</param>
    /// <param name="gps">Null when the camera's GPS tags stay.</param>
    public static HeaderEdit Of(string description, GpsTags? gps) => new()
    {
        ImageDescription = description,
        Position = gps?.Position is { } position ? new Position(position.Latitude, position.Longitude) : null,
        Altitude = gps?.Altitude,
        Heading = gps?.Heading,
        CapturedAt = gps?.TakenAt?.ToDateTimeUtc(),
    };

    // A link's own size and time say nothing about the photo. Null when nothing is there.
    private static FileInfo? FileBehind(string path)
    {
        var file = new FileInfo(path);
        var behind = file.LinkTarget is null ? file : file.ResolveLinkTarget(returnFinalTarget: true);
        return behind is FileInfo { Exists: true } found ? found : null;
    }
}

/// <summary>A photo's file as it was when it was imported.</summary>
/// <param name="Size">Bytes.</param>
/// <param name="ModifiedAt">When it was last written to: milliseconds since 1970, UTC.</param>
public sealed record PhotoFile(string Path, long Size, long ModifiedAt);
