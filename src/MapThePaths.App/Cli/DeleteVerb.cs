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
        var forgotten = Forgetting.Forget(sequence, context.Composition);
        if (forgotten.Unclear is { } unclear)
        {
            var refusal = $"'{sequence.Name}' is kept: it is not known whether part {unclear.Number} was published at {unclear.Destination}, and only the sequence can tell. {NextSteps.For(unclear, context.Now)}";
            context.Output.Complain(refusal);
            context.Output.Line(new FailureSummary(ExitCode.RefusedByRule, refusal));
            return ExitCode.RefusedByRule;
        }

        Tell(sequence, parts, forgotten.Copies, context.Output);
        context.Output.Line(new CountSummary(1, ExitCode.Done));
        return ExitCode.Done;
    }

    private static void Tell(Sequence sequence, IReadOnlyList<PartStatus> parts, int copies, Output output)
    {
        output.Say($"Sequence {sequence.Id} '{sequence.Name}' is forgotten. Its photos lie where they were, and nothing online has changed.");
        if (copies > 0)
        {
            output.Say($"Removed {Wording.Count(copies, "file")} that the page had copied when they were dropped on it: no other sequence needs them.");
        }

        foreach (var destination in parts.Where(part => part.PublishedAt is not null).GroupBy(part => part.Destination))
        {
            output.Say($"What {destination.Key} has of it ({Wording.Count(destination.Sum(part => part.Sent), "photo")}) stays known here and is not sent again.");
        }

        foreach (var part in parts.Where(part => part.State == PartState.Processing))
        {
            output.Say($"Whether the images of part {part.Number} at {part.Destination} become visible is not followed any more, unless you import its photos again.");
        }
    }
}
