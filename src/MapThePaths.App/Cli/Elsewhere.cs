using MapThePaths.Core.Model;

namespace MapThePaths.App.Cli;

/// <summary>Tells of a sequence's photos that are online, though not by this sequence: they are known by their content, whatever they stand in.</summary>
internal static class Elsewhere
{
    /// <summary>One sentence for each other sequence and destination.</summary>
    /// <param name="verb">Which asks about the other sequence.</param>
    /// <param name="destinations">Those that count for it; null for all.</param>
    /// <returns>Whether there was anything to tell.</returns>
    public static bool Print(Sequence sequence, string verb, VerbContext context, IReadOnlyCollection<string>? destinations = null)
    {
        var others = context.Composition.Catalog.Overview.LifeLines(sequence.Id)
            .Where(line => line.IsThere && line.SequenceId != sequence.Id && (destinations?.Contains(line.Destination) ?? true))
            .GroupBy(line => (line.SequenceId, line.Destination))
            .ToList();
        foreach (var other in others)
        {
            context.Output.Say($"{Wording.Count(other.Count(), "photo")} of '{sequence.Name}' " + (other.Key.SequenceId is { } id
                ? $"went to {other.Key.Destination} with sequence {id}: 'mtpdu {verb} {id}' tells more."
                : $"{(other.Count() == 1 ? "was" : "were")} published at {other.Key.Destination} before it came here: 'mtpdu show {sequence.Id}' names the images. They are not looked for from here."));
        }

        return others.Count > 0;
    }
}
