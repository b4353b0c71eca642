using MapThePaths.Core.Model;

namespace MapThePaths.App.Web.Photos;

/// <summary>All that is known of one photo, as the camera had it; its doubts stand in <see cref="PhotoColumns"/>, since edits mend them.</summary>
internal sealed record PhotoFacts(long Id, string Path, long Size, IReadOnlyList<Fact> Facts)
{
    public static PhotoFacts Of(Photo photo) => new(photo.Id, photo.Path, photo.Size, [.. FactsOf(photo.Capture)]);

    private static IEnumerable<Fact> FactsOf(Capture capture)
    {
        Fact?[] facts =
        [
            Fact.Of("position", capture.Position is { } place ? $"{place.Latitude:0.0######}, {place.Longitude:0.0######}" : null, capture.PositionSource),
            Fact.Of("altitude", capture.Altitude is { } altitude ? $"{altitude:0.##} m" : null, reference: capture.AltitudeReference.Word()),
            Fact.Of("taken_at", capture.TakenAt is { } taken ? $"{taken.ToDateTimeUtc():yyyy-MM-dd'T'HH:mm:ss.FFF}Z" : null, capture.TimeSource),
            Fact.Of("camera_clock", capture.CameraTime is { } clock ? $"{clock.ToDateTimeUnspecified():yyyy-MM-dd'T'HH:mm:ss.FFF}" : null, capture.TakenAt is null ? capture.TimeSource : null),
            Fact.Of("heading", capture.Heading is { } heading ? $"{heading:0.##}°" : null, capture.HeadingSource, capture.HeadingReference.Word()),
            Fact.Of("projection", capture.Projection),
            Fact.Of("size", capture.Width > 0 ? $"{capture.Width} × {capture.Height}" : null),
            Fact.Of("make", capture.Make),
            Fact.Of("model", capture.Model),
            Fact.Of("camera_id", capture.CameraId),
        ];
        return facts.OfType<Fact>();
    }
}

/// <summary>One fact.</summary>
/// <param name="Name">One word of a fixed set, for the page to translate.</param>
/// <param name="Source">The EXIF tag or XMP property that it was taken from; absent where that is plain.</param>
/// <param name="Reference">What it is counted from, one word of a fixed set likewise; absent where that is plain or unknown.</param>
internal sealed record Fact(string Name, string Value, string? Source, string? Reference)
{
    public static Fact? Of(string name, string? value, string? source = null, string? reference = null) =>
        value is null ? null : new Fact(name, value, source, reference);
}
