namespace MapThePaths.Core.Model;

/// <summary>What would be sent to one destination, readable before the first byte.</summary>
/// <param name="Parts">In order; may be empty.</param>
/// <param name="LeftOut">By path; with the parts' photos, every file of the sequence once.</param>
/// <param name="Refusal">Why nothing of the sequence may be sent there at all; null when it may.</param>
public sealed record Plan(
    Sequence Sequence,
    string Destination,
    IReadOnlyList<PlannedPart> Parts,
    IReadOnlyList<LeftOut> LeftOut,
    Reason? Refusal,
    bool NeedsTimeZone)
{
    /// <summary>Ids of photos that are to be sent again although the destination has them; the user asked for it in so many words.</summary>
    public IReadOnlySet<long> Resend { get; init; } = new HashSet<long>();

    /// <inheritdoc cref="ArrangedSequence.Edits"/>
    public IReadOnlyList<AppliedEdit> Edits { get; init; } = [];

    /// <inheritdoc cref="ArrangedSequence.Proposals"/>
    public IReadOnlyList<Proposal> Proposals { get; init; } = [];

    /// <summary>Of the photos in parts; a cut that only a destination's limit makes interrupts no way.</summary>
    public Totals Totals { get; init; } = Totals.Of();

    /// <summary>
    /// An edit hides where photos were taken. Then nothing that is made to be passed on may tell where left-out photos lie, whatever they are left
    /// out for.
    /// </summary>
    public bool HidesPlaces => Edits.Any(edit => edit.HidesPlaces);

    /// <summary>The cameras behind its parts, as EXIF names them, each once.</summary>
    public IReadOnlyList<string> Cameras => ArrangedSequence.CamerasOf(Parts.SelectMany(part => part.Photos));

    public int PhotoCount => Parts.Sum(part => part.Photos.Count);

    /// <summary>Every file that was given for the sequence.</summary>
    public int FileCount => PhotoCount + LeftOut.Count;
}

/// <summary>One piece of a sequence as a destination takes it.</summary>
/// <param name="Place">In the plan, from 1.</param>
/// <param name="Cut">Why it begins here.</param>
/// <param name="Photos">In order; not empty.</param>
public sealed record PlannedPart(int Place, Reason Cut, IReadOnlyList<ArrangedPhoto> Photos)
{
    /// <summary>
    /// The number that sending gives it, or that the part has which its photos are in already. Null before <see cref="Flow.Number"/>, and where
    /// nothing of it is to be sent and no part of this sequence has it.
    /// </summary>
    public int? Number { get; init; }

    /// <inheritdoc cref="Run.Measure"/>
    public CutMeasure? Measure { get; init; }

    public Totals Totals => Totals.Of(Photos);

    /// <summary>Sum of the original files' lengths; what is sent is a few hundred bytes a photo more.</summary>
    public long Bytes => Photos.Sum(photo => photo.Photo.Size);
}
