using System.CommandLine;
using MapThePaths.App.Cli.Lines;
using MapThePaths.App.Syncing;
using MapThePaths.Core.Model;
using Spectre.Console;

namespace MapThePaths.App.Cli;

/// <summary><c>mtpdu show ID</c>: one sequence in full, with every photo's life line.</summary>
internal static class ShowVerb
{
    private const int WidthForAll = 100;

    public static Command Create()
    {
        var id = VerbOptions.Id();
        var command = new Command("show", "Shows one sequence in full, with every photo's life line.") { id };
        command.SetVerb((parsed, context, _) => Task.FromResult(Run(context.FindSequence(parsed.GetRequiredValue(id)), context)));
        return command;
    }

    /// <summary>Prints the life line of each photo of a sequence.</summary>
    public static void PrintLifeLines(ArrangedSequence arranged, VerbContext context)
    {
        if (context.Output.Json)
        {
            foreach (var photo in Photos(arranged, context))
            {
                context.Output.Line(photo);
            }
        }
        else
        {
            var photos = Photos(arranged, context).ToList();
            context.Output.Say(TableOf(photos, arranged.Sequence.Id.ToString(), isWide: context.Output.People.Profile.Width >= WidthForAll));
            PrintNextSteps(photos, context.Output);
        }
    }

    private static Table TableOf(List<ShownPhotoLine> photos, string sequenceId, bool isWide)
    {
        var table = new Table { Border = TableBorder.Simple }
            .AddColumns(isWide ? ["photo", "destination", "part", "state", "since", "image", "reason"] : ["photo", "destination", "part", "state", "reason"]);
        foreach (var photo in photos)
        {
            foreach (var state in photo.States.DefaultIfEmpty(Nowhere(photo)))
            {
                var (name, part, destination) = (Path.GetFileName(photo.Path), PartOf(state, sequenceId), DestinationOf(state, photo.States));
                string?[] cells = isWide
                    ? [name, destination, part, Wording.State(state.State), Since(state), state.ImageId, Why(state)]
                    : [name, destination, part, Wording.State(state.State), Why(state)];
                table.AddRow(cells.Select(text => new Text(text ?? "–")));
            }
        }

        return table;
    }

    // People need no milliseconds.
    private static string? Since(ShownState state) => state.At is { } at ? $"{at[..19].Replace('T', ' ')}Z" : null;

    private static ShownState Nowhere(ShownPhotoLine photo) => new(
        "–", Account: null, SequenceId: null, Part: null, photo.Reason is null ? "only here" : "left_out", At: null, ImageId: null, FormerImageIds: [], photo.Reason, Message: null, NextStep: null);

    // The same step for many photos is said once.
    private static void PrintNextSteps(List<ShownPhotoLine> photos, Output output)
    {
        var steps =
            from photo in output.TellsSteps ? photos : []
            from state in photo.States
            where state.NextStep is not null
            group Path.GetFileName(photo.Path) by (state.Destination, state.State, state.NextStep);
        foreach (var step in steps)
        {
            var names = step.ToList();
            var who = names.Count > 3 ? $"{names.Count:N0} photos" : string.Join(", ", names);
            output.Say($"  {Wording.State(step.Key.State)} at {step.Key.Destination}: {who}. {step.Key.NextStep}");
        }
    }

    private static int Run(Sequence sequence, VerbContext context)
    {
        var arranged = context.Composition.Flow.Arrange(sequence);
        context.Output.Line(SequenceLine.Of(sequence, arranged.FileCount));
        PrintDescription(arranged, context.Output);
        PrintLifeLines(arranged, context);
        context.Entries.Print(EntryList.Of(sequence.Id, context.Composition));
        var totals = arranged.Totals;
        context.Output.Line(new ShowSummary(
            arranged.FileCount,
            Math.Round(totals.Metres, 3),
            totals.Duration.TotalSeconds,
            Math.Round(totals.KilometresPerHour, 3),
            JsonLines.Iso(totals.Earliest),
            JsonLines.Iso(totals.Latest),
            arranged.Cameras,
            ExitCode.Done));
        return ExitCode.Done;
    }

    private static void PrintDescription(ArrangedSequence arranged, Output output)
    {
        var (sequence, totals) = (arranged.Sequence, arranged.Totals);
        output.Say($"Sequence {sequence.Id} '{sequence.Name}' ({sequence.Transport}), {Wording.Count(arranged.FileCount, "photo")}");
        Say(sequence.Description);
        Say(string.Join(", ", sequence.Tags), "Tags: ");
        Say(string.Join(", ", arranged.Cameras), arranged.Cameras.Count == 1 ? "Camera: " : "Cameras: ");
        Say(sequence.TimeZone ?? "", "Camera clocks without a zone: ");
        Say(string.Join(' ', RuleOptions.Text(sequence.Rules)), "Rules: ");
        Say(totals.Earliest is null ? "" : $"{Wording.Totals(totals, [.. arranged.Runs.Select(run => run.Photos.Count)], arranged.NeedsTimeZone)}.");

        void Say(string text, string what = "")
        {
            if (text.Length > 0)
            {
                output.Say(what + text);
            }
        }
    }

    private static IEnumerable<ShownPhotoLine> Photos(ArrangedSequence arranged, VerbContext context)
    {
        var sequence = arranged.Sequence;
        var lines = context.Composition.Catalog.Overview.LifeLines(sequence.Id).ToLookup(line => line.Path, StringComparer.Ordinal);
        return arranged.Runs
            .SelectMany(run => run.Photos.Select(photo => (photo.Photo.Path, Reason: (Reason?)null)))
            .Concat(arranged.LeftOut.Select(left => (left.Path, Reason: (Reason?)left.Reason)))
            .OrderBy(photo => photo.Path, StringComparer.Ordinal)
            .Select(photo => new ShownPhotoLine(photo.Path, photo.Reason?.Code, [.. lines[photo.Path].Select(line => ShownState.Of(line, sequence.Id, context.Now))]));
    }

    // With the account where several of one destination have the photo.
    private static string DestinationOf(ShownState state, IReadOnlyList<ShownState> all) =>
        state.Account is { } account && all.Count(other => other.Destination == state.Destination) > 1 ? $"{state.Destination} ({account})" : state.Destination;

    private static string? PartOf(ShownState state, string sequenceId) =>
        state.SequenceId is null || state.SequenceId == sequenceId ? state.Part?.ToString() : $"{state.Part} of sequence {state.SequenceId}";

    private static string? Why(ShownState state) => state switch
    {
        { Message: { } message } => $"{state.Reason}: {message}",
        { FormerImageIds: [_, ..] former } => $"{state.Reason} earlier: {string.Join(", ", former)}".TrimStart(),
        _ => state.Reason,
    };
}
