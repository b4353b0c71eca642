using MapThePaths.Core.Catalog;
using MapThePaths.Core.Destinations;
using MapThePaths.Core.Model;

namespace MapThePaths.Core.Syncing;

/// <summary>What brings an entry further.</summary>
internal enum NextStep
{
    Create,

    /// <summary>Is attached already what was about to be?</summary>
    Look,

    Import,

    /// <summary>It is synced, or the user decides.</summary>
    Nothing,
}

/// <summary>The decision, from what is stored alone.</summary>
internal static class NextSteps
{
    /// <summary>Whether an entry is gone on with: what was refused is refused again, and what may exist already is the user's to decide.</summary>
    public static bool IsTried(EntryStep step, bool isRefused, SyncTerms terms) =>
        step != EntryStep.Synced && (terms.TriesRefused || !(isRefused || step == EntryStep.Creating));

    public static NextStep For(EntryToSync entry, EntryContract contract, SyncTerms terms) => entry switch
    {
        _ when !IsTried(entry.Step, entry.IsRefused, terms) => NextStep.Nothing,
        _ when contract.CreateAsync is null => NextStep.Import,
        { Step: EntryStep.Creating } => terms.CreatesAgain ? NextStep.Create : NextStep.Nothing,
        { EntryId: null } => NextStep.Create,
        { Step: EntryStep.Importing } when contract.LookAsync is not null => NextStep.Look,
        _ => NextStep.Import,
    };
}
