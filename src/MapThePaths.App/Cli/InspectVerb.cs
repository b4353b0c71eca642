using System.CommandLine;
using MapThePaths.Core.Importing;
using MapThePaths.Core.Model;
using NodaTime.Text;
using Spectre.Console;

namespace MapThePaths.App.Cli;

/// <summary><c>mtpdu inspect PATH…</c>: what is known of each photo. Writes nothing.</summary>
internal static class InspectVerb
{
    private static readonly InstantPattern Utc = InstantPattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm:ss.fff'Z'");
    private static readonly LocalDateTimePattern WallClock = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm:ss.fff");

    public static Command Create()
    {
        var paths = VerbOptions.Paths();
        var command = new Command("inspect", "Shows what is known of each photo, with sources and doubts. Writes nothing.") { paths };
        command.SetVerb((parsed, context, cancellationToken) => Task.FromResult(Run(parsed.GetRequiredValue(paths), context, cancellationToken)));
        return command;
    }

    private static int Run(string[] paths, VerbContext context, CancellationToken cancellationToken)
    {
        List<LeftOut> unreadableFolders = [];
        var files = PhotoFiles.Find(paths, folder => unreadableFolders.Add(new LeftOut(folder, Reason.Unreadable)));
        if (files.Count + unreadableFolders.Count == 0)
        {
            throw new UserMistakeException($"There are no photos in {string.Join(", ", paths)}. Give a folder with JPEG files.");
        }

        var reasons = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var table = NewTable();
        foreach (var inspection in Inspect(files, context, cancellationToken))
        {
            Count(inspection.WhyLeftOut, reasons);
            context.Output.Line(LineOf(inspection));
            AddRow(table, inspection, context.Output);
        }

        foreach (var folder in unreadableFolders)
        {
            Count(folder.Reason, reasons);
            context.Output.Line(LeftOutLine.Of(folder));
            context.Output.Say(Wording.LeftOut(folder));
        }

        return Summarize(files.Count + unreadableFolders.Count, reasons, table, context.Output);
    }

    // In order, several at a time, and never more in memory than are being looked at.
    private static ParallelQuery<Inspection> Inspect(IReadOnlyList<string> files, VerbContext context, CancellationToken cancellationToken) => files
        .AsParallel()
        .AsOrdered()
        .WithCancellation(cancellationToken)
        .Select(file => Inspecting.Inspect(file, context.Composition.Time));

    private static void Count(Reason? reason, SortedDictionary<string, int> reasons)
    {
        if (reason is not null)
        {
            reasons[reason.Code] = reasons.GetValueOrDefault(reason.Code) + 1;
        }
    }

    private static PhotoLine LineOf(Inspection inspection)
    {
        var capture = inspection.Capture ?? new Capture();
        return new PhotoLine
        {
            Path = inspection.Path,
            Accepted = inspection.WhyLeftOut is null,
            Reason = inspection.WhyLeftOut?.Code,
            Latitude = capture.Position?.Latitude,
            Longitude = capture.Position?.Longitude,
            Altitude = capture.Altitude,
            Heading = capture.Heading,
            HeadingSource = capture.HeadingSource,
            CapturedAt = Iso8601(capture),
            CapturedAtSource = capture.TimeSource,
            Projection = inspection.Capture?.Projection,
            Width = inspection.Capture?.Width,
            Height = inspection.Capture?.Height,
            Make = capture.Make,
            Model = capture.Model,
            Warnings = capture.Warnings,
        };
    }

    // A camera's time without a zone has no Z at its end, for it names no instant.
    private static string? Iso8601(Capture capture) => CapturedAt(capture)?.Replace(' ', 'T');

    private static string? CapturedAt(Capture capture) => capture switch
    {
        { TakenAt: { } instant } => Utc.Format(instant),
        { CameraTime: { } wallClock } => WallClock.Format(wallClock),
        _ => null,
    };

    private static Table NewTable() => new Table { Border = TableBorder.Simple }
        .AddColumns("photo", "captured", "position", "altitude", "heading", "picture", "camera", "doubts, or why it is left out");

    private static void AddRow(Table table, Inspection inspection, Output output)
    {
        if (output.Json)
        {
            return;
        }

        var capture = inspection.Capture ?? new Capture();
        table.AddRow(
            Cell(Path.GetFileName(inspection.Path)),
            Cell(CapturedAt(capture)),
            Cell(capture.Position is { } position ? $"{position.Latitude:0.00000} {position.Longitude:0.00000}" : null),
            Cell(capture.Altitude is { } altitude ? $"{altitude:0} m" : null),
            Cell(capture.Heading is { } heading ? $"{heading:0}°" : null),
            Cell(inspection.Capture is null ? null : $"{capture.Width}×{capture.Height} {capture.Projection}"),
            Cell(capture.Model ?? capture.Make),
            Cell(string.Join(' ', [.. inspection.WhyLeftOut is { } reason ? [$"LEFT OUT {reason.Code}"] : Array.Empty<string>(), .. capture.Warnings])));
    }

    private static Text Cell(string? text) => new(text ?? "–");

    private static int Summarize(int files, SortedDictionary<string, int> reasons, Table table, Output output)
    {
        var leftOut = reasons.Values.Sum();
        if (!output.Json)
        {
            output.Say(table);
        }

        output.Say($"{Wording.Count(files, "photo")}: {files - leftOut} can be used, {leftOut} left out.");
        foreach (var (code, count) in reasons)
        {
            var reason = Reason.Of(code);
            output.Say($"  {code} ({count}): {reason.Meaning}.{Wording.NextStep(reason)}");
        }

        output.Line(new InspectSummary(files - leftOut, leftOut, reasons, ExitCode.Done));
        return ExitCode.Done;
    }
}
