using MapThePaths.Emulator.State;

namespace MapThePaths.Emulator.Mapillary.Processing;

/// <summary>What one finish call made. Its photos are read when somebody first asks after the processing time.</summary>
internal sealed class Cluster(ClusterMade made, ImageProcessing processing, TimeSpan duration)
{
    private readonly Lazy<IReadOnlyList<ProcessedImage>> _images = new(() => processing.Process(made));

    public ClusterMade Made => made;

    /// <summary>Null when a fault rule lets it hang for ever.</summary>
    public DateTimeOffset? VisibleAt => made.NeverProcessed ? null : made.FinishedAt + duration;

    /// <summary>In sequence order, dropped ones included.</summary>
    public IReadOnlyList<ProcessedImage> Images => _images.Value;

    public bool IsProcessed(DateTimeOffset now) => VisibleAt <= now;
}
