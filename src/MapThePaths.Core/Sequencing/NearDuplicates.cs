using MapThePaths.Core.Geo;
using MapThePaths.Core.Model;

namespace MapThePaths.Core.Sequencing;

/// <summary>Finds photos that show what the last kept one shows (mapillary-v4.md §11, point 5).</summary>
internal static class NearDuplicates
{
    /// <param name="photos">Of one camera, in order of time.</param>
    public static IEnumerable<EditedPhoto> Of(IReadOnlyList<EditedPhoto> photos, SequencingRules rules)
    {
        EditedPhoto? kept = null;
        foreach (var photo in photos)
        {
            if (kept is not null && IsDuplicate(kept, photo, rules))
            {
                yield return photo;
            }
            else
            {
                kept = photo;
            }
        }
    }

    private static bool IsDuplicate(EditedPhoto kept, EditedPhoto next, SequencingRules rules) =>
        rules.DuplicateMetres > 0
        && Lines.Distance(kept, next) <= rules.DuplicateMetres
        && (kept.Heading is not { } first || next.Heading is not { } second || Geodesy.AngleBetween(first, second) <= rules.DuplicateDegrees);
}
