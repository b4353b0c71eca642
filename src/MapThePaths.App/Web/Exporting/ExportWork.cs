using MapThePaths.App.Services;
using MapThePaths.App.Web.Runs;
using MapThePaths.App.Web.Sequences;
using MapThePaths.Core.Exporting;
using MapThePaths.Core.Model;

namespace MapThePaths.App.Web.Exporting;

/// <summary>Writes copies as they would be sent, and documents, into a folder.</summary>
internal static class ExportWork
{
    /// <summary>As documents name it.</summary>
    public static string Program => $"mtpdu {Composition.Version}";

    public static RunOutcome Do(Sequence sequence, ExportRequest request, PageRun run, Composition composition, CancellationToken cancellationToken)
    {
        var plan = composition.Flow.Plan(sequence, request.To, ServiceList.RulesOf(request.To));
        if (plan.NeedsTimeZone || plan.Parts.Count == 0)
        {
            throw new UserMistakeException(PlanView.ObstacleOf(plan with { Refusal = null }) ?? "There is nothing to export.");
        }

        var folder = Path.GetFullPath(request.Folder);
        var result = composition.Flow.Export(plan, folder, Program, new FlowTelling(run, composition.Catalog, composition.Time), cancellationToken);
        foreach (var photo in result.Photos.Where(photo => photo.Reason is not null))
        {
            run.Log.Add(new PhotoFailure(photo.Path, Path.GetFileName(photo.Path), photo.Reason!.Code, photo.Message));
        }

        var outcome = ExportOutcome.Of(folder, plan, result);
        return new RunOutcome(outcome.Failed + outcome.Waiting == 0 && result.Stopped is null ? ExitCode.Done : ExitCode.PartlyDone, result.Stopped, outcome);
    }
}

/// <summary>What came of an export.</summary>
/// <param name="Written">Copies written now.</param>
/// <param name="AlreadyThere">Copies that lay there as they should be.</param>
/// <param name="Waiting">Photos that the export did not come to.</param>
/// <param name="Leftovers">Files among the copies that belong to no photo of the plan any more.</param>
internal sealed record ExportOutcome(string Folder, int Written, int AlreadyThere, int LeftOut, int Failed, int Waiting, IReadOnlyList<string> Leftovers)
{
    public static ExportOutcome Of(string folder, Plan plan, ExportResult result) => new(
        folder,
        Count(result, CopyState.Written),
        Count(result, CopyState.AlreadyThere),
        plan.LeftOut.Count,
        Count(result, CopyState.Failed),
        Count(result, CopyState.Waiting),
        result.Leftovers);

    private static int Count(ExportResult result, CopyState state) => result.Photos.Count(photo => photo.State == state);
}
