using MapThePaths.Core.Geo;
using MapThePaths.Core.Model;

namespace MapThePaths.Core.Sequencing.Edits;

/// <summary>What becomes of outliers.</summary>
public enum OutlierMode
{
    Drop,

    /// <summary>They come to lie in the middle of their neighbours.</summary>
    Smooth,
}

/// <summary>
/// Finds photos that lie off the line, for each camera by itself. By distance: the middle one of three, when it is farther than
/// <paramref name="Metres"/> from both neighbours (mtpdu.md §15); the window moves on by one and measures from the last kept photo. By speed: those
/// that cannot be reached from the last kept photo at <paramref name="KilometresPerHour"/> while one of the next few can; several in a row are found.
/// </summary>
/// <param name="Metres">Null for not by distance.</param>
/// <param name="KilometresPerHour">Null for not by speed.</param>
public sealed record TreatOutliers(OutlierMode Mode, double? Metres, double? KilometresPerHour) : Edit
{
    /// <summary>How many photos in a row may be off the line; more of them are a line of their own.</summary>
    public const int MostInARow = 5;

    public override string Text => $"outliers {(Mode == OutlierMode.Drop ? "dropped" : "smoothed")}: {string.Join(" or ", Criteria())}";

    public override EditResult Apply(IReadOnlyList<EditedPhoto> photos)
    {
        var smoothed = photos.ToDictionary(photo => photo.Photo.Id);
        List<EditedPhoto> outliers = [];
        foreach (var line in Lines.Of(photos))
        {
            Walk(line, smoothed, outliers);
        }

        return Mode == OutlierMode.Drop
            ? EditResult.Without(photos, outliers, Reason.Outlier)
            : EditResult.Each(photos, photo => smoothed[photo.Photo.Id]);
    }

    public override string? WhyRefused(IReadOnlyList<EditedPhoto> photos)
    {
        if (Metres is null && KilometresPerHour is null)
        {
            return "Outliers are found by a distance, a speed, or both: give one.";
        }

        return Metres is null or > 0 && KilometresPerHour is null or > 0 ? null : "The distance and the speed that make an outlier must be more than 0.";
    }

    private IEnumerable<string> Criteria()
    {
        if (Metres is { } metres)
        {
            yield return $"more than {metres:0.###} m from both neighbours";
        }

        if (KilometresPerHour is { } speed)
        {
            yield return $"not to be reached at {speed:0.###} km/h";
        }
    }

    private void Walk(List<EditedPhoto> line, Dictionary<long, EditedPhoto> smoothed, List<EditedPhoto> outliers)
    {
        for (var (last, i) = (line.Count > 0 ? line[0] : null, 1); i < line.Count;)
        {
            var back = BackOnTheLine(last!, line, i);
            for (; i < back; i++)
            {
                outliers.Add(line[i]);
                if (Mode == OutlierMode.Smooth)
                {
                    last = smoothed[line[i].Photo.Id] = Middle(line[i], last!, line[back], 1.0 / (back - i + 1));
                }
            }

            last = line[i++];
        }
    }

    // Where the line goes on: i itself when that photo is no outlier.
    private int BackOnTheLine(EditedPhoto last, List<EditedPhoto> line, int i)
    {
        if (i + 1 < line.Count && Metres is { } metres && Lines.Distance(last, line[i]) > metres && Lines.Distance(line[i], line[i + 1]) > metres)
        {
            return i + 1;
        }

        if (KilometresPerHour is { } speed && !IsReachable(last, line[i], speed))
        {
            for (var back = i + 1; back < Math.Min(line.Count, i + MostInARow + 1); back++)
            {
                if (IsReachable(last, line[back], speed))
                {
                    return back;
                }
            }
        }

        return i;
    }

    private static bool IsReachable(EditedPhoto from, EditedPhoto to, double speed) =>
        Lines.Distance(from, to) is 0 || Speeds.KilometresPerHour(Lines.Distance(from, to), Lines.Seconds(from, to)) <= speed;

    private static EditedPhoto Middle(EditedPhoto photo, EditedPhoto before, EditedPhoto after, double fraction) => photo with
    {
        Position = Geodesy.Between(before.Position!.Value, after.Position!.Value, fraction),
        Altitude = before.Altitude is { } from && after.Altitude is { } to ? from + ((to - from) * fraction) : photo.Altitude,
    };
}
