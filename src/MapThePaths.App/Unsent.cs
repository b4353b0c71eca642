using MapThePaths.Core.Model;

namespace MapThePaths.App;

/// <summary>Files of a sequence that no destination has, those that are left out among them.</summary>
internal static class Unsent
{
    public static int Count(Sequence sequence, Composition composition)
    {
        var given = composition.Catalog.Overview.LifeLines(sequence.Id)
            .Where(line => line.State is PhotoState.Sent or PhotoState.Published or PhotoState.Visible or PhotoState.Missing)
            .Select(line => line.Path)
            .ToHashSet(StringComparer.Ordinal);
        return composition.Flow.Arrange(sequence).FileCount - given.Count;
    }
}
