using System.CommandLine;
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
    public static void PrintLifeLines(Sequence sequence, VerbContext context)
    {
        var table = new Table { Border = TableBorder.Simple }.AddColumns("photo", "destination", "part", "state", "since", "image", "reason");
        foreach (var photo in Photos(sequence, context))
        {
            context.Output.Line(photo);
            foreach (var state in photo.States.DefaultIfEmpty(new ShownState("–", Part: null, photo.Reason is null ? "here only" : "left_out", At: null, ImageId: null, photo.Reason, Message: null)))
            {
                table.AddRow(
                    Cell(Path.GetFileName(photo.Path)), Cell(state.Destination), Cell(state.Part?.ToString()), Cell(state.State), Cell(state.At), Cell(state.ImageId), Cell(Why(state)));
            }
        }

        if (!context.Output.Json)
        {
            context.Output.Say(table);
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

        PrintLifeLines(sequence, context);
        context.Output.Line(new CountSummary(arranged.FileCount, ExitCode.Done));
        return ExitCode.Done;
    }

    private static IEnumerable<ShownPhotoLine> Photos(Sequence sequence, VerbContext context)
    {
        var arranged = context.Composition.Flow.Arrange(sequence);
        var lines = context.Composition.Catalog.Overview.LifeLines(sequence.Id).ToLookup(line => line.Path, StringComparer.Ordinal);
        return arranged.Runs
            .SelectMany(run => run.Photos.Select(photo => (photo.Photo.Path, Reason: (Reason?)null)))
            .Concat(arranged.LeftOut.Select(left => (left.Path, Reason: (Reason?)left.Reason)))
            .OrderBy(photo => photo.Path, StringComparer.Ordinal)
            .Select(photo => new ShownPhotoLine(photo.Path, photo.Reason?.Code, [.. lines[photo.Path].Select(ShownState.Of)]));
    }

    private static string? Why(ShownState state) => state.Message is { } message ? $"{state.Reason}: {message}" : state.Reason;

    private static Text Cell(string? text) => new(text ?? "–");
}
