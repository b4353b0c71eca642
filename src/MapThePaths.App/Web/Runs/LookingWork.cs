using MapThePaths.App.Syncing;
using MapThePaths.App.Web.Sequences;
using MapThePaths.Core.Model;

namespace MapThePaths.App.Web.Runs;

/// <summary>Looks at what destinations show of a sequence. Publishes nothing, so any account will do.</summary>
internal static class LookingWork
{
    /// <summary>Looks until every image is visible or missing.</summary>
    public static async Task<RunOutcome> FollowAsync(Sequence sequence, PageRun run, Composition composition, CancellationToken cancellationToken)
    {
        composition.Tokens.AnyAccountWillDo = true;
        var telling = new FlowTelling(run, composition.Catalog, composition.Time);
        composition.Progress = telling;
        await new AutomaticSync(composition, sequence.Id, PageAdvice.OnPage).FollowAsync(untilDone: true, telling, cancellationToken);
        var parts = composition.Catalog.Overview.Parts(sequence.Id);
        return new RunOutcome(
            ExitCode.Of(parts),
            Message: null,
            new FollowResult(parts.Count, parts.Sum(part => part.Photos), parts.Sum(part => part.Visible), parts.Sum(part => part.Missing)));
    }

    /// <summary>Compares the catalog with what destinations show now.</summary>
    public static async Task<RunOutcome> VerifyAsync(Sequence sequence, bool safeToDelete, PageRun run, Composition composition, CancellationToken cancellationToken)
    {
        composition.Tokens.AnyAccountWillDo = true;
        var telling = new FlowTelling(run, composition.Catalog, composition.Time);
        composition.Progress = telling;
        var (verifications, failure) = await VerifyRun.RunAsync(sequence, accounts: null, composition, telling, TellPart, cancellationToken);
        List<DeletionAdvice> advice = safeToDelete ? [.. composition.Flow.AdviseDeletion(sequence.Id, verifications, composition.StandIns(), accounts: null)] : [];
        advice.ForEach(original => run.Log.Add(original.Doubt is { } doubt
            ? new ToBeKept(original.Path, doubt.Code)
            : new SafeToDelete(original.Path, original.Size, original.Destination!, original.ImageId!)));
        var result = new VerifyResult(
            verifications.Count,
            verifications.Sum(part => part.Findings.Count),
            verifications.Sum(part => part.Matching),
            verifications.Sum(part => part.Missing),
            verifications.Sum(part => part.Differing),
            Unsent.Count(sequence, composition),
            safeToDelete ? advice.Count(original => original.Doubt is null) : null,
            safeToDelete ? advice.Where(original => original.Doubt is null).Sum(original => original.Size) : null);
        var nothing = verifications.Count == 0 ? "Nothing of it was published, so there is nothing to compare." : null;
        return new RunOutcome(failure is null ? ExitCode.Of(verifications, advice) : ExitCode.Of(failure), failure?.OnPage() ?? nothing, result);

        void TellPart(PartVerification verification)
        {
            var part = composition.Catalog.Overview.Part(verification.PartId);
            run.Log.Add(PartView.Of(part, composition.Catalog, sequence.Id));
            Tell(verification, part.Destination, run);
        }
    }

    private static void Tell(PartVerification verification, string destination, PageRun run)
    {
        foreach (var finding in verification.Findings)
        {
            if (finding.Difference is { } difference)
            {
                run.Log.Add(new PhotoDiffers(
                    finding.Path, destination, difference.Code, finding.ImageId, Rounded(finding.Metres, digits: 2), Rounded(finding.Seconds, digits: 3)));
            }
        }
    }

    private static double? Rounded(double? value, int digits) => value is { } known ? Math.Round(known, digits) : null;
}

internal sealed record FollowResult(int Parts, int Photos, int Visible, int Missing);

/// <param name="Photos">That should be there: the sum of the three that follow.</param>
/// <param name="NotSent">Of the sequence, at no destination.</param>
/// <param name="SafeToDelete">Originals that need not be kept; absent when that was not asked, as is the next.</param>
/// <param name="BytesToFree">Of these.</param>
internal sealed record VerifyResult(int Parts, int Photos, int Matching, int Missing, int Differing, int NotSent, int? SafeToDelete, long? BytesToFree);
