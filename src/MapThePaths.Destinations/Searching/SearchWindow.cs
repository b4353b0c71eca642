using MapThePaths.Core.Destinations;
using MapThePaths.Core.Geo;
using NodaTime;
using NodaTime.Text;

namespace MapThePaths.Destinations.Searching;

/// <summary>Where and when images of a publication can be, margins included.</summary>
/// <param name="First">The first photo's time, less a margin.</param>
/// <param name="Last">The last photo's time and a margin.</param>
internal sealed record SearchWindow(Instant First, Instant Last, GeoBox Box)
{
    /// <summary>About two kilometres: edits move photos on the map, and so does the service.</summary>
    private const double MarginDegrees = 0.02;

    private static readonly Duration TimeMargin = Duration.FromSeconds(1);
    private static readonly InstantPattern WholeSecond = InstantPattern.General;

    /// <summary>ISO 8601, UTC, rounded down to a whole second: whether the service reads fractions is unknown.</summary>
    public string FirstSecond => WholeSecond.Format(First);

    /// <summary>Rounded up.</summary>
    public string LastSecond => WholeSecond.Format(Last + Duration.FromNanoseconds(999_999_999));

    /// <summary>Everything that can be of this publication.</summary>
    public static SearchWindow Around(PublicationQuery query) => new(query.First - TimeMargin, query.Last + TimeMargin, query.Box);

    public bool Contains(RemoteImage image) =>
        image.CapturedAt >= First && image.CapturedAt <= Last && IsNear(image.Position);

    public bool IsNear(GeoPoint position)
    {
        var widest = Math.Max(Math.Abs(Box.South), Math.Abs(Box.North));
        var east = MarginDegrees / Math.Max(0.01, Math.Cos(widest * Math.PI / 180));
        return position.Latitude >= Box.South - MarginDegrees
            && position.Latitude <= Box.North + MarginDegrees
            && position.Longitude >= Box.West - east
            && position.Longitude <= Box.East + east;
    }
}
