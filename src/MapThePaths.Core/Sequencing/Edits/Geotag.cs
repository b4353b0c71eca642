using System.Text.Json.Serialization;
using MapThePaths.Core.Geo;
using MapThePaths.Core.Model;
using MapThePaths.Core.Sequencing.Doctors;
using NodaTime;

namespace MapThePaths.Core.Sequencing.Edits;

/// <summary>
/// Takes positions and altitudes from a track, by time. A photo without a place on the track is left out; with <see cref="OnlyMissing"/>, photos
/// that have a position of their own keep it.
/// </summary>
/// <param name="Files">Whole paths of the GPX files, for people.</param>
/// <param name="MaxGap">Seconds; between two points of the track that are farther apart, nothing is known.</param>
/// <param name="SameSecond">
/// As the predecessor documents it (mtpdu.md §10): no interpolation, a photo takes the first point of its second.
/// </param>
/// <param name="OnlyMissing">Only photos without a position are placed; else the track wins.</param>
public sealed record Geotag(IReadOnlyList<string> Files, double MaxGap, bool SameSecond, bool OnlyMissing) : Edit
{
    /// <summary>Seconds.</summary>
    public const double UsualMaxGap = 60;

    /// <summary>Stored beside the parameters.</summary>
    [JsonIgnore]
    public Track Track { get; init; } = Track.Empty;

    public override string Text => $"positions from {string.Join(", ", Files.Select(Path.GetFileName))} ({How}{(OnlyMissing ? ", only where there is none" : "")})";

    private string How => SameSecond ? "same second" : $"points up to {MaxGap:0.###} s apart";

    /// <summary>Where the track was; null where it says nothing.</summary>
    public TrackFix? PlaceAt(Instant time) => SameSecond ? Track.FirstInSecond(time) : Track.At(time, MaxGap);

    public override IEnumerable<Proposal> Examine(IReadOnlyList<EditedPhoto> photos) => TrackDoctor.Examine(photos, this);

    public override EditResult Apply(IReadOnlyList<EditedPhoto> photos)
    {
        List<EditedPhoto> placed = [];
        List<LeftOut> leftOut = [];
        foreach (var photo in photos)
        {
            if ((OnlyMissing && photo.HasPosition) || photo.TakenAt is null)
            {
                placed.Add(photo);
            }
            else if (PlaceAt(photo.TakenAt.Value) is { } place)
            {
                placed.Add(photo.PlacedAt(place.Position, place.Altitude));
            }
            else
            {
                leftOut.Add(photo.LeaveOut(Reason.NoTrackPoint));
            }
        }

        return new EditResult(placed, leftOut);
    }

    public override string? WhyRefused(IReadOnlyList<EditedPhoto> photos)
    {
        var timed = photos.Where(photo => photo.TakenAt is not null && !(OnlyMissing && photo.HasPosition)).ToList();
        if (timed.Count == 0)
        {
            return OnlyMissing ? "Every photo has a position already." : "No photo of the sequence has a time.";
        }

        return timed.Exists(photo => PlaceAt(photo.TakenAt!.Value) is not null) ? null : NothingMatches(timed);
    }

    private string NothingMatches(List<EditedPhoto> timed) =>
        $"No photo was taken while the track says where: the track goes from {Shown(Track.Fixes[0].At)} to {Shown(Track.Fixes[^1].At)}, "
        + $"the photos from {Shown(timed.Min(photo => photo.TakenAt!.Value))} to {Shown(timed.Max(photo => photo.TakenAt!.Value))}"
        + $"{(timed.Exists(photo => photo.LacksZone) ? " (camera clock, zone unknown, read as UTC)" : "")}. "
        + "Give the track of that time; if the camera's clock or its zone was wrong, mend that first.";

    private static string Shown(Instant time) => time.ToDateTimeUtc().ToString("yyyy-MM-dd HH:mm:ss'Z'");
}
