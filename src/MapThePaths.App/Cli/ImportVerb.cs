using System.CommandLine;
using MapThePaths.App.Cli.Lines;
using MapThePaths.Core.Importing;
using MapThePaths.Core.Model;

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
                ? (ImportCommand.Run(options.Read(parsed, context.Composition.Transports), context, cancellationToken), 0)
                : ImportRecorded(file, parsed.GetValue(folder), recorded => options.Read(parsed, context.Composition.Transports, recorded), context, cancellationToken);
            ImportReport.PrintLeftOut(result, context.Output);
            ImportReport.PrintOthers(result, context);
            var code = notFound > 0 && result.Sequence is not null ? ExitCode.PartlyDone : ExitCode.Of(result);
            context.Output.Line(new ImportSummary(Ids(result), result.Files, result.LeftOut.Count, result.PassedOver.Count, code, ImportReport.WhyNone(result)));
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
        ImportReport.Tell(result, context.Output);
        foreach (var name in import.NotFound)
        {
            context.Output.Line(new NotFoundLine(name));
            context.Output.Say($"  {name} was not found, or more than once.");
        }

        foreach (var note in recorded.NotTakenOver.Concat(import.Published > 0 ? [$"{Wording.Count(import.Published, "photo")} count as published already: the account that the file names does not send them again, nor does any where it names none; 'send --resend' sends them all the same."] : Array.Empty<string>()))
        {
            context.Output.Line(new NoteLine(note));
            context.Output.Say(note);
        }

        return (result, import.NotFound.Count);
    }

    private static string[] Ids(ImportResult result) => result.Sequence is { } sequence ? [sequence.Id.ToString()] : [];
}
