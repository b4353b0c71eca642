using MapThePaths.Imagery;

namespace MapThePaths.Core.Model;

/// <summary>What is written into the header of a photo's bytes, for those that are sent and those that are exported alike.</summary>
public static class HeaderEdits
{
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
