using MapThePaths.Core.Geo;

namespace MapThePaths.Core.Model;

/// <summary>An edit as the catalog keeps it.</summary>
/// <param name="Number">Its place among the edits of the sequence, from 1.</param>
/// <param name="Kind">A word that never changes its meaning.</param>
/// <param name="Parameters">JSON; what it holds goes by the kind.</param>
/// <param name="Fixes">The track of an edit that has one, by time; else empty.</param>
/// <param name="IsUndone">Taken back, and can still be brought back.</param>
public sealed record RecordedEdit(int Number, string Kind, string Parameters, IReadOnlyList<TrackFix> Fixes, bool IsUndone = false);

/// <summary>What an edit did when the sequence was arranged.</summary>
/// <param name="Text">What was wished for, in words for people.</param>
/// <param name="Changed">Photos that are otherwise after it than before.</param>
/// <param name="LeftOut">Photos that it leaves out.</param>
public sealed record AppliedEdit(int Number, string Kind, string Text, int Changed, int LeftOut)
{
    /// <summary>The only camera whose photos it changes; null for all.</summary>
    public string? Camera { get; init; }

    /// <summary>It keeps to the user where photos were taken: around a home, at the ends of the way.</summary>
    public bool HidesPlaces => Kind is "privacy" or "trim";

    /// <summary>The same words without a place that the edit hides, for what is made to be passed on.</summary>
    public string PublicText => Kind == "privacy" ? "no photos within a privacy zone" : Text;
}
