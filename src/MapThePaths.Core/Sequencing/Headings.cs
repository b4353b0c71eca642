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
                Heading = i + 1 < filled.Length ? Geodesy.Bearing(run.Photos[i].Position, run.Photos[i + 1].Position) : filled[i - 1].Heading,
                Warnings = [.. run.Photos[i].Warnings, Reason.HeadingComputed.Code],
            };
        }

        return run with { Photos = filled };
    }
}
