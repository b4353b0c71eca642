using MapThePaths.App.Web.Photos;
using MapThePaths.Core.Model;
using MapThePaths.Core.Sequencing.Edits;

namespace MapThePaths.App.Web.Edits;

/// <summary>What would come of an edit.</summary>
/// <param name="Text">What would be done; absent when the edit cannot be made.</param>
/// <param name="Photos">As they would be; absent likewise.</param>
/// <param name="Refusal">Why it cannot be made.</param>
/// <param name="Proposals">What would work, or work better, in its place.</param>
internal sealed record PreviewView(string? Text, PhotoColumns? Photos, string? Refusal, IReadOnlyList<ProposalView> Proposals)
{
    public static PreviewView Of(Sequence sequence, EditRequest wish, Composition composition)
    {
        try
        {
            IReadOnlyList<Edit> made = [];
            var arranged = composition.Flow.Preview(
                sequence,
                photos => made = wish.Make(photos),
                wish.UndoFirst);
            return new PreviewView(
                TextOf(wish, made),
                PhotoColumns.Of(arranged, composition.Catalog.Pictures.Captures(sequence.Id)),
                Refusal: null,
                [.. arranged.Proposals.Where(proposal => proposal.UndoFirst > 0 && proposal.UndoFirst == made.Count).Select(proposal => InPlace(proposal, wish))]);
        }
        catch (UserMistakeException mistake) when (mistake.Proposal is not null)
        {
            return new PreviewView(Text: null, Photos: null, mistake.Message, [InPlace(mistake.Proposal, wish)]);
        }
    }

    private static string TextOf(EditRequest wish, IReadOnlyList<Edit> made) =>
        $"{string.Join("; ", made.Select(edit => edit.Text))}{(wish.UndoFirst > 0 ? $", instead of the last {(wish.UndoFirst == 1 ? "edit" : Wording.Count(wish.UndoFirst, "edit"))}" : "")}";

    // The wish is not made yet: what it would have taken back, the proposal takes back.
    private static ProposalView InPlace(Proposal proposal, EditRequest wish) => ProposalView.Of(proposal with { UndoFirst = wish.UndoFirst });
}
