namespace DrawSamples.Photos;

internal enum CameraKind
{
    Flat,
    Sphere,
}

/// <summary>
/// One photo to take. Walked is metres along the track; Turn, Pitch and Roll are degrees off the direction of travel
/// and off level, as a hand holds a camera.
/// </summary>
internal sealed record Shot(string Name, CameraKind Kind, float Walked, TimeSpan Time, float Turn, float Pitch, float Roll)
{
    public bool HasPosition { get; init; } = true;

    public bool HasHeading { get; init; } = true;
}

internal static class Shots
{
    /// <summary>
    /// A walk of less than a minute. One photo has no position, one no heading, and two full spheres end it.
    /// The times are local, two hours before UTC.
    /// </summary>
    public static IReadOnlyList<Shot> All { get; } =
    [
        Flat(1, 0.0f, 17_240, 1.5f, -4.0f, 0.4f),
        Flat(2, 5.7f, 21_110, -2.0f, -3.2f, -0.6f),
        Flat(3, 11.9f, 25_050, 0.5f, -4.4f, 0.2f),
        Flat(4, 17.8f, 28_960, -3.5f, -3.6f, 0.7f),
        Flat(5, 23.8f, 32_870, -2.5f, -3.0f, -0.3f) with { HasPosition = false },
        Flat(6, 29.6f, 36_620, -4.0f, -3.8f, 0.1f),
        Flat(7, 35.9f, 40_590, -1.0f, -4.2f, -0.8f) with { HasHeading = false },
        Flat(8, 41.8f, 44_430, 2.0f, -3.5f, 0.5f),
        Flat(9, 47.9f, 48_380, 1.0f, -3.9f, -0.2f),
        Flat(10, 53.8f, 52_210, 3.0f, -3.3f, 0.3f),
        Sphere(1, 59.9f, 56_300, 1.6f),
        Sphere(2, 65.8f, 60_120, -2.2f),
    ];

    private static Shot Flat(int number, float walked, int milliseconds, float turn, float pitch, float roll) =>
        new($"TRAIL{number:000}.jpg", CameraKind.Flat, walked, At(milliseconds), turn, pitch, roll);

    private static Shot Sphere(int number, float walked, int milliseconds, float turn) =>
        new($"SPHERE{number:000}.jpg", CameraKind.Sphere, walked, At(milliseconds), turn, 0f, 0f);

    private static TimeSpan At(int milliseconds) => new(0, 10, 4, 0, milliseconds);
}
