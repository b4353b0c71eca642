using MapThePaths.Core.Geo;
using MapThePaths.Core.Model;
using NodaTime;

namespace MapThePaths.Core.Sequencing;

/// <summary>Photos in the order in which each camera went along.</summary>
internal static class Lines
{
    /// <summary>By time, then by path; photos without a time come last.</summary>
    public static List<EditedPhoto> InOrder(IEnumerable<EditedPhoto> photos)
    {
        List<EditedPhoto> ordered = [.. photos];
        for (var i = 1; i < ordered.Count; i++)
        {
            if (Compare(ordered[i - 1], ordered[i]) > 0)
            {
                ordered.Sort(Compare);
                break;
            }
        }

        return ordered;
    }

    /// <summary>One line for each camera and picture size, by time: two cameras running at once interleave. Only photos with time and position.</summary>
    public static IEnumerable<List<EditedPhoto>> Of(IEnumerable<EditedPhoto> photos) =>
        InOrder(photos.Where(photo => photo.WhyUnusable is null)).GroupBy(photo => photo.Line).Select(line => line.ToList());

    /// <summary>The lines that a sequence is cut by: its rules may have one of all cameras.</summary>
    public static IEnumerable<List<EditedPhoto>> Of(IEnumerable<EditedPhoto> photos, SequencingRules rules)
    {
        if (!rules.MixesCameras)
        {
            return Of(photos);
        }

        var all = InOrder(photos.Where(photo => photo.WhyUnusable is null));
        return all.Count > 0 ? [all] : [];
    }

    private static int Compare(EditedPhoto first, EditedPhoto second)
    {
        var byTime = (first.TakenAt ?? Instant.MaxValue).CompareTo(second.TakenAt ?? Instant.MaxValue);
        return byTime != 0 ? byTime : string.CompareOrdinal(first.Photo.Path, second.Photo.Path);
    }

    /// <summary>Metres; both have a position.</summary>
    public static double Distance(EditedPhoto from, EditedPhoto to) => Geodesy.Distance(from.Position!.Value, to.Position!.Value);

    /// <summary>Seconds from one to the other; both have a time.</summary>
    public static double Seconds(EditedPhoto from, EditedPhoto to) => (to.TakenAt!.Value - from.TakenAt!.Value).TotalSeconds;
}
