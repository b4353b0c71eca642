namespace MapThePaths.Core.Model;

/// <summary>One file of the user's, known by its content: the same picture under two names is one photo.</summary>
public sealed record Photo
{
    public required long Id { get; init; }

    /// <summary>Goes with the photo to every destination (MTPUploaderPhotoUUID).</summary>
    public required Guid Uuid { get; init; }

    /// <summary>Where it was found.</summary>
    public required string Path { get; init; }

    /// <summary>Bytes.</summary>
    public required long Size { get; init; }

    public required Capture Capture { get; init; }
}
