using MapThePaths.Core.Geo;
using MapThePaths.Imagery;
using NodaTime;

namespace MapThePaths.Core.Model;

/// <summary>A photo in its place in a sequence, with the facts that will be sent: the camera's, changed by edits.</summary>
/// <param name="TakenAt">The instant, milliseconds and all.</param>
/// <param name="Altitude">Metres; null when unknown.</param>
/// <param name="Heading">Degrees clockwise, 0 ≤ x &lt; 360; null only for a photo alone in its run.</param>
/// <param name="Warnings">The capture's doubts and those of the arrangement (<see cref="Reason"/>).</param>
public sealed record ArrangedPhoto(
    Photo Photo,
    Instant TakenAt,
    GeoPoint Position,
    double? Altitude,
    double? Heading,
    IReadOnlyList<string> Warnings)
{
    /// <summary>An edit has set the time.</summary>
    public bool IsRetimed { get; init; }

    /// <summary>How far <see cref="Heading"/> was turned, in degrees, if it was computed; null when the photo had one of its own, or has none.</summary>
    public double? Turn { get; init; }

    /// <summary>What <see cref="Heading"/> is counted from.</summary>
    public NorthReference HeadingReference { get; init; }

    /// <summary>Tracks do not say what their altitudes are counted from.</summary>
    public AltitudeReference AltitudeReference => Altitude == Photo.Capture.Altitude ? Photo.Capture.AltitudeReference : AltitudeReference.Unknown;
}

/// <summary>Photos that belong together: one camera, no gap, no jump between them.</summary>
/// <param name="Cut">Why it begins here.</param>
/// <param name="Photos">In order of time; not empty.</param>
public sealed record Run(Reason Cut, IReadOnlyList<ArrangedPhoto> Photos)
{
    /// <summary>Null for cuts without a number.</summary>
    public CutMeasure? Measure { get; init; }
}

/// <summary>What was measured where a run begins, and what would have been allowed: seconds, metres, photos or pixels, by the reason.</summary>
public readonly record struct CutMeasure(double Value, double Limit)
{
    /// <summary>Metres between the photos on both sides; 0 for cuts that neither a pause nor a jump makes.</summary>
    public double Metres { get; init; }
}

/// <summary>A sequence in order: each of its files is in exactly one run or left out.</summary>
/// <param name="Runs">In order of their first photo's time; may be empty.</param>
/// <param name="LeftOut">By path.</param>
/// <param name="NeedsTimeZone">Some times have no zone and none could be derived: they are read as UTC here, and nothing may be sent.</param>
public sealed record ArrangedSequence(Sequence Sequence, IReadOnlyList<Run> Runs, IReadOnlyList<LeftOut> LeftOut, bool NeedsTimeZone)
{
    /// <summary>In the order in which they were made; undone ones are not among them.</summary>
    public IReadOnlyList<AppliedEdit> Edits { get; init; } = [];

    /// <summary>What looks wrong with clocks and compasses.</summary>
    public IReadOnlyList<Proposal> Proposals { get; init; } = [];

    /// <summary>The cameras behind its runs, as EXIF names them, each once.</summary>
    public IReadOnlyList<string> Cameras => CamerasOf(Runs.SelectMany(run => run.Photos));

    public Totals Totals => Totals.Of(Runs.Select(run => run.Photos));

    /// <summary>Every file that was given for the sequence.</summary>
    public int FileCount => Runs.Sum(run => run.Photos.Count) + LeftOut.Count;

    internal static IReadOnlyList<string> CamerasOf(IEnumerable<ArrangedPhoto> photos) =>
        [.. photos.Select(photo => photo.Photo.Capture.Camera).OfType<string>().Distinct(StringComparer.Ordinal)];
}
