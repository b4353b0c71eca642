using MapThePaths.Core.Geo;
using MapThePaths.Core.Model;

namespace MapThePaths.Core.Sequencing;

/// <summary>Leaves out photos that show what the last kept one shows (mapillary-v4.md §11, point 5).</summary>
internal static class NearDuplicates
{
    /// <summary>Metres; nearer than or at this distance, two photos were taken from the same place.</summary>
    public const double SamePlace = 0.1;

    /// <summary>Degrees; up to this angle, two photos look in the same direction. A missing heading counts as the same.</summary>
    public const double SameDirection = 5;

    /// <param name="photos">Of one camera, in order of time.</param>
    public static (List<ArrangedPhoto> Kept, List<LeftOut> LeftOut) Split(IEnumerable<ArrangedPhoto> photos)
    {
        List<ArrangedPhoto> kept = [];
        List<LeftOut> leftOut = [];
        foreach (var photo in photos)
        {
            if (kept.Count > 0 && IsDuplicate(kept[^1], photo))
            {
                leftOut.Add(new LeftOut(photo.Photo.Path, Reason.DuplicatePosition, photo.Photo.Id));
            }
            else
            {
                kept.Add(photo);
            }
        }

        return (kept, leftOut);
    }

    private static bool IsDuplicate(ArrangedPhoto kept, ArrangedPhoto next) =>
        Geodesy.Distance(kept.Position, next.Position) <= SamePlace
        && (kept.Heading is not { } first || next.Heading is not { } second || Geodesy.AngleBetween(first, second) <= SameDirection);
}
