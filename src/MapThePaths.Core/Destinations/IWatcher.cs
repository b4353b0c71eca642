using MapThePaths.Core.Geo;
using NodaTime;

namespace MapThePaths.Core.Destinations;

/// <summary>A destination that can tell what became of a publication.</summary>
public interface IWatcher
{
    /// <summary>
    /// What is visible of a publication now. May be called as often as its service's limits allow. An empty answer is normal for hours.
    /// </summary>
    Task<Sighting> LookAsync(PublicationQuery query, CancellationToken cancellationToken);

    /// <summary>The destination's own record of a sequence, as received (JSON).</summary>
    Task<string> SequenceRecordAsync(string remoteSequenceId, CancellationToken cancellationToken);
}

/// <summary>Where and when to look for the images of one publication.</summary>
/// <param name="Account">Who sent it.</param>
/// <param name="First">Capture time of its first photo, inclusive.</param>
/// <param name="Last">Capture time of its last photo, inclusive.</param>
/// <param name="Box">Around all its photos.</param>
/// <param name="PublicationId">As <see cref="ISender.PublishAsync"/> gave it; null when its answer was lost.</param>
public sealed record PublicationQuery(Account Account, Instant First, Instant Last, GeoBox Box, string? PublicationId);

/// <summary>What one look found.</summary>
/// <param name="Images">All images in the query's window, other sequences' images among them perhaps; may be empty.</param>
/// <param name="Failure">Why the destination gave the publication up, in its own words; null while it did not.</param>
public sealed record Sighting(IReadOnlyList<RemoteImage> Images, string? Failure);

/// <summary>One image as the destination shows it.</summary>
/// <param name="Id">Opaque.</param>
/// <param name="SequenceId">The remote sequence; null while the destination has not assigned one.</param>
/// <param name="Record">The whole record as received (JSON).</param>
public sealed record RemoteImage(string Id, Instant CapturedAt, GeoPoint Position, string? SequenceId, string Record)
{
    /// <summary>The camera's maker; null when the destination does not say.</summary>
    public string? Make { get; init; }

    /// <summary>The camera's model; null when the destination does not say.</summary>
    public string? Model { get; init; }

    /// <summary>Where the lens looked: degrees clockwise from true north; null when unknown.</summary>
    public double? Heading { get; init; }

    /// <summary>The destination's own word for the projection; null when it has none.</summary>
    public string? CameraType { get; init; }

    public bool? IsPanorama { get; init; }

    /// <summary>Where the destination itself puts the image; null before it has computed that.</summary>
    public GeoPoint? ComputedPosition { get; init; }
}
