using MapThePaths.Core.Geo;
using NodaTime;

namespace MapThePaths.Core.Model;

/// <summary>What a photo's EXIF GPS tags must say because an edit has changed it; what is null stays as the camera wrote it.</summary>
public sealed record GpsTags
{
    public GeoPoint? Position { get; init; }

    /// <summary>Metres above sea level, negative below.</summary>
    public double? Altitude { get; init; }

    /// <summary>Degrees clockwise from true north, 0 ≤ x &lt; 360.</summary>
    public double? Heading { get; init; }

    public Instant? TakenAt { get; init; }

    /// <summary>Null when no edit has changed what the tags say. A heading that the camera did not give stays out of them.</summary>
    public static GpsTags? Of(ArrangedPhoto photo)
    {
        var capture = photo.Photo.Capture;
        var isMoved = photo.Position != capture.Position || photo.Altitude != capture.Altitude;
        var isTurned = capture.Heading is { } heading && photo.Heading is { } now && Geodesy.AngleBetween(heading, now) > Geodesy.SameAngle;
        return !isMoved && !isTurned && !photo.IsRetimed ? null : new GpsTags
        {
            Position = isMoved ? photo.Position : null,
            Altitude = photo.Altitude != capture.Altitude ? photo.Altitude : null,
            Heading = isTurned ? photo.Heading : null,
            TakenAt = isMoved || photo.IsRetimed ? photo.TakenAt : null,
        };
    }
}
