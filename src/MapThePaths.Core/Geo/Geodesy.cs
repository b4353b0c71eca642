namespace MapThePaths.Core.Geo;

/// <summary>Distances and directions on a sphere; good to 0.5 % of the distance, far below what a camera's receiver knows.</summary>
public static class Geodesy
{
    /// <summary>Mean radius of the Earth in metres.</summary>
    public const double EarthRadius = 6_371_000;

    /// <summary>Great-circle distance in metres by the haversine formula; altitude is ignored.</summary>
    public static double Distance(GeoPoint from, GeoPoint to)
    {
        var halfLatitude = Math.Sin(Radians(to.Latitude - from.Latitude) / 2);
        var halfLongitude = Math.Sin(Radians(to.Longitude - from.Longitude) / 2);
        var a = (halfLatitude * halfLatitude)
            + (Math.Cos(Radians(from.Latitude)) * Math.Cos(Radians(to.Latitude)) * halfLongitude * halfLongitude);
        return 2 * EarthRadius * Math.Atan2(Math.Sqrt(a), Math.Sqrt(1 - a));
    }

    /// <summary>Initial bearing of the great circle: degrees clockwise from true north, 0 ≤ x &lt; 360; 0 between equal points.</summary>
    public static double Bearing(GeoPoint from, GeoPoint to)
    {
        var longitude = Radians(to.Longitude - from.Longitude);
        var east = Math.Sin(longitude) * Math.Cos(Radians(to.Latitude));
        var north = (Math.Cos(Radians(from.Latitude)) * Math.Sin(Radians(to.Latitude)))
            - (Math.Sin(Radians(from.Latitude)) * Math.Cos(Radians(to.Latitude)) * Math.Cos(longitude));
        return Normalize(Math.Atan2(east, north) * 180 / Math.PI);
    }

    /// <summary>The same direction as an angle 0 ≤ x &lt; 360.</summary>
    public static double Normalize(double degrees)
    {
        var turned = degrees % 360;
        if (turned < 0)
        {
            turned += 360;
        }

        // A tiny negative angle rounds up to 360 itself, which is 0.
        return turned >= 360 ? 0 : turned;
    }

    /// <summary>Degrees up to which two directions are the same: files keep so many digits.</summary>
    public const double SameAngle = 0.001;

    /// <summary>How far two directions lie apart: 0 to 180 degrees, whichever way round is shorter.</summary>
    public static double AngleBetween(double first, double second)
    {
        var difference = Normalize(first - second);
        return difference > 180 ? 360 - difference : difference;
    }

    /// <summary>
    /// The point on the shortest way from one point to another: 0 is the first, 1 the second. Right across the 180° meridian and the poles;
    /// between opposite points of the Earth any way is the shortest, and the first point is given.
    /// </summary>
    public static GeoPoint Between(GeoPoint from, GeoPoint to, double fraction)
    {
        var (start, end) = (Vector(from), Vector(to));
        var angle = Distance(from, to) / EarthRadius;
        var sine = Math.Sin(angle);
        var (first, second) = sine < 1e-9 ? (1 - fraction, fraction) : (Math.Sin((1 - fraction) * angle) / sine, Math.Sin(fraction * angle) / sine);
        var (x, y, z) = ((start.X * first) + (end.X * second), (start.Y * first) + (end.Y * second), (start.Z * first) + (end.Z * second));
        var level = Math.Sqrt((x * x) + (y * y));
        return level + Math.Abs(z) < 1e-6 ? from : new GeoPoint(Math.Atan2(z, level) * 180 / Math.PI, Math.Atan2(y, x) * 180 / Math.PI);
    }

    private static (double X, double Y, double Z) Vector(GeoPoint point)
    {
        var (latitude, longitude) = (Radians(point.Latitude), Radians(point.Longitude));
        return (Math.Cos(latitude) * Math.Cos(longitude), Math.Cos(latitude) * Math.Sin(longitude), Math.Sin(latitude));
    }

    private static double Radians(double degrees) => degrees * Math.PI / 180;
}
