using System.CommandLine;
using MapThePaths.App.Cli.Lines;
using MapThePaths.Core.Importing;
using MapThePaths.Core.Model;
using MapThePaths.Core.Sequencing;

namespace MapThePaths.App.Cli;

/// <summary><c>mtpdu import PATH… --name N --transport Parent-Child</c>: makes a sequence of some photos.</summary>
internal static class ImportVerb
{
    public static Command Create()
    {
        var options = new SequenceOptions();
        var command = new Command("import", "Makes a sequence of photos in the catalog. The originals are only read.");
        options.AddTo(command, mayBeRecorded: true);
        var folder = new Option<string?>("--folder")
        {
            Description = "Where the photos of a sequence's JSON file lie; else beside the file. Such a file, exported or of the former uploader, is given instead of photos.",
            HelpName = "folder",
        };
        command.Add(folder);
        command.SetVerb((parsed, context, cancellationToken) =>
        {
            var file = options.RecordedFile(parsed);
            if (file is null && parsed.GetValue(folder) is not null)
            {
                throw new UserMistakeException("--folder goes with the JSON file of a sequence. Give photos and folders as they are.");
            }

            var (result, notFound) = file is null
                ? (Import(options.Read(parsed, context.Composition.Transports), context, cancellationToken), 0)
                : ImportRecorded(file, parsed.GetValue(folder), recorded => options.Read(parsed, context.Composition.Transports, recorded), context, cancellationToken);
            PrintLeftOut(result, context.Output);
            PrintOthers(result, context);
            var code = notFound > 0 && result.Sequence is not null ? ExitCode.PartlyDone : ExitCode.Of(result);
            context.Output.Line(new ImportSummary(Ids(result), result.Files, result.LeftOut.Count, result.PassedOver.Count, code, WhyNone(result)));
            if (result.Sequence is { } sequence && result.LeftOut.Count < result.Files)
            {
                context.Output.Say($"Next: 'mtpdu plan {sequence.Id}' shows what would be sent.");
            }

            return Task.FromResult(code);
        });
        return command;
    }

    private static (ImportResult Result, int NotFound) ImportRecorded(
        string file, string? folder, Func<RecordedSequence, ImportRequest> read, VerbContext context, CancellationToken cancellationToken)
    {
        var recorded = RecordedSequences.Read(file);
        var (result, import) = context.Composition.Flow.ImportRecorded(
            recorded, read(recorded), Path.GetFullPath(folder ?? Path.GetDirectoryName(file)!), Path.GetFileName(file), new ImportProgress(context.Output), cancellationToken);
        Tell(result, context.Output);
        foreach (var name in import.NotFound)
        {
            context.Output.Line(new NotFoundLine(name));
            context.Output.Say($"  {name} was not found, or more than once.");
        }

        foreach (var note in recorded.NotTakenOver.Concat(import.Published > 0 ? [$"{Wording.Count(import.Published, "photo")} count as published already and will not be sent again; 'send --resend' sends them all the same."] : Array.Empty<string>()))
        {
            context.Output.Line(new NoteLine(note));
            context.Output.Say(note);
        }

        return (result, import.NotFound.Count);
    }

    /// <summary>Imports, and tells what came of it.</summary>
    public static ImportResult Import(ImportRequest request, VerbContext context, CancellationToken cancellationToken)
    {
        GpxAdvice.RefuseTracksAlone(request.Paths);
        var result = context.Composition.Flow.Import(request, new ImportProgress(context.Output), cancellationToken);
        Tell(result, context.Output);
        return result;
    }

    private static void Tell(ImportResult result, Output output)
    {
        if (result.Sequence is { } sequence)
        {
            output.Line(SequenceLine.Of(sequence, result.Files));
            output.Say($"Sequence {sequence.Id} '{sequence.Name}' {(result.WasKnown ? "goes on" : "is made")}: {Wording.Count(result.Files, "photo")}, {result.LeftOut.Count} left out{Changes(result)}.");
        }
    }

    /// <summary>Tells why which files are left out. Who sends next leaves it to the plan, which names the same files once more.</summary>
    public static void PrintLeftOut(ImportResult result, Output output)
    {
        foreach (var leftOut in result.LeftOut)
        {
            output.Line(LeftOutLine.Of(leftOut));
        }

        LeftOutReport.Print(result.LeftOut, output, result.Sequence?.Id);
        if (WhyNone(result) is { } why)
        {
            output.Complain(why);
        }
    }

    /// <summary>Tells what lies among the photos besides, and what tracks say of their clocks. What else looks wrong, the plan tells.</summary>
    public static void PrintOthers(ImportResult result, VerbContext context)
    {
        LeftOutReport.PrintPassedOver(result.PassedOver, context.Output, result.Sequence?.Id);
        var tracks = result.PassedOver.Where(PhotoFiles.IsNamedLikeATrack).ToList();
        if (result.Sequence is { } sequence && tracks.Count > 0)
        {
            PlanVerb.PrintProposals(context.Composition.Flow.Compare(sequence, TracksBeside.Read(tracks)), sequence.Id.ToString(), context.Output);
        }
    }

    /// <summary>Why no sequence is made; null when one is.</summary>
    public static string? WhyNone(ImportResult result) => result.Sequence is null
        ? $"No sequence is made: it needs at least 2 photos that can be used, and {result.Files - result.LeftOut.Count} of {result.Files} can."
        : null;

    public static string[] Ids(ImportResult result) => result.Sequence is { } sequence ? [sequence.Id.ToString()] : [];

    private static string Changes(ImportResult result)
    {
        if (result is not { Sequence: { } now, Before: { } before })
        {
            return "";
        }

        string[] changed =
        [
            .. Named("description", now.Description != before.Description),
            .. Named("tags", !now.Tags.SequenceEqual(before.Tags)),
            .. Named("transport type", now.Transport != before.Transport),
            .. Named("time zone", now.TimeZone != before.TimeZone),
            .. Named("rules for cuts", now.Rules != before.Rules),
        ];
        return changed.Length > 0 ? $"; changed: {string.Join(", ", changed)}" : "";

        static string[] Named(string name, bool isChanged) => isChanged ? [name] : [];
    }

    private sealed class ImportProgress(Output output) : IProgress<FlowEvent>
    {
        // A folder of a few hundred photos is read before anyone could read the line about it.
        private const int Often = 5_000;

        public void Report(FlowEvent value)
        {
            if (value is FilesRead read && (read.Count % Often < 256) && read.Count >= Often)
            {
                output.Say($"  {read.Count:N0} of {read.Of:N0} files read");
            }
        }
    }
}
