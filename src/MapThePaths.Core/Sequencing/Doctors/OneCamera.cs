using MapThePaths.Core.Model;
using MapThePaths.Core.Sequencing.Edits;

namespace MapThePaths.Core.Sequencing.Doctors;

/// <summary>What a doctor says of one camera among several goes for that camera alone.</summary>
internal static class OneCamera
{
    /// <param name="cameras">All of the sequence.</param>
    public static Proposal For(this Proposal proposal, CameraLine camera, IReadOnlyCollection<CameraLine> cameras)
    {
        if (cameras.Count < 2)
        {
            return proposal;
        }

        var name = camera.NameAmong(cameras);
        return proposal with
        {
            Evidence = $"{name}: {proposal.Evidence}",
            Options = $"{proposal.Options} --camera \"{name}\"",
            Edits = [.. proposal.Edits.Select(edit => edit is CameraEdit some ? some with { Camera = name } : edit)],
        };
    }

    /// <summary>Whether it is about a clock of which a track speaks too: the track is the better witness.</summary>
    public static bool IsAnsweredBy(this Proposal proposal, IReadOnlyList<Proposal> byTrack) =>
        proposal.Edits is [ShiftTime or SetTimeZone]
            && byTrack.SelectMany(track => track.Edits).OfType<ShiftTime>().Any(shift => shift.Camera is null || shift.Camera == ((CameraEdit)proposal.Edits[0]).Camera);

    public static IReadOnlyCollection<CameraLine> Among(IEnumerable<Photo> photos) => photos.Select(photo => CameraLine.Of(photo).Body).ToHashSet();
}
