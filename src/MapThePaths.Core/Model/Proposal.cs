namespace MapThePaths.Core.Model;

/// <summary>Something that looks wrong with a clock or a compass, and one edit that would mend it. Nothing happens until the user accepts it.</summary>
/// <param name="Evidence">What was seen, in words for people.</param>
/// <param name="Options">Of the verb <c>edit</c>, such as <c>--shift-time -3600</c>.</param>
/// <param name="Photos">How many photos could be judged.</param>
/// <param name="MatchingBefore">How many of them agree as they are.</param>
/// <param name="MatchingAfter">How many of them would agree.</param>
public sealed record Proposal(Reason Reason, string Evidence, string Options, int Photos, int MatchingBefore, int MatchingAfter)
{
    /// <summary>How many edits are to be undone first.</summary>
    public int UndoFirst { get; init; }

    /// <summary>The same as <see cref="Options"/>, to be made in this order.</summary>
    public required IReadOnlyList<SequenceEdit> Edits { get; init; }
}
