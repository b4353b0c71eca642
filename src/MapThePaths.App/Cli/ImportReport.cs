using MapThePaths.App.Cli.Lines;
using MapThePaths.Core.Importing;
using MapThePaths.Core.Model;
using MapThePaths.Core.Sequencing;
using NodaTime;

namespace MapThePaths.App.Cli;

/// <summary>Tells what came of an import.</summary>
internal static class ImportReport
{
    /// <summary>Which sequence was made, or goes on, and what of it has changed.</summary>
    public static void Tell(ImportResult result, Output output)
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
        var tracks = result.PassedOver.Where(PhotoFiles.IsNamedLikeATrack).ToList();
        IReadOnlyList<Photo> photos = tracks.Count > 0 && result.Sequence is { } its ? context.Composition.Catalog.Sequencing.Photos(its.Id) : [];
        var taken = photos.Aggregate((Interval?)null, (span, photo) => GpxAdvice.Widened(span, photo.Capture));
        LeftOutReport.PrintPassedOver(result.PassedOver, taken, context.Output, result.Sequence?.Id);
        if (result.Sequence is { } sequence && tracks.Count > 0)
        {
            ProposalReport.Print(context.Composition.Flow.Compare(sequence, TracksBeside.Read(tracks)), sequence.Id.ToString(), context.Output);
        }
    }

    /// <summary>Why no sequence is made; null when one is.</summary>
    public static string? WhyNone(ImportResult result) => result.Sequence is null
        ? $"No sequence is made: it needs at least 2 photos that can be used, and {result.Files - result.LeftOut.Count} of {result.Files} can."
        : null;

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
            .. Named(Wording.Count(result.ReadAnew, "photo"), result.ReadAnew > 0),
        ];
        return changed.Length > 0 ? $"; changed: {string.Join(", ", changed)}" : "";

        static string[] Named(string name, bool isChanged) => isChanged ? [name] : [];
    }
}
