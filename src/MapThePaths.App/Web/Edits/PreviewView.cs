using MapThePaths.App.Web.Photos;
using MapThePaths.Core.Model;

namespace MapThePaths.App.Web.Edits;

/// <summary>What would come of an edit.</summary>
/// <param name="Photos">As they would be; absent when the edit cannot be made.</param>
/// <param name="Refusal">Why it cannot be made.</param>
/// <param name="Proposals">What would work, or work better, in its place.</param>
internal sealed record PreviewView(PhotoColumns? Photos, string? Refusal, IReadOnlyList<ProposalView> Proposals)
{
    public static PreviewView Of(Sequence sequence, EditRequest wish, Composition composition)
    {
        try
        {
            var made = 0;
            var arranged = composition.Flow.Preview(
                sequence,
                photos =>
                {
                    var edits = wish.Make(photos);
                    made = edits.Count;
                    return edits;
                },
                wish.UndoFirst);
            return new PreviewView(
                PhotoColumns.Of(arranged, composition.Catalog.Pictures.Captures(sequence.Id)),
                Refusal: null,
                [.. arranged.Proposals.Where(proposal => proposal.UndoFirst > 0 && proposal.UndoFirst == made).Select(proposal => InPlace(proposal, wish))]);
        }
        catch (UserMistakeException mistake) when (mistake.Proposal is not null)
        {
            return new PreviewView(Photos: null, mistake.Message, [InPlace(mistake.Proposal, wish)]);
        }
    }

    // The wish is not made yet: what it would have taken back, the proposal takes back.
    private static ProposalView InPlace(Proposal proposal, EditRequest wish) => ProposalView.Of(proposal with { UndoFirst = wish.UndoFirst });
}
