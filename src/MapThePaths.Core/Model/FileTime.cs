using NodaTime;

namespace MapThePaths.Core.Model;

/// <summary>When a file was last written to, as the catalog keeps it: milliseconds since 1970, UTC.</summary>
public static class FileTime
{
    public static long Of(FileInfo file) => Of(file.LastWriteTimeUtc);

    public static long Of(DateTime utc) => Instant.FromDateTimeUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc)).ToUnixTimeMilliseconds();
}
