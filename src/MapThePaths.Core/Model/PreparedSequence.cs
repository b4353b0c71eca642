using MapThePaths.Core.Destinations;
using MapThePaths.Core.Geo;
using NodaTime;

namespace MapThePaths.Core.Model;

/// <summary>What is to be sent to one destination for one account, ready to be stored: without the photos that are there already.</summary>
public sealed record PreparedSequence(
    long SequenceId,
    string Destination,
    Account Account,
    bool DryRun,
    IReadOnlyList<PreparedPart> Parts,
    IReadOnlyList<LeftOut> LeftOut)
{
    /// <summary>Photos among them were published before and are sent again on purpose.</summary>
    public bool Resend { get; init; }

    /// <summary>As <see cref="DestinationRules.SessionHoldsPhotos"/>.</summary>
    public bool SessionHoldsPhotos { get; init; }
}

/// <summary>A part that is to be sent.</summary>
/// <param name="Uuid">Used if the part is new.</param>
/// <param name="PhotoIds">In order.</param>
/// <param name="Photos">The same photos, made while they are read: what is written into them is too much to hold for all parts.</param>
public sealed record PreparedPart(Guid Uuid, Reason Cut, IReadOnlyList<long> PhotoIds, IEnumerable<PreparedPhoto> Photos);

/// <summary>A photo with all that will be written into its bytes.</summary>
/// <param name="Heading">Degrees clockwise; null for none.</param>
/// <param name="Description">The JSON for EXIF ImageDescription.</param>
/// <param name="Gps">For the EXIF GPS tags; null when they stay.</param>
public sealed record PreparedPhoto(long PhotoId, string Path, Instant TakenAt, GeoPoint Position, double? Heading, string Description, GpsTags? Gps = null)
{
    /// <summary>Degrees by which a computed heading was turned; null for any other.</summary>
    public double? Turn { get; init; }
}
