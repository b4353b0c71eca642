using MapThePaths.Core.Model;

namespace MapThePaths.App;

/// <summary>Files of a sequence that no destination has, those that are left out among them. What is a copy of a photo that is there counts as there.</summary>
internal static class Unsent
{
    public static int Count(Sequence sequence, Composition composition)
    {
        var given = composition.Catalog.Overview.LifeLines(sequence.Id)
            .Where(line => line.IsThere)
            .Select(line => line.Path)
            .ToHashSet(StringComparer.Ordinal);
        var arranged = composition.Flow.Arrange(sequence);
        return arranged.FileCount - given.Count - arranged.LeftOut.Count(left => left.Twin is { } twin && given.Contains(twin));
    }
}
