using MapThePaths.Core.Model;

namespace MapThePaths.Core.Sequencing;

/// <summary>
/// Finds photos whose position leaps off the line while the next ones are back on it (mapillary-v4.md §11, point 8): the receiver was wrong.
/// Somebody who walks to the end of a lane and back turns as well, but at his usual pace, and keeps his photos.
/// </summary>
internal static class ZigZags
{
    /// <summary>How many photos the leap out, the strays and the way back may take.</summary>
    public const int Window = 5;

    /// <summary>From the last photo on the line to the first one back on it, straight, as a part of the way by the strays: at most this.</summary>
    public const double Straightness = 0.2;

    /// <summary>A leap is at least so many times the usual step of the line.</summary>
    public const double Leap = 3;

    /// <param name="photos">Of one camera, in order of time.</param>
    public static IEnumerable<EditedPhoto> Of(IReadOnlyList<EditedPhoto> photos, SequencingRules rules)
    {
        if (rules.ZigZagMetres <= 0 || photos.Count < 3)
        {
            yield break;
        }

        var leap = Math.Max(rules.ZigZagMetres, Leap * UsualStep(photos));
        for (var last = 0; last < photos.Count - 2;)
        {
            var back = ComesBack(photos, last, leap);
            for (var stray = last + 1; stray < back; stray++)
            {
                yield return photos[stray];
            }

            last = back;
        }
    }

    // The next photo when nothing is wrong with it.
    private static int ComesBack(IReadOnlyList<EditedPhoto> photos, int last, double leap)
    {
        var way = Lines.Distance(photos[last], photos[last + 1]);
        if (way <= leap)
        {
            return last + 1;
        }

        for (var back = last + 2; back < Math.Min(photos.Count, last + Window); back++)
        {
            way += Lines.Distance(photos[back - 1], photos[back]);
            if (Lines.Distance(photos[back - 1], photos[back]) > leap && Lines.Distance(photos[last], photos[back]) <= Straightness * way)
            {
                return back;
            }
        }

        return last + 1;
    }

    private static double UsualStep(IReadOnlyList<EditedPhoto> photos)
    {
        var steps = photos.Zip(photos.Skip(1), Lines.Distance).Order().ToList();
        return steps[(steps.Count - 1) / 2];
    }
}
