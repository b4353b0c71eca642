using MapThePaths.Core.Geo;
using NodaTime;

namespace MapThePaths.Core.Destinations;

/// <summary>A destination that can tell what became of a publication.</summary>
/// <remarks>
/// Which kinds of failure may come from either call, and what the stage does then:
/// <code>
/// kind            looking once                           following to the end
/// SignInNeeded    the destination is left for this run   likewise
/// Unreachable     likewise                               all its parts are looked at again later, at growing gaps
/// </code>
/// A destination that was left is told as the run's end, when a part there is still to be looked for. What is not there (yet) is no failure
/// of <see cref="LookAsync"/>, nor is a publication that the destination gave up: that is <see cref="Sighting.Failure"/>.
/// </remarks>
public interface IWatcher
{
    /// <summary>
    /// What is visible of a publication now. May be called as often as its service's limits allow. An empty answer is normal for hours.
    /// </summary>
    Task<Sighting> LookAsync(PublicationQuery query, CancellationToken cancellationToken);

    /// <summary>The destination's own record of a sequence.</summary>
    Task<RemoteSequence> SequenceRecordAsync(string remoteSequenceId, CancellationToken cancellationToken);
}

/// <summary>Where and when to look for the images of one publication.</summary>
/// <param name="Account">Who sent it.</param>
/// <param name="First">Capture time of its first photo, inclusive.</param>
/// <param name="Last">Capture time of its last photo, inclusive.</param>
/// <param name="Box">Around all its photos.</param>
/// <param name="PublicationId">As <see cref="ISender.PublishAsync"/> gave it; null when its answer was lost.</param>
public sealed record PublicationQuery(Account Account, Instant First, Instant Last, GeoBox Box, string? PublicationId)
{
    /// <summary>The upload session that it was published from; null when there is none.</summary>
    public string? Session { get; init; }

    /// <summary>When that was opened, by the destination's clock; null when it does not say.</summary>
    public Instant? SessionOpenedAt { get; init; }

    /// <param name="times">When its photos were taken.</param>
    /// <param name="places">Where.</param>
    public static PublicationQuery Around(Account account, IReadOnlyCollection<Instant> times, IReadOnlyCollection<GeoPoint> places) =>
        new(account, times.Min(), times.Max(), GeoBox.Around(places), PublicationId: null);
}

/// <summary>What one look found.</summary>
/// <param name="Images">All images in the query's window, other sequences' images among them perhaps; may be empty.</param>
/// <param name="Failure">Why the destination gave the publication up, in its own words; null while it did not.</param>
public sealed record Sighting(IReadOnlyList<RemoteImage> Images, string? Failure)
{
    /// <summary>The upload session as the destination still shows it; null when it does not.</summary>
    public RemoteSession? Session { get; init; }
}

/// <summary>One sequence as the destination shows it. What it does not say is null or empty.</summary>
/// <param name="Record">The whole record as received (JSON).</param>
public sealed record RemoteSequence(string Id, string Record)
{
    public Instant? CapturedAt { get; init; }

    /// <summary>When the destination made it.</summary>
    public Instant? CreatedAt { get; init; }

    public string? Make { get; init; }

    public bool? IsPanorama { get; init; }

    public bool? IsPrivate { get; init; }

    public string? UserId { get; init; }

    public string? UserName { get; init; }

    public string? OrganizationId { get; init; }

    /// <summary>In the destination's order.</summary>
    public IReadOnlyList<string> ImageIds { get; init; } = [];
}

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

    /// <summary>The destination's own judgement, in its own scale.</summary>
    public double? Quality { get; init; }

    public bool? IsPrivate { get; init; }

    public string? UserId { get; init; }

    public string? UserName { get; init; }

    public string? OrganizationId { get; init; }
}
