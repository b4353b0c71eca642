using System.CommandLine;
using MapThePaths.App.Cli.Lines;
using MapThePaths.Core.Model;

namespace MapThePaths.App.Cli;

/// <summary><c>mtpdu edit ID …</c>: adds edits to a sequence, and changes how it is described. <c>undo</c> and <c>redo</c> stand here too.</summary>
internal static class EditVerb
{
    public static Command Create()
    {
        var id = VerbOptions.Id();
        var edits = new EditOptions();
        var description = new DescriptionOptions();
        var command = new Command(
            "edit",
            "Adds edits to a sequence, in the order given; 'undo' takes the last one back. Edits come before cuts; the originals are never changed. Of one command all is done or nothing.") { id };
        edits.AddTo(command);
        description.AddTo(command);
        command.SetVerb((parsed, context, _) =>
        {
            var sequence = context.FindSequence(parsed.GetRequiredValue(id));
            var described = description.Apply(parsed, sequence, context.Composition.Transports);
            if (described is null && !edits.IsGiven(parsed))
            {
                throw new UserMistakeException("There is nothing to edit. 'mtpdu edit --help' lists what can be changed.");
            }

            Change(sequence, photos => edits.Read(parsed, photos), described, context);
            return Task.FromResult(Summarize(described ?? sequence, context));
        });
        return command;
    }

    // All that one command asks for, or nothing of it.
    private static void Change(Sequence sequence, Func<IReadOnlyList<Photo>, IReadOnlyList<Core.Sequencing.Edits.Edit>> make, Sequence? described, VerbContext context)
    {
        foreach (var edit in context.Composition.Flow.Edit(sequence, make, described))
        {
            context.Output.Line(EditLine.Of(sequence, edit));
            context.Output.Say($"Edit {Wording.Edit(edit)}");
        }

        if (described is not null)
        {
            PrintDescription(described, context);
        }
    }

    private static void PrintDescription(Sequence described, VerbContext context)
    {
        context.Output.Line(SequenceLine.Of(described, context.Composition.Flow.Arrange(described).FileCount));
        context.Output.Say($"Sequence {described.Id} is '{described.Name}' ({described.Transport}) now. What was sent before keeps what was written into it.");
        if (described.Rules != new SequencingRules())
        {
            context.Output.Say($"Rules: {string.Join(' ', RuleOptions.Text(described.Rules))}");
        }
    }

    /// <summary>How the sequence is edited now, and what to do next.</summary>
    public static int Summarize(Sequence sequence, VerbContext context)
    {
        var arranged = context.Composition.Flow.Arrange(sequence);
        var undone = context.Composition.Catalog.Editing.Undone(sequence.Id).Count;
        context.Output.Line(new EditSummary([sequence.Id.ToString()], arranged.Edits.Count, undone, arranged.FileCount, arranged.LeftOut.Count, ExitCode.Done));
        context.Output.Say($"'{sequence.Name}' has {Wording.Count(arranged.Edits.Count, "edit")}{(undone > 0 ? $", {undone} undone" : "")}; of {Wording.Count(arranged.FileCount, "photo")}, {arranged.LeftOut.Count:N0} left out.");
        context.Output.Say($"Next: 'mtpdu plan {sequence.Id}' shows what would be sent{(arranged.Edits.Count > 0 ? $"; 'mtpdu undo {sequence.Id}' takes the last edit back" : "")}.");
        return ExitCode.Done;
    }
}
