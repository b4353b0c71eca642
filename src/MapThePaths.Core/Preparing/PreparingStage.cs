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

    private Instant Now => _time.Now();

    /// <summary>The photos of a plan that its destination has already, in the order of the plan. Reads only.</summary>
    /// <param name="accounts">Ids of those whose photos count; null for anybody's.</param>
    public IReadOnlyList<AlreadyThere> AlreadyThere(Plan plan, IReadOnlyCollection<string>? accounts) =>
        AlreadyThere(plan, _catalog.Preparing.Ledger(plan.Sequence.Id, plan.Destination, accounts));

    /// <summary>The plan with the numbers that <see cref="Store"/> would give its parts. Reads only.</summary>
    /// <param name="accounts">Ids of those who may be the one that sends; null for anybody.</param>
    public Plan Number(Plan plan, IReadOnlyCollection<string>? accounts)
    {
        var (ledger, _) = Untouched(plan, accounts);
        var there = ledger.ToLookup(entry => entry.PhotoId, entry => entry.Part);
        var toSend = plan.Parts.Select(part => part.Photos.Select(photo => photo.Photo.Id).Where(id => !there.Contains(id)).ToList()).ToList();
        var given = new Queue<int>(_catalog.Preparing.Numbers(plan.Sequence.Id, plan.Destination, accounts, toSend.FindAll(ids => ids.Count > 0)));
        return plan with
        {
            Parts = [.. plan.Parts.Zip(toSend, (part, ids) => part with
            {
                Number = ids.Count > 0 ? given.Dequeue() : part.Photos.SelectMany(photo => there[photo.Photo.Id]).FirstOrDefault(number => number is not null),
            })],
        };
    }

    /// <summary>
    /// May be repeated: the same plan leaves the same rows. Photos that are there already are not touched, except those that are to be sent
    /// again (<see cref="Plan.Resend"/>); those of an unclear publication stay all the same. A run that was to send some again and was
    /// stopped goes on: what it has published is not published once more.
    /// </summary>
    public StoredPlan Store(Plan plan, Account account, DestinationRules rules, bool dryRun)
    {
        var (ledger, goesOn) = Untouched(plan, [account.Id]);
        var sent = ledger.Select(entry => entry.PhotoId).ToHashSet();
        var parts = plan.Parts
            .Select(part => Prepare(part, plan.Sequence, sent))
            .Where(part => part.PhotoIds.Count > 0)
            .ToList();
        var prepared = new PreparedSequence(plan.Sequence.Id, plan.Destination, account, dryRun, parts, plan.LeftOut)
        {
            Resend = goesOn || plan.Resend.Count > 0,
            SessionHoldsPhotos = rules.SessionHoldsPhotos,
        };
        _catalog.Preparing.Store(prepared, Now, ReceiptsSince(rules));
        return new StoredPlan(sent, AlreadyThere(plan, ledger));
    }

    /// <summary>
    /// Lets the next <see cref="Store"/> and what follows publish a part again of which nobody knows whether it was published. Bytes are sent
    /// again only where the destination has forgotten them.
    /// </summary>
    public void AllowAgain(long partId, DestinationRules rules) => _catalog.Preparing.AllowAgain(partId, Now, ReceiptsSince(rules));

    /// <summary>Lets the next <see cref="Store"/> and what follows begin new upload sessions, also for photos that were brought to earlier ones.</summary>
    public int DropSessions(long sequenceId, string destination) => _catalog.Preparing.DropSessions(sequenceId, destination, Now);

    // A session that holds photos is asked whether it is still there; age says nothing.
    private Instant ReceiptsSince(DestinationRules rules) => rules.SessionHoldsPhotos ? NodaConstants.UnixEpoch : Now - ReceiptLifetime;

    // What is there and is not sent now, and whether a run that was to send some of it again goes on.
    private (List<LedgerEntry> Ledger, bool GoesOn) Untouched(Plan plan, IReadOnlyCollection<string>? accounts)
    {
        var goesOn = _catalog.Preparing.IsResending(plan.Sequence.Id, plan.Destination, accounts);
        var ledger = _catalog.Preparing.Ledger(plan.Sequence.Id, plan.Destination, accounts);
        return ([.. ledger.Where(entry => entry.IsUnclear || !plan.Resend.Contains(entry.PhotoId) || (goesOn && entry.WasResent))], goesOn);
    }

    private static List<AlreadyThere> AlreadyThere(Plan plan, IReadOnlyList<LedgerEntry> ledger)
    {
        var entries = ledger.ToLookup(entry => entry.PhotoId);
        return [..
            from photo in plan.Parts.SelectMany(part => part.Photos)
            from entry in entries[photo.Photo.Id]
            select new AlreadyThere(photo.Photo.Id, photo.Photo.Path, entry.Account, entry.State, entry.ImageId, Corrections.Of(photo, entry))];
    }

    private static PreparedPart Prepare(PlannedPart part, Sequence sequence, HashSet<long> alreadySent)
    {
        var photos = part.Photos.Where(photo => !alreadySent.Contains(photo.Photo.Id)).ToList();
        return new PreparedPart(
            Guid.NewGuid(),
            part.Cut,
            photos.ConvertAll(photo => photo.Photo.Id),
            photos.Select(photo => Prepare(photo, sequence)));
    }

    private static PreparedPhoto Prepare(ArrangedPhoto photo, Sequence sequence) => new(
        photo.Photo.Id, photo.Photo.Path, photo.TakenAt, photo.Position, photo.Heading, ImageDescription.Of(sequence, photo), GpsTags.Of(photo))
    {
        Turn = photo.Turn,
    };
}

/// <summary>What of a plan is at its destination already and is not touched again.</summary>
/// <param name="AlreadySent">Ids of the sequence's photos, left-out ones among them.</param>
/// <param name="AlreadyThere">Those that the plan has, in its order.</param>
public sealed record StoredPlan(IReadOnlySet<long> AlreadySent, IReadOnlyList<AlreadyThere> AlreadyThere);
