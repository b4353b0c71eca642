using MapThePaths.Core.Model;
using NodaTime;

namespace MapThePaths.Core.Sequencing;

/// <summary>Gives photos with the same time different ones (mapillary-v4.md §11, point 2): cameras that write whole seconds take several in one.</summary>
internal static class SameTimes
{
    /// <summary>
    /// Photos of one line with the same millisecond are spread evenly up to the next photo or the end of their tick of
    /// <see cref="SequencingRules.SpreadSeconds"/>, in the order of their paths. Times move later only.
    /// </summary>
    /// <returns>The same photos, in order of time.</returns>
    public static List<EditedPhoto> Spread(IEnumerable<EditedPhoto> photos, SequencingRules rules)
    {
        var ordered = Lines.InOrder(photos);
        var tick = (long)(rules.SpreadSeconds * 1000);
        return tick == 0 ? ordered : [.. ordered.GroupBy(photo => photo.Line).SelectMany(line => SpreadLine([.. line], tick))];
    }

    /// <summary>No two photos of a sequence have the same millisecond, whatever cameras took them: a later one by path moves on by one.</summary>
    /// <param name="photos">In order of time.</param>
    public static List<EditedPhoto> MakeUnique(IEnumerable<EditedPhoto> photos)
    {
        List<EditedPhoto> unique = [];
        var last = long.MinValue;
        foreach (var photo in Lines.InOrder(photos))
        {
            if (photo.TakenAt is not { } at)
            {
                unique.Add(photo);
                continue;
            }

            var now = at.ToUnixTimeMilliseconds();
            var free = Math.Max(now, last == long.MinValue ? now : last + 1);
            unique.Add(photo.Spread(Duration.FromMilliseconds(free - now)));
            last = free;
        }

        return unique;
    }

    private static IEnumerable<EditedPhoto> SpreadLine(List<EditedPhoto> line, long tick)
    {
        for (var begin = 0; begin < line.Count;)
        {
            var end = begin + 1;
            while (end < line.Count && line[end].TakenAt is not null && Milliseconds(line[end]) == Milliseconds(line[begin]))
            {
                end++;
            }

            for (var i = begin; i < end; i++)
            {
                yield return end - begin == 1 ? line[i] : line[i].Spread(Duration.FromMilliseconds(Room(line, begin, end, tick) * (i - begin) / (end - begin)));
            }

            begin = end;
        }
    }

    // Milliseconds until the next photo or the next tick.
    private static long Room(List<EditedPhoto> line, int begin, int end, long tick)
    {
        var at = Milliseconds(line[begin])!.Value;
        var nextTick = ((long)Math.Floor(at / (double)tick) + 1) * tick;
        return Math.Min(nextTick, (end < line.Count ? Milliseconds(line[end]) : null) ?? nextTick) - at;
    }

    private static long? Milliseconds(EditedPhoto photo) => photo.TakenAt?.ToUnixTimeMilliseconds();
}
