using MapThePaths.Core.Geo;
using MapThePaths.Core.Model;

namespace MapThePaths.Core.Sequencing;

/// <summary>Gives photos without a heading the direction to the next photo; a camera's own heading is never touched.</summary>
internal static class Headings
{
    /// <summary>The last photo of a run looks where the one before it looks; a photo alone gets none.</summary>
    public static Run Fill(Run run)
    {
        if (run.Photos.Count < 2 || run.Photos.All(photo => photo.Heading is not null))
        {
            return run;
        }

        var filled = new ArrangedPhoto[run.Photos.Count];
        for (var i = 0; i < filled.Length; i++)
        {
            filled[i] = run.Photos[i].Heading is not null ? run.Photos[i] : run.Photos[i] with
            {
                Heading = Towards(run.Photos, i),
                Warnings = [.. run.Photos[i].Warnings, Reason.HeadingComputed.Code],
            };
        }

        return run with { Photos = filled };
    }

    private static double Towards(IReadOnlyList<ArrangedPhoto> photos, int i) =>
        i + 1 < photos.Count
            ? Geodesy.Bearing(photos[i].Position, photos[i + 1].Position)
            : Geodesy.Bearing(photos[i - 1].Position, photos[i].Position);
}
