using NodaTime;

namespace MapThePaths.Core.Catalog;

/// <summary>Times as the catalog stores them: whole milliseconds since 1970, of UTC or of a wall clock.</summary>
internal static class Milliseconds
{
    public static long Of(Instant time) => time.ToUnixTimeMilliseconds();

    public static long? Of(Instant? time) => time?.ToUnixTimeMilliseconds();

    public static long? Of(LocalDateTime? wallClock) => wallClock?.InUtc().ToInstant().ToUnixTimeMilliseconds();

    public static Instant ToInstant(long milliseconds) => Instant.FromUnixTimeMilliseconds(milliseconds);

    public static Instant? ToInstant(long? milliseconds) => milliseconds is { } value ? ToInstant(value) : null;

    public static LocalDateTime? ToWallClock(long? milliseconds) => ToInstant(milliseconds)?.InUtc().LocalDateTime;
}
