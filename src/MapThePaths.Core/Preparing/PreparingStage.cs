using MapThePaths.Core.Catalog;
using MapThePaths.Core.Destinations;
using MapThePaths.Core.Model;
using NodaTime;

namespace MapThePaths.Core.Preparing;

/// <summary>Stores what of a plan is still to be sent: parts, and for each photo what its bytes will say.</summary>
public sealed class PreparingStage
{
    /// <summary>Mapillary's receipts end after about four days; its own tool trusts them for two (mapillary-v4.md §5.3).</summary>
    public static readonly Duration ReceiptLifetime = Duration.FromDays(2);

    private readonly OpenCatalog _catalog;
    private readonly TimeProvider _time;

    public PreparingStage(OpenCatalog catalog, TimeProvider time)
    {
        _catalog = catalog;
        _time = time;
    }

    /// <summary>May be repeated: the same plan leaves the same rows.</summary>
    /// <returns>Ids of the sequence's photos, left-out ones among them, that are at the destination already and are not touched again.</returns>
    public IReadOnlySet<long> Store(Plan plan, Account account, bool dryRun)
    {
        var alreadySent = _catalog.Preparing.AlreadySent(plan.Sequence.Id, plan.Destination, account);
        var parts = plan.Parts
            .Select(part => Prepare(part, plan.Sequence, alreadySent))
            .Where(part => part.Photos.Count > 0)
            .ToList();
        var now = Instant.FromDateTimeOffset(_time.GetUtcNow());
        var prepared = new PreparedSequence(plan.Sequence.Id, plan.Destination, account, dryRun, parts, plan.LeftOut);
        _catalog.Preparing.Store(prepared, now, receiptsSince: now - ReceiptLifetime);
        return alreadySent;
    }

    private static PreparedPart Prepare(PlannedPart part, Sequence sequence, IReadOnlySet<long> alreadySent) => new(
        Guid.NewGuid(),
        part.Cut,
        [.. part.Photos
            .Where(photo => !alreadySent.Contains(photo.Photo.Id))
            .Select(photo => new PreparedPhoto(
                photo.Photo.Id, photo.Photo.Path, photo.TakenAt, photo.Position, ImageDescription.Of(sequence, photo)))]);
}
