using MapThePaths.Core.Destinations;
using MapThePaths.Core.Model;

namespace MapThePaths.Core.Preparing;

/// <summary>Decides what a destination gets of a sequence. Pure.</summary>
public static class Planning
{
    public static Plan Plan(ArrangedSequence arranged, string destination, DestinationRules rules)
    {
        var runs = arranged.Runs.Select(run => run with { Photos = [.. run.Photos.Where(photo => IsAccepted(photo, rules))] }).ToList();
        var refused = arranged.Runs.SelectMany(run => run.Photos).Where(photo => !IsAccepted(photo, rules))
            .Select(photo => new LeftOut(photo.Photo.Path, Reason.ProjectionNotAccepted, photo.Photo.Id));
        var parts = runs.Where(run => run.Photos.Count > 0)
            .SelectMany(run => PartLimits.Split(run, rules, arranged.Sequence.Rules.MaxPhotos))
            .Select((run, index) => new PlannedPart(index + 1, run.Cut, WarnIfAlone(run)) { Measure = run.Measure });
        return new Plan(
            arranged.Sequence,
            destination,
            [.. parts],
            [.. arranged.LeftOut.Concat(refused).OrderBy(left => left.Path, StringComparer.Ordinal)],
            rules.Accepts(arranged.Sequence.Transport) ? null : Reason.TransportNotAccepted,
            arranged.NeedsTimeZone)
        {
            Totals = Totals.Of(runs.Select(run => run.Photos)),
            Edits = arranged.Edits,
            Proposals = arranged.Proposals,
        };
    }

    private static bool IsAccepted(ArrangedPhoto photo, DestinationRules rules) =>
        rules.Projections.Contains(photo.Photo.Capture.Projection);

    private static IReadOnlyList<ArrangedPhoto> WarnIfAlone(Run run) =>
        run.Photos is [var alone]
            ? [alone with { Warnings = [.. alone.Warnings, Reason.SinglePhotoPart.Code] }]
            : run.Photos;
}
