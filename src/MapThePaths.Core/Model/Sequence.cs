using NodaTime;

namespace MapThePaths.Core.Model;

/// <summary>What the user said of a sequence. Its photos are asked for separately: there may be many.</summary>
public sealed record Sequence
{
    public required long Id { get; init; }

    /// <summary>Goes with every photo to every destination (MTPUploaderSequenceUUID).</summary>
    public required Guid Uuid { get; init; }

    /// <summary>1 to 100 characters, unique without regard to case.</summary>
    public required string Name { get; init; }

    public string Description { get; init; } = "";

    /// <summary>At most 15, each at most 30 letters, digits and hyphens; in the user's order.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    public required TransportType Transport { get; init; }

    /// <summary>The zone that camera clocks without an offset were set to: an IANA name, <c>utc</c> or an offset; null until known.</summary>
    public string? TimeZone { get; init; }

    public SequencingRules Rules { get; init; } = new();

    public Instant CreatedAt { get; init; }
}

/// <summary>When a sequence is cut, and which photos its rules leave out (defaults: mapillary-v4.md §11).</summary>
public sealed record SequencingRules
{
    /// <summary>Seconds; a longer pause between two photos begins a new part.</summary>
    public double MaxGap { get; init; } = 60;

    /// <summary>Metres; a longer distance between two photos begins a new part.</summary>
    public double MaxJump { get; init; } = 100;

    /// <summary>Metres; nearer than or at this distance, two photos were taken from the same place. 0 keeps them all.</summary>
    public double DuplicateMetres { get; init; } = 0.1;

    /// <summary>Degrees; up to this angle, two photos look in the same direction. A missing heading counts as the same.</summary>
    public double DuplicateDegrees { get; init; } = 5;

    /// <summary>Kilometres an hour, the average over a run; above it, times or positions are wrong.</summary>
    public double MaxSpeed { get; init; } = 400;

    /// <summary>Metres; a photo farther off than this, with the next ones back on the line, has a wrong position. 0 keeps them all.</summary>
    public double ZigZagMetres { get; init; } = 30;

    /// <summary>
    /// Seconds; photos of a camera with the same time are spread up to the next one, within its tick of so many seconds. 0 moves them by single
    /// milliseconds only.
    /// </summary>
    public double SpreadSeconds { get; init; } = 1;

    /// <summary>Photos of all cameras and picture sizes make one line; else a line each, and another one begins a new part.</summary>
    public bool MixesCameras { get; init; }

    /// <summary>More photos than this make another part, at least 2; null for as many as the destination takes. More than that are never taken.</summary>
    public int? MaxPhotos { get; init; }
}
