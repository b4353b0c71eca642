using MapThePaths.Core.Catalog;
using MapThePaths.Core.Model;

namespace MapThePaths.App;

/// <summary>Forgets sequences; command line and page alike. Touches no photo and nothing online.</summary>
internal static class Forgetting
{
    /// <returns>The part for which the sequence is kept, since nobody knows whether it was published; null when the sequence is forgotten.</returns>
    /// <exception cref="CatalogException">Another run is sending.</exception>
    public static PartStatus? Forget(Sequence sequence, Composition composition)
    {
        using var writer = CatalogLock.Take(composition.Settings.CatalogPath);
        var unclear = composition.Catalog.Overview.Parts(sequence.Id).FirstOrDefault(part => part.State == PartState.Publishing);
        if (unclear is null)
        {
            composition.Catalog.Sequencing.Forget(sequence.Id);
        }

        return unclear;
    }
}
