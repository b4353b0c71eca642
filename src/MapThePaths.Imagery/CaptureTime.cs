namespace MapThePaths.Imagery;

/// <summary>When the photo was taken, cut to the millisecond.</summary>
/// <param name="Value">An instant in UTC (<see cref="DateTimeKind.Utc"/>), or what the camera's clock showed (<see
/// cref="DateTimeKind.Unspecified"/>).</param>
/// <param name="IsUtc">False means wall clock: the file does not say in which zone the clock ran.</param>
/// <param name="Source">The tag it was taken from, see <see cref="CaptureSource"/>.</param>
public sealed record CaptureTime(DateTime Value, bool IsUtc, string Source);
