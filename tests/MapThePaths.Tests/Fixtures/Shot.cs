using MapThePaths.Core.Geo;
using MapThePaths.Core.Model;
using NodaTime;

namespace MapThePaths.Tests.Fixtures;

/// <summary>Photos as they are after import, without files: <c>Shot.Of("a.jpg", seconds: 1, metres: 5).Facing(90)</c>.</summary>
internal static class Shot
{
    /// <summary>Where a camera's line begins; it runs due north, so that headings along it are 0.</summary>
    public static readonly GeoPoint Start = new(47, 8);

    public static readonly Instant Noon = Instant.FromUtc(2026, 5, 1, 12, 0, 0);

    private const double MetresPerDegree = 111_194.9266;

    private static long _ids;

    /// <summary>Taken so many seconds after noon, so many metres north of the start.</summary>
    public static Photo Of(string name, double seconds = 0, double metres = 0) => new()
    {
        Id = Interlocked.Increment(ref _ids),
        Uuid = Guid.NewGuid(),
        Path = $"/card/{name}",
        Size = 1000,
        Capture = new Capture { Position = North(metres), TakenAt = Noon + Duration.FromMilliseconds((long)Math.Round(seconds * 1000)), Width = 4000, Height = 3000 },
    };

    /// <summary>A second and five metres between two, named so that they sort.</summary>
    public static Photo[] Walk(int count) => [.. Enumerable.Range(0, count).Select(i => Of($"{i:0000}.jpg", i, i * 5))];

    public static GeoPoint North(double metres) => Start with { Latitude = Start.Latitude + (metres / MetresPerDegree) };

    public static Photo At(this Photo photo, double latitude, double longitude) =>
        photo.Knowing(capture => capture with { Position = new GeoPoint(latitude, longitude) });

    public static Photo WithoutPosition(this Photo photo) => photo.Knowing(capture => capture with { Position = null });

    public static Photo WithoutTime(this Photo photo) => photo.Knowing(capture => capture with { TakenAt = null, CameraTime = null });

    public static Photo TakenAt(this Photo photo, Instant time) => photo.Knowing(capture => capture with { TakenAt = time });

    /// <summary>The camera's clock said this, and nobody said its zone.</summary>
    public static Photo OnlyByClock(this Photo photo, LocalDateTime clock) =>
        photo.Knowing(capture => capture with { TakenAt = null, CameraTime = clock });

    /// <summary>GPS time is known, and the camera's clock is ahead of it.</summary>
    public static Photo WithClockAhead(this Photo photo, Duration by) =>
        photo.Knowing(capture => capture with { CameraTime = (capture.TakenAt!.Value + by).InUtc().LocalDateTime });

    public static Photo Facing(this Photo photo, double heading) => photo.Knowing(capture => capture with { Heading = heading });

    /// <summary>Metres above sea level.</summary>
    public static Photo High(this Photo photo, double metres) => photo.Knowing(capture => capture with { Altitude = metres });

    public static Photo By(this Photo photo, string make, string? model = null, string? id = null) =>
        photo.Knowing(capture => capture with { Make = make, Model = model, CameraId = id });

    public static Photo Sized(this Photo photo, int width, int height) =>
        photo.Knowing(capture => capture with { Width = width, Height = height });

    public static Photo Projected(this Photo photo, string projection) => photo.Knowing(capture => capture with { Projection = projection });

    public static Photo Knowing(this Photo photo, Func<Capture, Capture> change) => photo with { Capture = change(photo.Capture) };

    public static string Name(this Photo photo) => Path.GetFileName(photo.Path);
}
