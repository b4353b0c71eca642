using NodaTime;
using NodaTime.Text;

namespace MapThePaths.Destinations.MapillaryV3;

/// <summary>ISO 8601 as the service writes it: usually with <c>Z</c>, at times with an offset.</summary>
internal static class IsoTime
{
    /// <summary>Null for no time at all.</summary>
    public static Instant? Read(string? text) =>
        text is not null && OffsetDateTimePattern.ExtendedIso.Parse(text) is { Success: true } time ? time.Value.ToInstant() : null;
}
