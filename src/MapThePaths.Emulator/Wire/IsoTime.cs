using System.Globalization;

namespace MapThePaths.Emulator.Wire;

/// <summary>UTC with milliseconds and a <c>Z</c>.</summary>
internal static class IsoTime
{
    public static string Text(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
