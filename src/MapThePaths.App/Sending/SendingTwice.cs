using MapThePaths.Core.Model;

namespace MapThePaths.App.Sending;

/// <summary>What may be wished for once more, and what forbids it.</summary>
internal static class SendingTwice
{
    /// <param name="again">What is to be done once more, in the words of who asked; null for nothing.</param>
    /// <exception cref="UserMistakeException">It is to be a dry run besides.</exception>
    public static void Check(bool dryRun, string? again, string nameOfDryRun)
    {
        if (dryRun && again is not null)
        {
            throw new UserMistakeException($"{again} and {nameOfDryRun} contradict each other: a dry run would forget what was sent.");
        }
    }
}
