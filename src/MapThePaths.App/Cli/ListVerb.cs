using System.CommandLine;
using MapThePaths.App.Cli.Lines;
using MapThePaths.App.Services;
using MapThePaths.Core.Catalog;
using MapThePaths.Core.Model;
using Spectre.Console;

namespace MapThePaths.App.Cli;

/// <summary><c>mtpdu list</c>: all sequences, the newest first.</summary>
internal static class ListVerb
{
    public static Command Create()
    {
        var command = new Command("list", "Lists all sequences, the newest first.");
        command.SetVerb((_, context, _) => Task.FromResult(Run(context)));
        return command;
    }

    private static int Run(VerbContext context)
    {
        var sequences = context.Composition.Catalog.Overview.Sequences();
        var parts = context.Composition.Catalog.Overview.PartCounts().ToLookup(part => part.SequenceId);
        var entries = context.Composition.Catalog.Syncing.Begun(sequenceId: null).ToLookup(entry => entry.SequenceId);
        foreach (var (sequence, files) in sequences)
        {
            context.Output.Line(SequenceLine.Of(sequence, files) with { Mtpw = EntryReport.Word(entries[sequence.Id]) });
        }

        if (sequences.Count == 0)
        {
            context.Output.Say("There are no sequences yet. 'mtpdu practice' shows how it goes; 'mtpdu import FOLDER --name NAME --transport Earth-Walk' makes the first one.");
        }
        else if (!context.Output.Json)
        {
            context.Output.Say(TableOf(sequences, parts, entries, context.Composition.Catalog.Overview.SentWithOthers()));
        }

        context.Output.Line(new CountSummary(sequences.Count, ExitCode.Done));
        return ExitCode.Done;
    }

    private static Table TableOf(
        IReadOnlyList<SequenceSummary> sequences, ILookup<long, PartCount> parts, ILookup<long, EntryStatus> entries, IReadOnlyDictionary<long, long?> sentWithOthers)
    {
        var table = new Table { Border = TableBorder.Simple }.AddColumns("id", "name", "photos", "transport", "made", "where it is");
        foreach (var (sequence, files) in sequences)
        {
            table.AddRow(
                new Text($"{sequence.Id}"),
                new Text(sequence.Name),
                new Text($"{files:N0}"),
                new Text($"{sequence.Transport}"),
                new Text($"{sequence.CreatedAt.ToDateTimeUtc():yyyy-MM-dd HH:mm}Z"),
                new Text(Where([.. parts[sequence.Id]], [.. entries[sequence.Id]], sentWithOthers.TryGetValue(sequence.Id, out var other) ? Beside(other) : null)));
        }

        return table;
    }

    private static string Beside(long? other) => other is { } id ? $"photos of it with sequence {id}" : "photos of it published before";

    private static string Where(IReadOnlyList<PartCount> parts, IReadOnlyList<EntryStatus> entries, string? beside) => parts.Count == 0 && beside is null
        ? "only here"
        : string.Join("; ",
        [
            .. parts.GroupBy(part => part.Destination).Select(destination =>
                $"{destination.Key}: {string.Join(", ", destination.Select(part => $"{Wording.Count(part.Count, "part")} {Wording.State(part.State)}"))}"),
            .. new[] { beside }.OfType<string>(),
            .. entries.GroupBy(_ => ServiceList.Web, StringComparer.Ordinal).Select(web =>
                $"{web.Key}: {string.Join(", ", web.CountBy(entry => entry.State).Select(state => $"{state.Value} {Wording.State(state.Key)}"))}"),
        ]);
}
