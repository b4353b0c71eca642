using System.CommandLine;
using MapThePaths.App.Cli.Lines;
using MapThePaths.Core.Catalog;
using MapThePaths.Core.Model;

namespace MapThePaths.App.Cli;

/// <summary><c>mtpdu delete ID</c>: forgets a sequence here. Touches no photo and nothing online.</summary>
internal static class DeleteVerb
{
    public static Command Create()
    {
        var id = VerbOptions.Id();
        var command = new Command("delete", "Forgets a sequence here. Touches no photo and nothing online; what was published is still never sent again.") { id };
        command.SetVerb((parsed, context, _) => Task.FromResult(Run(context.FindSequence(parsed.GetRequiredValue(id)), context)));
        return command;
    }

    private static int Run(Sequence sequence, VerbContext context)
    {
        var parts = context.Composition.Catalog.Overview.Parts(sequence.Id);
        var copies = Copies(sequence, context.Composition);
        if (Forgetting.Forget(sequence, context.Composition) is { } unclear)
        {
            var refusal = $"'{sequence.Name}' is kept: it is not known whether part {unclear.Number} was published at {unclear.Destination}, and only the sequence can tell. {NextSteps.For(unclear, context.Now)}";
            context.Output.Complain(refusal);
            context.Output.Line(new FailureSummary(ExitCode.RefusedByRule, refusal));
            return ExitCode.RefusedByRule;
        }

        Tell(sequence, parts, copies, context);
        context.Output.Line(new CountSummary(1, ExitCode.Done));
        return ExitCode.Done;
    }

    // Where copies of its photos lie that were made when they were dropped on the page; null when there are none.
    private static string? Copies(Sequence sequence, Composition composition)
    {
        var dropped = Path.Combine(composition.Settings.Home, "dropped");
        return composition.Catalog.Importing.Files(sequence.Id).Any(file => file.Path.StartsWith(dropped, StringComparison.Ordinal)) ? dropped : null;
    }

    private static void Tell(Sequence sequence, IReadOnlyList<PartStatus> parts, string? copies, VerbContext context)
    {
        var output = context.Output;
        output.Say($"Sequence {sequence.Id} '{sequence.Name}' is forgotten. Its photos lie where they were, and nothing online has changed.");
        if (copies is not null)
        {
            output.Say($"Copies of photos that were dropped on the page stay in {copies}; what no other sequence uses can be removed there.");
        }

        foreach (var destination in parts.Where(part => part.PublishedAt is not null).GroupBy(part => part.Destination))
        {
            output.Say($"What {destination.Key} has of it ({Wording.Count(destination.Sum(part => part.Sent), "photo")}) stays known here and is not sent again.");
        }

        foreach (var part in parts.Where(part => part.State == PartState.Processing))
        {
            output.Say(context.Composition.Catalog.Overview.SequenceOf(part.Id) is { } heir
                ? $"Part {part.Number} at {part.Destination} goes on with sequence {heir}, which has photos of it."
                : $"Whether the images of part {part.Number} at {part.Destination} become visible is not followed any more, unless you import its photos again.");
        }
    }
}
