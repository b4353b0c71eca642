using MapThePaths.Core.Model;

namespace MapThePaths.App.Web.Edits;

/// <summary>What a doctor would mend.</summary>
/// <param name="Kind">A reason's code.</param>
/// <param name="Text">What was seen, and what would come of it.</param>
/// <param name="Edit">That would mend it.</param>
internal sealed record ProposalView(string Kind, string Text, EditRequest? Edit)
{
    public static ProposalView Of(Proposal proposal) => new(
        proposal.Reason.Code,
        $"{proposal.Evidence} {proposal.MatchingBefore:N0} of {Wording.Count(proposal.Photos, "photo")} match now, {proposal.MatchingAfter:N0} would.{StepsOf(proposal)}",
        WishFor(proposal));

    private static EditRequest? WishFor(Proposal proposal)
    {
        var wishes = proposal.Edits.Select(EditRequest.Of).OfType<EditRequest>().ToList();
        return wishes.Count < proposal.Edits.Count ? null : proposal is { UndoFirst: 0, Edits.Count: 1 } ? wishes[0] : new InsteadWish(proposal.UndoFirst, wishes);
    }

    private static string StepsOf(Proposal proposal) => proposal.UndoFirst > 0
        ? $" That takes the last {(proposal.UndoFirst == 1 ? "edit" : Wording.Count(proposal.UndoFirst, "edit"))} back and makes these instead: {string.Join("; ", proposal.Edits.Select(edit => edit.Text))}."
        : "";
}
