namespace MapThePaths.Imagery.Facts;

internal static class HeadingDegrees
{
    /// <summary>The same direction as 0 ≤ x &lt; 360.</summary>
    public static double Normalize(double degrees)
    {
        var rest = degrees % 360;
        rest = rest < 0 ? rest + 360 : rest;

        // The sum of a tiny negative angle and 360 is 360; and -0 is 0.
        return rest >= 360 ? 0 : rest + 0.0;
    }
}
