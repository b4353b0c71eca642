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

    /// <summary>It may exist, and no call tells: the user decides.</summary>
    Nothing,
}

/// <summary>The decision, from what is stored alone.</summary>
internal static class NextSteps
{
    /// <param name="createsAgain">Whether the user wants a new entry where nobody knows what became of the last one.</param>
    public static NextStep For(EntryToSync entry, EntryContract contract, bool createsAgain) => entry switch
    {
        _ when contract.CreateAsync is null => NextStep.Import,
        { Step: EntryStep.Creating } => createsAgain ? NextStep.Create : NextStep.Nothing,
        { EntryId: null } => NextStep.Create,
        { Step: EntryStep.Importing } when contract.LookAsync is not null => NextStep.Look,
        _ => NextStep.Import,
    };
}
