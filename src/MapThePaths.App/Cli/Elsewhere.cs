using MapThePaths.Core.Model;

namespace MapThePaths.App.Cli;

/// <summary>Tells of a sequence's photos that were sent with other sequences: they are known by their content, whatever they stand in.</summary>
internal static class Elsewhere
{
    /// <summary>One sentence for each such sequence and destination.</summary>
    /// <param name="verb">Which asks about the other sequence.</param>
    /// <returns>Whether there was anything to tell.</returns>
    public static bool Print(Sequence sequence, string verb, VerbContext context)
    {
        var others = context.Composition.Catalog.Overview.LifeLines(sequence.Id)
            .Where(line => line.SequenceId is { } id && id != sequence.Id && line.State is PhotoState.Sent or PhotoState.Published or PhotoState.Visible or PhotoState.Missing)
            .GroupBy(line => (line.SequenceId, line.Destination))
            .ToList();
        foreach (var other in others)
        {
            context.Output.Say(
                $"{Wording.Count(other.Count(), "photo")} of '{sequence.Name}' went to {other.Key.Destination} with sequence {other.Key.SequenceId}: 'mtpdu {verb} {other.Key.SequenceId}' tells more.");
        }

        return others.Count > 0;
    }
}
