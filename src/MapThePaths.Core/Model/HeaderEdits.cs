using MapThePaths.Imagery;
using Microsoft.Win32.SafeHandles;

namespace MapThePaths.Core.Model;

/// <summary>What is written into the header of a photo's bytes, for those that are sent and those that are exported alike.</summary>
public static class HeaderEdits
{
    /// <summary>The new header of a photo's bytes; or why there is none.</summary>
    public static (RewrittenHeader? Header, Reason? WhyNot) Rewrite(PhotoFile photo, string description, GpsTags? gps)
    {
        var (file, whyNot) = photo.Open();
        using (file)
        {
            return file is null ? (null, whyNot) : Rewrite(file, description, gps);
        }
    }

    /// <inheritdoc cref="Rewrite(PhotoFile, string, GpsTags)"/>
    /// <param name="file">Stays open.</param>
    public static (RewrittenHeader? Header, Reason? WhyNot) Rewrite(SafeFileHandle file, string description, GpsTags? gps)
    {
        try
        {
            return (HeaderWriter.Rewrite(file, Of(description, gps)), null);
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
}
