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
            .. composition.Catalog.Syncing.Entries(server, ServiceList.SyncedDestinations(composition.Settings), sequenceId),
            .. begun.Where(entry => entry.Server != server),
        ];
    }

    /// <summary>What there is to say of published parts that no server of Map the Paths Web can take; null where there is none of them.</summary>
    public static string? Untakable(long? sequenceId, Composition composition) =>
        !composition.Settings.WebTakesLiveApi && composition.Catalog.Overview.Parts(sequenceId).Any(part => part is { Destination: ServiceList.Mapillary, PublishedAt: not null })
            ? "Map the Paths Web cannot take sequences of Mapillary's live API yet: its servers ask an API that Mapillary has switched off. So these are not told there, and there is nothing to do."
            : null;

    /// <summary>Where somebody has to sign in before the entry can go on; null where nobody has to.</summary>
    public static string? SignInAt(EntryStatus entry) => entry switch
    {
        { NeedsSender: true } => entry.Destination,
        { Needs: EntryNeed.SignIn } => ServiceList.Web,
        _ => null,
    };
}
