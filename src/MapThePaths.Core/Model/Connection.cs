using MapThePaths.Core.Geo;

namespace MapThePaths.Core.Model;

/// <summary>The way from one photo to a neighbour of its part, with the formulas of mtpdu.md §13. Pure.</summary>
/// <param name="Distance">Metres along the great circle; negative towards the photo before.</param>
/// <param name="Elevation">Metres that the neighbour is higher; null while one altitude is unknown.</param>
/// <param name="Seconds">Until the neighbour was taken; negative towards the photo before.</param>
/// <param name="Speed">Kilometres an hour, never negative; 0 where no time went by.</param>
/// <param name="Heading">Bearing of the neighbour: degrees clockwise from true north, 0 ≤ x &lt; 360; null at the same place.</param>
/// <param name="AdjustedHeading">How far clockwise one turns from where this photo looks to the neighbour: 0 ≤ x &lt; 360; null while either is unknown.</param>
/// <param name="Pitch">Degrees up (positive) or down to the neighbour, -90 to 90; 0 at the same place; null while one altitude is unknown.</param>
public sealed record Connection(
    double Distance, double? Elevation, double Seconds, double Speed, double? Heading, double? AdjustedHeading, double? Pitch)
{
    public static Connection ToNext(ArrangedPhoto photo, ArrangedPhoto next) => Between(photo, next, sign: 1);

    public static Connection ToPrevious(ArrangedPhoto photo, ArrangedPhoto previous) => Between(photo, previous, sign: -1);

    private static Connection Between(ArrangedPhoto from, ArrangedPhoto to, int sign)
    {
        var metres = Geodesy.Distance(from.Position, to.Position);
        var seconds = (to.TakenAt - from.TakenAt).TotalSeconds;
        var elevation = to.Altitude - from.Altitude;
        double? heading = metres > 0 ? Geodesy.Bearing(from.Position, to.Position) : null;
        return new Connection(
            sign * metres,
            elevation,
            seconds,
            KilometresPerHour(metres, Math.Abs(seconds)),
            heading,
            heading - from.Heading is { } turn ? Geodesy.Normalize(turn) : null,
            elevation is { } up ? Slope(up, metres) : null);
    }

    private static double Slope(double up, double metres) => metres > 0 ? Math.Atan2(up, metres) * 180 / Math.PI : 0;

    /// <summary>0 where no time went by.</summary>
    internal static double KilometresPerHour(double metres, double seconds) => seconds > 0 ? metres * 3.6 / seconds : 0;
}
