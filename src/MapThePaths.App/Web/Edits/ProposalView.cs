using MapThePaths.Core.Model;

namespace MapThePaths.App.Web.Edits;

/// <summary>What a doctor would mend.</summary>
/// <param name="Kind">A reason's code.</param>
/// <param name="Text">What was seen, and what would come of it.</param>
/// <param name="Edit">That would mend it; absent where earlier edits have to be undone first, which the text says.</param>
internal sealed record ProposalView(string Kind, string Text, EditRequest? Edit)
{
    public static ProposalView Of(Proposal proposal) => new(
        proposal.Reason.Code,
        $"{proposal.Evidence} {proposal.MatchingBefore:N0} of {Wording.Count(proposal.Photos, "photo")} match now, {proposal.MatchingAfter:N0} would.{StepsOf(proposal)}",
        proposal is { UndoFirst: 0, Edits: [var only] } ? EditRequest.Of(only) : null);

    private static string StepsOf(Proposal proposal) => proposal.UndoFirst > 0
        ? $" Undo the last {Wording.Count(proposal.UndoFirst, "edit")}, then make these: {string.Join("; ", proposal.Edits.Select(edit => edit.Text))}."
        : "";
}
