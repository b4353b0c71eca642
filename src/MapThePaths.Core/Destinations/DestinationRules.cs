using MapThePaths.Core.Model;

namespace MapThePaths.Core.Destinations;

/// <summary>What a destination accepts, so that a plan can say so before the first byte.</summary>
/// <param name="MaxPhotosPerPart">More photos than this make another part.</param>
/// <param name="MaxPixelsPerPart">Sum of width × height; more make another part.</param>
/// <param name="Projections">Accepted values of XMP <c>GPano:ProjectionType</c>, with <c>flat</c> for none.</param>
/// <param name="AcceptsAir">Whether photos taken from the air are welcome (transport type Air and all its children).</param>
public sealed record DestinationRules(
    int MaxPhotosPerPart,
    long MaxPixelsPerPart,
    IReadOnlySet<string> Projections,
    bool AcceptsAir)
{
    /// <summary>Sum of the files' sizes; more make another part.</summary>
    public long MaxBytesPerPart { get; init; } = long.MaxValue;

    /// <summary>
    /// Whether photos lie in the upload session they were brought to, for as long as it lives: another session needs them again, and so
    /// does the one after a dry run. Otherwise a photo's receipt counts in any part, until the destination forgets it.
    /// </summary>
    public bool SessionHoldsPhotos { get; init; }

    /// <summary>Whether photos that were taken so are welcome.</summary>
    public bool Accepts(TransportType transport) => AcceptsAir || !transport.IsAir;
}
