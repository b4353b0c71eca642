using MapThePaths.App.Cli.Lines;
using MapThePaths.Core.Model;

namespace MapThePaths.App.Cli;

/// <summary>Tells what looks wrong with clocks and compasses, and the commands that would mend it.</summary>
internal static class ProposalReport
{
    public static void Print(IReadOnlyList<Proposal> proposals, string sequence, Output output)
    {
        foreach (var proposal in proposals)
        {
            output.Line(ProposalLine.Of(proposal, sequence));
            output.Say($"Look at this ({proposal.Reason.Code}): {proposal.Evidence}");
            output.Say($"  {proposal.MatchingBefore:N0} of {Wording.Count(proposal.Photos, "photo")} match now, {proposal.MatchingAfter:N0} would match with:");
            output.SayWhole($"  {Wording.Accept(proposal, sequence)}");
        }
    }
}
