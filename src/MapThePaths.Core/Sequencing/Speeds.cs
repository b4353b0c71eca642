using MapThePaths.Core.Model;

namespace MapThePaths.Core.Sequencing;

/// <summary>Refuses runs that nobody can have travelled (mapillary-v4.md §11, point 7).</summary>
internal static class Speeds
{
    /// <param name="photos">In order of time; not empty.</param>
    public static bool IsPlausible(List<EditedPhoto> photos, SequencingRules rules)
    {
        var metres = photos.Zip(photos.Skip(1), Lines.Distance).Sum();
        return metres == 0 || KilometresPerHour(metres, Lines.Seconds(photos[0], photos[^1])) <= rules.MaxSpeed;
    }

    /// <summary>Infinite when there was no time for it.</summary>
    public static double KilometresPerHour(double metres, double seconds) => seconds > 0 ? metres * 3.6 / seconds : double.PositiveInfinity;
}
