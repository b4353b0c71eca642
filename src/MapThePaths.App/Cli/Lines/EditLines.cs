namespace MapThePaths.App.Cli.Lines;

/// <summary>An edit of a sequence, and what it does.</summary>
internal sealed record EditLine(string SequenceId, int Number, string Kind, string Text, int Changed, int LeftOut) : JsonLine
{
    public override string Type => "edit";

    public static EditLine Of(Core.Model.Sequence sequence, Core.Model.AppliedEdit edit) =>
        new(sequence.Id.ToString(), edit.Number, edit.Kind, edit.Text, edit.Changed, edit.LeftOut);
}

internal sealed record EditSummary(IReadOnlyList<string> SequenceIds, int Edits, int Undone, int Photos, int LeftOut, int ExitCode) : JsonLine
{
    public override string Type => "summary";
}
