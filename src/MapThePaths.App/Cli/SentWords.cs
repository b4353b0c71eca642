using MapThePaths.App.Sending;
using MapThePaths.Core.Model;

namespace MapThePaths.App.Cli;

/// <summary>What became of the photos of a plan, in one sentence.</summary>
internal static class SentWords
{
    /// <summary>Such as <c>of 3 photos, 2 sent now, 1 left out; 1 of those sent is in a part that is not published; 0 visible.</c></summary>
    public static string Of(SentResult result)
    {
        var counts = Some(
        [
            $"{result.Sent - result.SentEarlier} sent now",
            Part(result.SentEarlier, "sent by an earlier run and published now"),
            Part(result.AlreadySent, result.AlreadySent == 1 ? "was there before" : "were there before"),
            Part(result.LeftOut, "left out"),
            Part(result.Failed - result.Waiting, "failed"),
            Part(result.DryRun, "in a dry run"),
            Part(result.Waiting, $"not sent: {(result.Waiting == 1 ? "it waits" : "they wait")} here"),
        ]);
        var unpublished = Part(result.Unpublished, $"of those sent {(result.Unpublished == 1 ? "is" : "are")} in a part that is not published");
        return $"of {Wording.Count(result.Photos, "photo")}, {string.Join("; ", Some([string.Join(", ", counts), unpublished, $"{result.Visible} visible"]))}.";
    }

    /// <summary>Such as <c>Not all is done: IMG_3.jpg cannot be read as a photo.</c>; null when no file is.</summary>
    public static string? OfBroken(IReadOnlyList<LeftOut> leftOut)
    {
        var broken = leftOut.Where(photo => photo.Reason.IsBrokenFile).Select(photo => Path.GetFileName(photo.Path)).ToList();
        return broken.Count switch
        {
            0 => null,
            1 => $"Not all is done: {broken[0]} cannot be read as a photo.",
            _ => $"Not all is done: {broken[0]} and {Wording.Count(broken.Count - 1, "other file")} cannot be read as photos.",
        };
    }

    private static IEnumerable<string> Some(IEnumerable<string> parts) => parts.Where(part => part.Length > 0);

    private static string Part(int count, string words) => count > 0 ? $"{count} {words}" : "";
}
