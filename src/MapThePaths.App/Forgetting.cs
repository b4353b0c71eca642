using MapThePaths.Core.Catalog;
using MapThePaths.Core.Model;

namespace MapThePaths.App;

/// <summary>Forgets sequences; command line and page alike. Touches nothing online, and of files only copies of what was dropped on the page.</summary>
internal static class Forgetting
{
    /// <exception cref="CatalogException">Another run is sending.</exception>
    public static Forgotten Forget(Sequence sequence, Composition composition)
    {
        using var writer = CatalogLock.Take(composition.Settings.CatalogPath);
        if (composition.Catalog.Overview.Parts(sequence.Id).FirstOrDefault(part => part.State == PartState.Publishing) is { } unclear)
        {
            return new Forgotten(unclear, Copies: 0);
        }

        var home = composition.Settings.Home;
        var batches = DroppedCopies.BatchesOf(composition.Catalog.Importing.Files(sequence.Id).Select(file => file.Path), home);
        composition.Catalog.Sequencing.Forget(sequence.Id);
        return new Forgotten(Unclear: null, DroppedCopies.RemoveUnused(batches, home, composition.Catalog));
    }
}

/// <param name="Unclear">The part for which the sequence is kept, since nobody knows whether it was published; null when the sequence is forgotten.</param>
/// <param name="Copies">Of dropped files, removed since no other sequence names one of their drop.</param>
internal sealed record Forgotten(PartStatus? Unclear, int Copies);
