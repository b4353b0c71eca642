using NodaTime;

namespace MapThePaths.Core.Geo;

/// <summary>Where a track was at one instant.</summary>
/// <param name="At">UTC, to the millisecond.</param>
/// <param name="Altitude">Metres; null when the track does not say.</param>
public readonly record struct TrackFix(Instant At, GeoPoint Position, double? Altitude);
