using MapThePaths.Core.Geo;
using MapThePaths.Core.Model;
using MapThePaths.Core.Sequencing.Edits;

namespace MapThePaths.Core.Sequencing.Doctors;

/// <summary>
/// Notices that a camera's compass is turned against the direction of travel by the same angle all along, or does not keep to it at all. Pure.
/// </summary>
public static class HeadingDoctor
{
    /// <summary>Fewer photos than this tell nothing.</summary>
    private const int Fewest = 8;

    /// <summary>Metres; from nearer points no direction can be told.</summary>
    private const double Step = 2;

    /// <summary>Degrees; a compass on a pole sways so much.</summary>
    private const double Sway = 30;

    /// <summary>Degrees; a smaller turn is not worth an edit.</summary>
    private const double WorthTurning = 20;

    /// <summary>Of the photos, so many must tell the same.</summary>
    private const double Most = 0.8;

    /// <param name="photos">All of the sequence, also those in no run: an edit would change them too.</param>
    public static IEnumerable<Proposal> Examine(IEnumerable<Run> runs, IEnumerable<Photo> photos)
    {
        var cameras = OneCamera.Among(photos);
        return runs
            .SelectMany(Turns)
            .GroupBy(turn => turn.Camera, turn => turn.Degrees)
            .SelectMany(camera => ExamineCamera([.. camera]).Select(proposal => proposal.For(camera.Key, cameras)));
    }

    private static IEnumerable<Proposal> ExamineCamera(List<double> turns)
    {
        var ahead = turns.Count(turn => Geodesy.AngleBetween(turn, 0) <= Sway);
        if (turns.Count < Fewest || ahead >= Most * turns.Count)
        {
            yield break;
        }

        var usual = Math.Round(Mean(turns));
        var together = turns.Count(turn => Geodesy.AngleBetween(turn, usual) <= Sway);
        if (together >= Most * turns.Count && Geodesy.AngleBetween(usual, 0) >= WorthTurning)
        {
            var back = usual > 180 ? 360 - usual : -usual;
            yield return new Proposal(
                Reason.HeadingTurned,
                $"By its compass the camera looked {Math.Abs(back):0}° to the {(back < 0 ? "right" : "left")} of the direction of travel all along. If it was mounted that way, its headings are right: leave them.",
                $"--heading-offset {back:0}",
                turns.Count,
                ahead,
                together)
            {
                Edits = [new TurnHeadings(back)],
            };
        }
        else if (ahead * 2 < turns.Count)
        {
            yield return new Proposal(
                Reason.HeadingDrifts,
                $"The compass keeps to no angle with the direction of travel: {together} of {turns.Count} photos are within {Sway:0}° of the mean. If the camera was turned by hand, its headings are right: leave them.",
                "--headings compute",
                turns.Count,
                ahead,
                turns.Count)
            {
                Edits = [new ChooseHeadings(HeadingSource.Compute)],
            };
        }
    }

    // Degrees clockwise from the direction of travel to the camera's own heading.
    private static IEnumerable<(CameraLine Camera, double Degrees)> Turns(Run run)
    {
        for (var i = 0; i + 1 < run.Photos.Count; i++)
        {
            var (photo, next) = (run.Photos[i], run.Photos[i + 1]);
            if (photo.Heading is { } heading && !photo.Warnings.Contains(Reason.HeadingComputed.Code) && Geodesy.Distance(photo.Position, next.Position) >= Step)
            {
                yield return (CameraLine.Of(photo.Photo).Body, Geodesy.Normalize(heading - Geodesy.Bearing(photo.Position, next.Position)));
            }
        }
    }

    private static double Mean(List<double> angles)
    {
        var (east, north) = (angles.Sum(angle => Math.Sin(angle * Math.PI / 180)), angles.Sum(angle => Math.Cos(angle * Math.PI / 180)));
        return Geodesy.Normalize(Math.Atan2(east, north) * 180 / Math.PI);
    }
}
