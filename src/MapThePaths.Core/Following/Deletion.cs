using MapThePaths.Core.Catalog;
using MapThePaths.Core.Model;
using MapThePaths.Imagery;

namespace MapThePaths.Core.Following;

/// <summary>
/// Tells which originals need not be kept: those whose images were seen in this very verification and that are still the files that were
/// sent. Any doubt keeps a file. Nothing is ever deleted here.
/// </summary>
public static class Deletion
{
    private static readonly PhotoState[] Given = [PhotoState.Sent, PhotoState.Published, PhotoState.Visible, PhotoState.Missing];
    private static readonly PhotoState[] OnItsWay = [PhotoState.Waiting, PhotoState.Failed];

    /// <param name="originals">All files of a sequence.</param>
    /// <param name="verifications">What this verification found, whole.</param>
    /// <param name="standIns">Destinations that are never a reason to delete, and why.</param>
    /// <param name="accounts">Ids of the accounts whose images are reason enough; null for all. What others have not published yet keeps a file all the same.</param>
    /// <returns>One for each of <paramref name="originals"/>, in the same order.</returns>
    public static IEnumerable<DeletionAdvice> Advise(
        IReadOnlyList<Original> originals, IReadOnlyList<PartVerification> verifications, IReadOnlyDictionary<string, Reason> standIns, IReadOnlySet<string>? accounts)
    {
        var findings = verifications
            .SelectMany(part => part.Findings.Select(finding => (Key: (part.PartId, finding.PhotoId), Finding: finding)))
            .ToDictionary(pair => pair.Key, pair => pair.Finding);
        return originals.Select(original => Advise(original, findings, standIns, place => accounts?.Contains(place.Account.Id) ?? true));
    }

    private static DeletionAdvice Advise(
        Original original, Dictionary<(long PartId, long PhotoId), PhotoFinding> findings, IReadOnlyDictionary<string, Reason> standIns, Predicate<PhotoPlace> isMeant)
    {
        var real = original.Places.Where(place => !standIns.ContainsKey(place.Destination)).ToList();
        var given = real.FindAll(place => isMeant(place) && Given.Contains(place.State));
        if ((original.WhyUnusable ?? (given.Count == 0 ? WhyNowhere(original, real, standIns) : null)) is { } nowhere)
        {
            return Keep(original, nowhere);
        }

        if (real.Find(place => OnItsWay.Contains(place.State) || (!isMeant(place) && place.State is PhotoState.Sent or PhotoState.Missing)) is { } waiting)
        {
            return Keep(original, Reason.NotSent, waiting);
        }

        if (given.Find(place => WhyNotCertain(place, findings) is not null) is { } uncertain)
        {
            return Keep(original, WhyNotCertain(uncertain, findings)!, uncertain);
        }

        return WhyNotTheSameFile(original) is { } other
            ? Keep(original, other)
            : new DeletionAdvice(original.Path, Doubt: null, original.Size!.Value, given[0].Destination, findings[(given[0].PartId!.Value, given[0].PhotoId)].ImageId);
    }

    private static DeletionAdvice Keep(Original original, Reason doubt, PhotoPlace? place = null) => new(original.Path, doubt, original.Size ?? 0, Destination: null, ImageId: null)
    {
        DoubtfulAt = place?.Destination,
        DoubtfulOf = place?.Account.Name is { Length: > 0 } name ? name : null,
    };

    private static Reason WhyNowhere(Original original, List<PhotoPlace> real, IReadOnlyDictionary<string, Reason> standIns)
    {
        if (real.Exists(place => place.State == PhotoState.DryRun))
        {
            return Reason.DryRunOnly;
        }

        if (original.Places.Where(place => Given.Contains(place.State)).Select(place => standIns[place.Destination]).MaxBy(reason => reason == Reason.StandInOnly) is { } standIn)
        {
            return standIn;
        }

        return original.Places.FirstOrDefault(place => place.State == PhotoState.LeftOut)?.Why ?? (original.WentAsAnotherFile ? Reason.SentAsAnotherFile : Reason.NotSent);
    }

    private static Reason? WhyNotCertain(PhotoPlace place, Dictionary<(long PartId, long PhotoId), PhotoFinding> findings)
    {
        if (place.PartId is not { } part || !findings.TryGetValue((part, place.PhotoId), out var finding))
        {
            return Reason.NotVerified;
        }

        return finding.Difference;
    }

    private static Reason? WhyNotTheSameFile(Original original)
    {
        if (original.Size is null || original.Fingerprint is null)
        {
            return Reason.ChangedSinceImport;
        }

        if (!File.Exists(original.Path))
        {
            return Reason.FileMissing;
        }

        try
        {
            var now = PhotoReader.Read(original.Path);
            return now.Size == original.Size && FileTime.Of(now.ModifiedAt) == original.ModifiedAt && now.Fingerprint == original.Fingerprint
                ? null
                : Reason.ChangedSinceImport;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return Reason.Unreadable;
        }
    }
}
