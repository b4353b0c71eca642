using System.Runtime.CompilerServices;
using MapThePaths.Core.Catalog;
using MapThePaths.Core.Destinations;
using MapThePaths.Core.Model;
using NodaTime;

namespace MapThePaths.Core.Following;

/// <summary>
/// Compares the catalog with what destinations show now, also of parts that are done with. Stores what it sees; may be repeated as often as
/// wished. A photo that was visible stays so, with the reason <see cref="Reason.ImageGone"/> while its image is not found.
/// </summary>
public sealed class VerifyingStage
{
    private readonly OpenCatalog _catalog;
    private readonly TimeProvider _time;

    public VerifyingStage(OpenCatalog catalog, TimeProvider time)
    {
        _catalog = catalog;
        _time = time;
    }

    private Instant Now => _time.Now();

    /// <summary>
    /// Each published part with photos of a sequence in turn, in order; parts whose publication is unclear among them. Of each, only what it tells
    /// of the sequence's photos, and where these lie now.
    /// </summary>
    /// <param name="accounts">Ids of the accounts whose parts are meant; null for all.</param>
    /// <exception cref="DestinationException">A destination cannot be asked now. It comes last: all others were compared, and what was seen is stored.</exception>
    public async IAsyncEnumerable<PartVerification> VerifyAsync(
        DestinationLookup destinations,
        long sequenceId,
        IReadOnlySet<string>? accounts,
        IProgress<FlowEvent> progress,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var lookout = new Lookout(destinations, progress);
        var paths = _catalog.Following.PathsOfPhotos(sequenceId);
        foreach (var part in _catalog.Following.PublishedParts(sequenceId).Where(part => accounts is null || accounts.Contains(part.Account.Id)))
        {
            if (lookout.MayAsk(part) && await TryAsync(part) is { } verification)
            {
                yield return verification with { Findings = OfSequence(verification.Findings, paths) };
            }
        }

        if (lookout.Failures.Count > 0)
        {
            throw lookout.Failures.Values.First();
        }

        async Task<PartVerification?> TryAsync(PartToFollow stored)
        {
            try
            {
                var (watcher, part) = await lookout.OnAsync(stored, cancellationToken);
                return await Look.TakeAsync(_catalog, watcher, part, cancellationToken) is { } look ? await VerifyAsync(watcher, look, cancellationToken) : null;
            }
            catch (DestinationException failure)
            {
                lookout.LeaveOut(stored.Destination, failure);
                return null;
            }
        }
    }

    private static List<PhotoFinding> OfSequence(IReadOnlyList<PhotoFinding> findings, IReadOnlyDictionary<long, string> paths) =>
        [.. findings.Where(finding => paths.ContainsKey(finding.PhotoId)).Select(finding => finding with { Path = paths[finding.PhotoId] })];

    private async Task<PartVerification> VerifyAsync(IWatcher watcher, Look look, CancellationToken cancellationToken)
    {
        var findings = Comparing.Compare(look);
        look = look with { Found = [.. look.Found, .. Moved(look, findings)] };
        var outcome = look.Conclude(Now) with
        {
            Sequences = await look.SequenceRecordsAsync(watcher, cancellationToken),
            Gone = [.. findings.Where(finding => finding.Difference == Reason.ImageGone).Select(finding => finding.PhotoId)],
        };
        _catalog.Following.StoreLook(look.Part, outcome, Now);
        return new PartVerification(look.Part.Id, findings);
    }

    // Images known from before that are not as they were sent any more. A guess at another image is told, not stored.
    private static IEnumerable<(long PhotoId, RemoteImage Image)> Moved(Look look, IReadOnlyList<PhotoFinding> findings)
    {
        var known = look.Photos.Where(photo => photo.ImageId is not null).ToDictionary(photo => photo.PhotoId, photo => photo.ImageId!);
        var found = look.Found.Select(pair => pair.PhotoId).ToHashSet();
        return
            from finding in findings
            where !found.Contains(finding.PhotoId) && known.TryGetValue(finding.PhotoId, out var id) && id == finding.ImageId
            from image in look.Images.Where(image => image.Id == finding.ImageId).Take(1)
            select (finding.PhotoId, image);
    }
}
