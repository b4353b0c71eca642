using System.CommandLine;
using MapThePaths.App.Syncing;
using MapThePaths.Core.Model;
using Spectre.Console;

namespace MapThePaths.App.Cli;

/// <summary><c>mtpdu show ID</c>: one sequence in full, with every photo's life line.</summary>
internal static class ShowVerb
{
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
            context.Output.Say(TableOf(photos, arranged.Sequence.Id.ToString()));
            PrintNextSteps(photos, context.Output);
        }
    }

    private static Table TableOf(List<ShownPhotoLine> photos, string sequenceId)
    {
        var table = new Table { Border = TableBorder.Simple }.AddColumns("photo", "destination", "part", "state", "since", "image", "reason");
        foreach (var photo in photos)
        {
            foreach (var state in photo.States.DefaultIfEmpty(Nowhere(photo)))
            {
                table.AddRow(
                    Cell(Path.GetFileName(photo.Path)), Cell(state.Destination), Cell(PartOf(state, sequenceId)), Cell(state.State), Cell(state.At), Cell(state.ImageId), Cell(Why(state)));
            }
        }

        return table;
    }

    private static ShownState Nowhere(ShownPhotoLine photo) => new(
        "–", SequenceId: null, Part: null, photo.Reason is null ? "here only" : "left_out", At: null, ImageId: null, FormerImageIds: [], photo.Reason, Message: null, NextStep: null);

    // The same step for many photos is said once.
    private static void PrintNextSteps(List<ShownPhotoLine> photos, Output output)
    {
        var steps =
            from photo in photos
            from state in photo.States
            where state.NextStep is not null
            group Path.GetFileName(photo.Path) by (state.Destination, state.State, state.NextStep);
        foreach (var step in steps)
        {
            var names = step.ToList();
            var who = names.Count > 3 ? $"{names.Count:N0} photos" : string.Join(", ", names);
            output.Say($"  {step.Key.State} at {step.Key.Destination}: {who}. {step.Key.NextStep}");
        }
    }

    private static int Run(Sequence sequence, VerbContext context)
    {
        var arranged = context.Composition.Flow.Arrange(sequence);
        context.Output.Line(SequenceLine.Of(sequence, arranged.FileCount));
        context.Output.Say($"Sequence {sequence.Id} '{sequence.Name}' ({sequence.Transport}), {Wording.Count(arranged.FileCount, "photo")}");
        if (sequence.Description.Length > 0)
        {
            context.Output.Say(sequence.Description);
        }

        if (sequence.Tags.Count > 0)
        {
            context.Output.Say($"Tags: {string.Join(", ", sequence.Tags)}");
        }

        var totals = arranged.Totals;
        if (totals.Earliest is { } earliest)
        {
            context.Output.Say($"{Wording.Totals(totals)}, from {JsonLines.Iso(earliest)}");
        }

        PrintLifeLines(arranged, context);
        EntryList.Of(sequence.Id, context.Composition).ForEach(entry => EntryReport.Print(entry, context.Output));
        context.Output.Line(new ShowSummary(
            arranged.FileCount,
            Math.Round(totals.Metres, 3),
            totals.Duration.TotalSeconds,
            Math.Round(totals.KilometresPerHour, 3),
            JsonLines.Iso(totals.Earliest),
            JsonLines.Iso(totals.Latest),
            ExitCode.Done));
        return ExitCode.Done;
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

    private static string? PartOf(ShownState state, string sequenceId) =>
        state.SequenceId is null || state.SequenceId == sequenceId ? state.Part?.ToString() : $"{state.Part} of sequence {state.SequenceId}";

    private static string? Why(ShownState state) => state switch
    {
        { Message: { } message } => $"{state.Reason}: {message}",
        { FormerImageIds: [_, ..] former } => $"{state.Reason} earlier: {string.Join(", ", former)}".TrimStart(),
        _ => state.Reason,
    };

    private static Text Cell(string? text) => new(text ?? "–");
}
