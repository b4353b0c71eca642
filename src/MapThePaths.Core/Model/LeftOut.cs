using MapThePaths.Core.Geo;

namespace MapThePaths.Core.Model;

/// <summary>A photo that is not sent, and why.</summary>
public sealed record LeftOut(string Path, Reason Reason, long? PhotoId = null)
{
    /// <summary>The photo of the sequence that it is a copy of, with <see cref="Reason.SameContent"/>; null otherwise.</summary>
    public string? Twin { get; init; }

    /// <summary>Where the edits before had put it; null when it has no place, or never came to the edits.</summary>
    public GeoPoint? Position { get; init; }
}
