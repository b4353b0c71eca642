using System.Collections.Concurrent;
using MapThePaths.Core.Catalog;

namespace MapThePaths.App.Web.Importing;

/// <summary>What was dropped on the page since it is served. Thread safe.</summary>
internal sealed class Drops
{
    private readonly ConcurrentDictionary<string, bool> _batches = new(StringComparer.Ordinal);

    public void Add(string batch) => _batches[batch] = true;

    /// <summary>Removes the copies that became no sequence: with the page goes what was chosen on it.</summary>
    public void RemoveUnused(string home, OpenCatalog catalog) => DroppedCopies.RemoveUnused(_batches.Keys, home, catalog);
}
