namespace MapThePaths.Imagery.Exif;

/// <summary>What an edit may hold; anything else is a mistake of the caller.</summary>
internal static class HeaderEditRules
{
    private const double HighestAltitude = 4_000_000;

    public static void Check(HeaderEdit edit)
    {
        ArgumentNullException.ThrowIfNull(edit);
        CheckText(edit.ImageDescription, nameof(HeaderEdit.ImageDescription));
        CheckText(edit.Artist, nameof(HeaderEdit.Artist));
        CheckText(edit.Copyright, nameof(HeaderEdit.Copyright));
        Require(edit.Position is not { IsOnEarth: false }, edit.Position, "Latitude must lie in -90..90 and longitude in -180..180.");
        Require(Math.Abs(edit.Altitude ?? 0) <= HighestAltitude, edit.Altitude, "Altitude must lie in ±4,000,000 m.");
        Require(edit.Heading is null or (>= 0 and < 360), edit.Heading, "Heading must be at least 0 and below 360 degrees.");
        Require(edit.CapturedAt is null or { Kind: DateTimeKind.Utc }, edit.CapturedAt, "The capture time must be in UTC.");
    }

    private static void CheckText(string? text, string name)
    {
        if (text?.Contains('\0', StringComparison.Ordinal) == true)
        {
            throw new ArgumentException($"{name} must not hold a NUL: it ends the text in EXIF.", nameof(text));
        }
    }

    private static void Require(bool holds, object? value, string message)
    {
        if (!holds)
        {
            throw new ArgumentOutOfRangeException(nameof(value), value, message);
        }
    }
}
