using System.CommandLine;
using MapThePaths.App.Cli.Lines;
using MapThePaths.App.Services;
using MapThePaths.Core.Exporting;
using MapThePaths.Core.Model;

namespace MapThePaths.App.Cli;

/// <summary><c>mtpdu export ID --folder DIR</c>: what would be sent, in a folder.</summary>
internal static class ExportVerb
{
    public static Command Create()
    {
        var id = VerbOptions.Id();
        var folder = new Option<string>("--folder")
        {
            Description = "Where to: a new or empty folder, or one with an earlier export of the same sequence.",
            HelpName = "folder",
            Required = true,
        };
        var destination = new Option<string>("--to")
        {
            Description = $"Whose limits decide about parts and projections: {string.Join(", ", ServiceList.DestinationNames)}.",
            HelpName = "destination",
            DefaultValueFactory = _ => ServiceList.Mapillary,
        };
        var command = new Command("export", "Writes copies as they would be sent, and documents about the sequence, into a folder. The same command again goes on.") { id, folder, destination };
        command.SetVerb((parsed, context, cancellationToken) =>
        {
            var sequence = context.FindSequence(parsed.GetRequiredValue(id));
            var to = parsed.GetRequiredValue(destination);
            var plan = context.Composition.Flow.Plan(sequence, to, ServiceList.RulesOf(to));
            return Task.FromResult(Run(plan, Path.GetFullPath(parsed.GetRequiredValue(folder)), context, cancellationToken));
        });
        return command;
    }

    private static int Run(Plan plan, string folder, VerbContext context, CancellationToken cancellationToken)
    {
        if (plan.NeedsTimeZone)
        {
            throw new UserMistakeException($"Some photos of '{plan.Sequence.Name}' give their time without a zone (time-zone-unknown). Give it with 'mtpdu edit {plan.Sequence.Id} --time-zone ZONE', such as Europe/Rome.");
        }

        PlanReport.PrintLeftOut(plan, context.Output);
        if (plan.Parts.Count == 0)
        {
            context.Output.Complain($"There is nothing to export: all {plan.FileCount} photos of '{plan.Sequence.Name}' are left out.");
            context.Output.Line(Summary(plan, folder, new ExportResult([], Stopped: null), ExitCode.RefusedByRule));
            return ExitCode.RefusedByRule;
        }

        var result = context.Composition.Flow.Export(plan, folder, $"mtpdu {Composition.Version}", new ExportProgress(context.Output), cancellationToken);
        Print(result, plan.Sequence, folder, context.Output);
        var code = result.Stopped is null && !result.Photos.Any(photo => photo.State == CopyState.Failed) ? ExitCode.Done : ExitCode.PartlyDone;
        context.Output.Line(Summary(plan, folder, result, code));
        return code;
    }

    private static void Print(ExportResult result, Sequence sequence, string folder, Output output)
    {
        foreach (var photo in result.Photos.Where(photo => photo.Reason is not null))
        {
            output.Line(new FailedLine(photo.Path, photo.Reason!.Code, photo.Message ?? photo.Reason.Meaning));
            output.Say($"  {Path.GetFileName(photo.Path)} is not exported: it {photo.Reason.Meaning} ({photo.Reason.Code}){(photo.Message is { } message ? $": {message}" : ".")}{Wording.NextStep(photo.Reason, sequence.Id)}");
        }

        foreach (var leftover in result.Leftovers)
        {
            output.Line(new LeftoverLine(leftover));
            output.Say($"  {leftover} is no photo of this plan any more. Delete it before you pass the folder on.");
        }

        if (result.Stopped is { } stopped)
        {
            output.Complain(stopped);
        }

        output.Say($"{folder}: {Wording.Count(Count(result, CopyState.Written), "photo")} written, {Count(result, CopyState.AlreadyThere):N0} there before, {Count(result, CopyState.Failed):N0} failed; sequence.json, sequence.gpx, plan.geojson, images.csv, images.geojson.");
    }

    private static ExportSummary Summary(Plan plan, string folder, ExportResult result, int code) => new(
        [plan.Sequence.Id.ToString()],
        folder,
        result.Photos.Count + plan.LeftOut.Count,
        Count(result, CopyState.Written),
        Count(result, CopyState.AlreadyThere),
        plan.LeftOut.Count,
        Count(result, CopyState.Failed),
        Count(result, CopyState.Waiting),
        result.Leftovers.Count,
        code,
        result.Stopped);

    private static int Count(ExportResult result, CopyState state) => result.Photos.Count(photo => photo.State == state);

    private sealed class ExportProgress(Output output) : IProgress<FlowEvent>
    {
        private const int Often = 500;

        public void Report(FlowEvent value)
        {
            if (value is FilesRead { Count: var count, Of: var all } && count % Often == 0)
            {
                output.Say($"  {count:N0} of {all:N0} photos");
            }
        }
    }
}
