using System.CommandLine;
using MapThePaths.App.Cli.Lines;
using MapThePaths.Core.Model;

namespace MapThePaths.App.Cli;

/// <summary><c>mtpdu undo ID</c>, and <c>mtpdu redo ID</c>, which is the same backwards.</summary>
internal static class UndoVerb
{
    public static Command Create() => Create(
        "undo", "Takes the last edit of a sequence back.", "Undone", "has no edit to undo", (sequence, context) => context.Composition.Flow.Undo(sequence));

    public static Command CreateRedo() => Create(
        "redo", "Brings the edit back that was undone last.", "Done again", "has no undone edit", (sequence, context) => context.Composition.Flow.Redo(sequence));

    private static Command Create(string name, string description, string done, string nothing, Func<Sequence, VerbContext, AppliedEdit?> step)
    {
        var id = VerbOptions.Id();
        var command = new Command(name, description) { id };
        command.SetVerb((parsed, context, _) =>
        {
            var sequence = context.FindSequence(parsed.GetRequiredValue(id));
            var edit = step(sequence, context) ?? throw new UserMistakeException($"'{sequence.Name}' {nothing}.");
            context.Output.Line(EditLine.Of(sequence, edit));
            context.Output.Say($"{done}: {edit.Text}");
            return Task.FromResult(EditVerb.Summarize(sequence, context));
        });
        return command;
    }
}
