using MapThePaths.Core.Catalog;
using MapThePaths.Core.Model;

namespace MapThePaths.App.Web.Sequences;

/// <summary>Some of the sequences that were asked for, the newest first.</summary>
/// <param name="Total">All that match.</param>
internal sealed record SequencePage(int Total, IReadOnlyList<SequenceCard> Sequences);

/// <summary>A sequence as the list shows it.</summary>
internal record SequenceCard
{
    public required long Id { get; init; }

    public required string Name { get; init; }

    public required string Description { get; init; }

    public required IReadOnlyList<string> Tags { get; init; }

    /// <summary>Such as <c>Earth-Walk</c>.</summary>
    public required string Transport { get; init; }

    /// <summary>Every file that was given for it, left out or not.</summary>
    public required int Photos { get; init; }

    /// <summary>How many of them are in no run.</summary>
    public required int LeftOut { get; init; }

    public DateTimeOffset? FirstTakenAt { get; init; }

    public DateTimeOffset? LastTakenAt { get; init; }

    /// <summary>Some camera's clock has no zone, and is told as if it were UTC. Nothing may be sent before the zone is given.</summary>
    public required bool NeedsTimeZone { get; init; }

    /// <summary>Metres.</summary>
    public required double Distance { get; init; }

    /// <summary>Longitude and latitude; at most 60 points.</summary>
    public required double[][] Line { get; init; }

    public required IReadOnlyList<DestinationState> Destinations { get; init; }

    /// <summary>Photos of it are online, though not by it.</summary>
    public required bool IsSentElsewhere { get; init; }

    /// <summary>Another sequence with which photos of it went out; absent when they were published before they came here.</summary>
    public long? SentWith { get; init; }
}

/// <summary>Where a sequence is at one destination. A photo counts once, however often it was sent there.</summary>
/// <param name="States">How many of its parts are in which state.</param>
internal sealed record DestinationState(string Destination, IReadOnlyDictionary<string, int> States, int Photos, int Visible, int Missing, int Failed)
{
    /// <summary>The page of its first image that is visible; absent where there is none.</summary>
    public Uri? ImageUrl { get; init; }

    public static IReadOnlyList<DestinationState> Of(long sequenceId, Composition composition)
    {
        var catalog = composition.Catalog;
        var photos = catalog.Overview.PhotoCounts(sequenceId);
        var images = photos.Values.Any(count => count.Visible > 0) ? catalog.Sketches.FirstImages(sequenceId) : new Dictionary<string, string>();
        return [.. catalog.Overview.PartCounts(sequenceId).GroupBy(part => part.Destination).Select(parts =>
            Of(parts.Key, parts.ToDictionary(part => part.State.Word(), part => part.Count), photos.GetValueOrDefault(parts.Key)) with
            {
                ImageUrl = images.TryGetValue(parts.Key, out var image) ? composition.PageOf(parts.Key, image) : null,
            })];
    }

    // A part whose photos have all gone into later ones has none.
    private static DestinationState Of(string destination, IReadOnlyDictionary<string, int> states, PhotoCount? photos) =>
        new(destination, states, photos?.Photos ?? 0, photos?.Visible ?? 0, photos?.Missing ?? 0, photos?.Failed ?? 0);
}
