using MapThePaths.Core.Model;
using NodaTime;

namespace MapThePaths.Core.Catalog;

/// <summary>A part as people ask for it.</summary>
public sealed record PartStatus
{
    public required long Id { get; init; }

    public required long SequenceId { get; init; }

    public required string Destination { get; init; }

    public required string AccountName { get; init; }

    public required int Number { get; init; }

    public required Reason Cut { get; init; }

    public required PartState State { get; init; }

    public string? SessionKey { get; init; }

    public string? PublicationId { get; init; }

    /// <summary>When the call that publishes was about to be made.</summary>
    public Instant? IntentAt { get; init; }

    public Instant? PublishedAt { get; init; }

    /// <summary>How often its images were looked for.</summary>
    public int Looks { get; init; }

    public Instant? NextLookAt { get; init; }

    /// <summary>What keeps it from going on; null when nothing does.</summary>
    public string? Error { get; init; }

    public int Photos { get; init; }

    /// <summary>Photos whose bytes the destination has acknowledged, published or not.</summary>
    public int Sent { get; init; }

    public int Visible { get; init; }

    public int Missing { get; init; }

    public int Failed { get; init; }

    /// <summary>Photos that arrived in a dry run and were never published.</summary>
    public int DryRun { get; init; }

    /// <summary>Where its images are by now; usually one.</summary>
    public IReadOnlyList<string> RemoteSequences { get; init; } = [];
}
