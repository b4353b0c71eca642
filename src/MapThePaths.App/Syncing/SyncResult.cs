using MapThePaths.Core.Destinations;
using MapThePaths.Core.Model;

namespace MapThePaths.App.Syncing;

/// <summary>How many entries stand how after a run of syncing.</summary>
/// <param name="Entries">All that were meant.</param>
/// <param name="ExitCode">As the command line ends.</param>
internal sealed record SyncResult(int Entries, int Synced, int Waiting, int Unclear, int Failed, int ExitCode)
{
    /// <param name="trouble">What ended the run early; null when nothing did.</param>
    /// <param name="isNothingAmiss">Whether there may be nothing to tell.</param>
    public static SyncResult Of(IReadOnlyList<EntryStatus> entries, DestinationException? trouble, bool isNothingAmiss) => new(
        entries.Count,
        entries.Count(entry => entry.State == EntryState.Synced),
        entries.Count(entry => entry.State == EntryState.Waiting),
        entries.Count(entry => entry.State == EntryState.Unclear),
        entries.Count(entry => entry.State == EntryState.Failed),
        entries.Count == 0 && isNothingAmiss && trouble is null ? App.ExitCode.Done : CodeFor(entries, trouble));

    // Consent is asked for like a sign-in: the user has to let somebody in, and then the same wish goes on.
    private static int CodeFor(IReadOnlyList<EntryStatus> entries, DestinationException? trouble)
    {
        if (trouble is { Kind: FailureKind.SignInNeeded or FailureKind.AskedWrongly })
        {
            return App.ExitCode.Of(trouble);
        }

        if (entries.Any(entry => entry.Needs is EntryNeed.Consent or EntryNeed.SignIn))
        {
            return App.ExitCode.SignInNeeded;
        }

        var synced = entries.Count(entry => entry.State == EntryState.Synced);
        if (synced == 0 && (trouble is not null || entries.Any(entry => entry is { Error: not null, State: EntryState.Failed or EntryState.Waiting })))
        {
            return App.ExitCode.DestinationFailed;
        }

        return entries.Count > 0 && synced == entries.Count && trouble is null ? App.ExitCode.Done : App.ExitCode.PartlyDone;
    }
}
