using MapThePaths.Core.Geo;
using MapThePaths.Core.Model;

namespace MapThePaths.Core.Sequencing;

/// <summary>Cuts one camera's photos where the pause or the distance to the next one is too long.</summary>
internal static class Cuts
{
    /// <param name="photos">In order of time; not empty.</param>
    /// <param name="first">Why the first of the runs begins.</param>
    public static IEnumerable<Run> Cut(IReadOnlyList<ArrangedPhoto> photos, SequencingRules rules, Reason first)
    {
        var begin = 0;
        var cut = first;
        for (var i = 1; i < photos.Count; i++)
        {
            if (Between(photos[i - 1], photos[i], rules) is { } reason)
            {
                yield return new Run(cut, [.. photos.Skip(begin).Take(i - begin)]);
                begin = i;
                cut = reason;
            }
        }

        yield return new Run(cut, [.. photos.Skip(begin)]);
    }

    private static Reason? Between(ArrangedPhoto earlier, ArrangedPhoto later, SequencingRules rules)
    {
        if ((later.TakenAt - earlier.TakenAt).TotalSeconds > rules.MaxGap)
        {
            return Reason.Gap;
        }

        return Geodesy.Distance(earlier.Position, later.Position) > rules.MaxJump ? Reason.Jump : null;
    }
}
