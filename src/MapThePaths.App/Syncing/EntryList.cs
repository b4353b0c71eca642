using MapThePaths.App.Services;
using MapThePaths.Core.Model;

namespace MapThePaths.App.Syncing;

/// <summary>The entries at Map the Paths Web that are worth telling of.</summary>
internal static class EntryList
{
    /// <summary>The entries of one sequence or (null) of all: those that wait where it is set up now, and all that were ever begun.</summary>
    public static List<EntryStatus> Of(long? sequenceId, Composition composition)
    {
        var begun = composition.Catalog.Syncing.Begun(sequenceId);
        return composition.EntryServer is not { } server ? [.. begun] :
        [
            .. composition.Catalog.Syncing.Entries(server, ServiceList.SyncedDestinations, sequenceId),
            .. begun.Where(entry => entry.Server != server),
        ];
    }

    /// <summary>Where somebody has to sign in before the entry can go on; null where nobody has to.</summary>
    public static string? SignInAt(EntryStatus entry) => entry switch
    {
        { NeedsSender: true } => entry.Destination,
        { Needs: EntryNeed.SignIn } => ServiceList.Web,
        _ => null,
    };
}
