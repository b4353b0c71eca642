using MapThePaths.Core.Model;
using MapThePaths.Core.Sequencing.Doctors;
using MapThePaths.Core.Sequencing.Edits;

namespace MapThePaths.Core.Sequencing;

/// <summary>GPX tracks that lie beside photos and that no edit uses: what they say of the photos' clocks.</summary>
public sealed class TracksBeside
{
    /// <summary>So many are compared; a collection of tracks is not the track of the day.</summary>
    public const int Most = 20;

    private readonly Track _track;
    private readonly IReadOnlyList<string> _files;

    private TracksBeside(Track track, IReadOnlyList<string> files)
    {
        _track = track;
        _files = files;
    }

    /// <param name="files">Whole paths; what is no track is passed over.</param>
    public static TracksBeside Read(IEnumerable<string> files)
    {
        var (track, usable) = Track.ReadUsable(files.Take(Most));
        return new TracksBeside(track, usable);
    }

    /// <summary>What the tracks say, and what clocks and compasses say by themselves.</summary>
    public IReadOnlyList<Proposal> ExamineAll(Sequence sequence, IReadOnlyList<Photo> photos)
    {
        var byTrack = Examine(sequence, photos);
        return [.. byTrack, .. Arranging.Arrange(sequence, photos, []).Proposals.Where(proposal => !proposal.IsAnsweredBy(byTrack))];
    }

    /// <param name="edits">Of the sequence so far. Photos that have a position then would keep it.</param>
    public IReadOnlyList<Proposal> Examine(Sequence sequence, IReadOnlyList<Photo> photos, params IReadOnlyList<Edit> edits)
    {
        var edited = Editing.Apply(sequence, photos, edits).Photos;
        var havePositions = edited.Any(photo => photo.HasPosition);
        return [.. TrackDoctor.Examine(edited, new Geotag(_files, Geotag.UsualMaxGap, SameSecond: false, OnlyMissing: havePositions) { Track = _track })];
    }
}
