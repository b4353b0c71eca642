namespace MapThePaths.Imagery.Gpx;

/// <summary>One <c>trkpt</c> of a GPX file.</summary>
/// <param name="Position">WGS 84.</param>
/// <param name="Elevation">Metres; null when the file does not say. Above sea level by the standard, above the ellipsoid in some
/// loggers.</param>
/// <param name="Time">UTC, cut to the millisecond; null when the file does not say. A time without a zone is UTC by the standard.</param>
/// <param name="Segment">Counts the segments (<c>trkseg</c>) of the file from 0, over all tracks; the line is broken between
/// segments.</param>
public readonly record struct TrackPoint(Position Position, double? Elevation, DateTime? Time, int Segment);

/// <summary>A part of a GPX file that could not be used.</summary>
/// <param name="Line">In the file, from 1.</param>
/// <param name="Message">What is wrong, for people; completes "This file …".</param>
public sealed record GpxFault(int Line, string Message);

/// <summary>A GPX file in memory.</summary>
/// <param name="Points">In the order of the file, which need not be the order of time.</param>
/// <param name="Faults">In the order of the file; usually empty.</param>
public sealed record GpxReading(IReadOnlyList<TrackPoint> Points, IReadOnlyList<GpxFault> Faults);
