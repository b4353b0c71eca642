using MapThePaths.Core.Geo;
using NodaTime;

namespace MapThePaths.Core.Model;

/// <summary>A sequence as a JSON file tells of it: an exported one, or one of the predecessor.</summary>
public sealed record RecordedSequence
{
    /// <summary>Null when the file gives none.</summary>
    public Guid? Uuid { get; init; }

    public string? Name { get; init; }

    public string Description { get; init; } = "";

    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>As written: <c>Parent-Child</c>, perhaps by an old name.</summary>
    public string? Transport { get; init; }

    public string? TimeZone { get; init; }

    public RuleWishes Rules { get; init; } = new();

    /// <summary>In the order of the file.</summary>
    public IReadOnlyList<RecordedPhoto> Photos { get; init; } = [];

    /// <summary>What the file tells and we do not take over; sentences for people.</summary>
    public IReadOnlyList<string> NotTakenOver { get; init; } = [];
}

/// <summary>A photo of a recorded sequence; what is null stays as the camera gave it.</summary>
/// <param name="Names">File names that it may have, the likeliest first.</param>
public sealed record RecordedPhoto(IReadOnlyList<string> Names)
{
    public GeoPoint? Position { get; init; }

    /// <summary>Metres.</summary>
    public double? Altitude { get; init; }

    /// <summary>Degrees clockwise, 0 ≤ x &lt; 360.</summary>
    public double? Heading { get; init; }

    public Instant? TakenAt { get; init; }

    /// <summary>Where it was published already.</summary>
    public IReadOnlyList<RecordedImage> Images { get; init; } = [];
}

/// <param name="Account">Id of who sent it; empty when the file does not say, and then it counts for every account.</param>
/// <param name="Since">Null when the file does not say.</param>
public sealed record RecordedImage(string Destination, string Account, PhotoState State, Instant? Since, string? ImageId);

/// <summary>What became of the import of a recorded sequence.</summary>
/// <param name="NotFound">Names of its photos of which no file, or more than one, was found.</param>
/// <param name="Published">Photos that it says are published.</param>
public sealed record RecordedImport(IReadOnlyList<string> NotFound, int Published);
