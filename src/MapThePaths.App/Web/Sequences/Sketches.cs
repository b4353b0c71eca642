using System.Collections.Concurrent;
using MapThePaths.Core.Model;

namespace MapThePaths.App.Web.Sequences;

/// <summary>Remembers the sketches of sequences that a list has shown, for as long as nothing about them changes. Thread safe.</summary>
internal sealed class Sketches
{
    // A sketch has some two kilobytes.
    private const int Most = 2_000;

    private readonly ConcurrentDictionary<long, (string Stamp, Sketch Sketch)> _known = new();

    public Sketch Of(Sequence sequence, Composition composition)
    {
        var stamp = $"{composition.Catalog.Sketches.Stamp(sequence.Id)} {sequence.TimeZone} {sequence.Rules}";
        if (_known.TryGetValue(sequence.Id, out var known) && known.Stamp == stamp)
        {
            return known.Sketch;
        }

        if (_known.Count >= Most)
        {
            _known.Clear();
        }

        var sketch = Draw(sequence, composition);
        _known[sequence.Id] = (stamp, sketch);
        return sketch;
    }

    // A sequence with an edit of a newer version keeps no other one from being listed (mtpdu.md §34, vector 18).
    private static Sketch Draw(Sequence sequence, Composition composition)
    {
        try
        {
            return Sketch.Of(composition.Flow.Arrange(sequence));
        }
        catch (UserMistakeException)
        {
            return Sketch.Empty;
        }
    }
}
