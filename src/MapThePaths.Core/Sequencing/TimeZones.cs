using MapThePaths.Core.Model;
using NodaTime;
using NodaTime.Text;

namespace MapThePaths.Core.Sequencing;

/// <summary>Time zones as users write them: an IANA name, <c>utc</c>, or an offset such as <c>+02:00</c>.</summary>
public static class TimeZones
{
    /// <exception cref="UserMistakeException">Nobody knows this zone.</exception>
    public static DateTimeZone Parse(string text)
    {
        if (string.Equals(text, "utc", StringComparison.OrdinalIgnoreCase))
        {
            return DateTimeZone.Utc;
        }

        var offset = OffsetPattern.GeneralInvariantWithZ.Parse(text);
        if (offset.Success)
        {
            return DateTimeZone.ForOffset(offset.Value);
        }

        return DateTimeZoneProviders.Tzdb.GetZoneOrNull(text)
            ?? throw new UserMistakeException($"The time zone '{text}' is unknown. Give an IANA name such as Europe/Rome, 'utc', or an offset such as +02:00.");
    }
}
