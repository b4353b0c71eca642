using System.CommandLine;
using MapThePaths.App.Cli.Lines;
using MapThePaths.Core.Importing;
using MapThePaths.Core.Model;
using NodaTime;

namespace MapThePaths.App.Cli;

/// <summary><c>mtpdu inspect PATH…</c>: what is known of each photo. Writes nothing.</summary>
internal static class InspectVerb
{
    public static Command Create()
    {
        var paths = VerbOptions.Paths();
        var command = new Command("inspect", "Shows what is known of each photo, with sources and doubts. Writes nothing.") { paths };
        command.SetVerb((parsed, context, cancellationToken) => Task.FromResult(Run(parsed.GetRequiredValue(paths), context, cancellationToken)));
        return command;
    }

    private static int Run(string[] paths, VerbContext context, CancellationToken cancellationToken)
    {
        GpxAdvice.RefuseTracksAlone(paths);
        List<LeftOut> unreadableFolders = [];
        List<string> passedOver = [];
        var files = PhotoFiles.Find(paths, folder => unreadableFolders.Add(new LeftOut(folder, Reason.Unreadable)), passedOver.Add);
        if (files.Count + unreadableFolders.Count == 0)
        {
            throw new UserMistakeException($"There are no photos in {string.Join(", ", paths)}. Give a folder with JPEG files.");
        }

        var reasons = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var doubts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var table = new InspectTable(context.Output);
        var forDoctors = new DoctorsSample();
        Interval? taken = null;
        foreach (var inspection in Inspect(files, context, cancellationToken))
        {
            Count(inspection.WhyLeftOut, reasons);
            inspection.Capture?.Warnings.ToList().ForEach(warning => Count(Reason.Of(warning), doubts));
            context.Output.Line(LineOf(inspection));
            table.Add(inspection);
            forDoctors.Add(inspection);
            taken = GpxAdvice.Widened(taken, inspection.Capture);
        }

        foreach (var folder in unreadableFolders)
        {
            Count(folder.Reason, reasons);
            context.Output.Line(LeftOutLine.Of(folder));
            context.Output.Say(Wording.LeftOut(folder));
        }

        var code = Summarize(files.Count + unreadableFolders.Count, reasons, doubts, table, context.Output);
        LeftOutReport.PrintPassedOver(passedOver, taken, context.Output, sequence: null);
        ProposalReport.Print(forDoctors.Examine(passedOver.Where(PhotoFiles.IsNamedLikeATrack)), "ID", context.Output);
        context.Output.Line(new InspectSummary(files.Count + unreadableFolders.Count - reasons.Values.Sum(), reasons.Values.Sum(), passedOver.Count, reasons, code));
        return code;
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
            AltitudeReference = capture.AltitudeReference.Word(),
            Heading = capture.Heading,
            HeadingReference = capture.HeadingReference.Word(),
            HeadingSource = capture.HeadingSource,
            CapturedAt = InspectTable.CapturedAt(capture, "uuuu-MM-dd'T'HH:mm:ss.fff"),
            CapturedAtSource = capture.TimeSource,
            Projection = inspection.Capture?.Projection,
            Width = inspection.Capture?.Width,
            Height = inspection.Capture?.Height,
            Make = capture.Make,
            Model = capture.Model,
            Warnings = capture.Warnings,
        };
    }

    private static int Summarize(
        int files, SortedDictionary<string, int> reasons, SortedDictionary<string, int> doubts, InspectTable table, Output output)
    {
        var leftOut = reasons.Values.Sum();
        table.PrintRest();
        output.Say($"{Wording.Count(files, "photo")}: {files - leftOut} can be used, {leftOut} left out.");
        foreach (var (code, count) in reasons.Concat(doubts))
        {
            var reason = Reason.Of(code);
            output.Say($"  {code} ({count}): {reason.Meaning}.{Wording.NextStep(reason)}");
        }

        return ExitCode.Done;
    }
}
