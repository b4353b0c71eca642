using System.CommandLine;
using MapThePaths.Core.Catalog;
using MapThePaths.Core.Model;

namespace MapThePaths.App.Cli;

/// <summary><c>mtpdu status [ID] [--follow]</c>: looks for what was published, and tells where it is.</summary>
internal static class StatusVerb
{
    public static Command Create()
    {
        var id = new Argument<string?>("id") { Description = "The sequence's id or name; all sequences without it.", Arity = ArgumentArity.ZeroOrOne };
        var follow = new Option<bool>("--follow") { Description = "Looks again at growing gaps until every image is visible." };
        var command = new Command("status", "Looks for what was published, and tells where every part is.") { id, follow };
        command.SetVerb((parsed, context, cancellationToken) =>
        {
            long? sequenceId = parsed.GetValue(id) is { } given ? context.FindSequence(given).Id : null;
            return RunAsync(sequenceId, parsed.GetValue(follow), context, cancellationToken);
        });
        return command;
    }

    private static async Task<int> RunAsync(long? sequenceId, bool follow, VerbContext context, CancellationToken cancellationToken)
    {
        if (context.Composition.Catalog.Following.Parts(sequenceId).Count > 0)
        {
            using var writer = CatalogLock.Take(context.Composition.Settings.CatalogPath);
            await new FlowDisplay(context.Composition.Catalog, context.Output).ShowAsync(async progress =>
            {
                await context.Composition.Flow.FollowAsync(context.Composition.DestinationAsync, sequenceId, follow, progress, cancellationToken);
                return 0;
            });
        }

        var parts = context.Composition.Catalog.Overview.Parts(sequenceId);
        foreach (var part in parts)
        {
            Print(part, context.Output);
        }

        if (parts.Count == 0)
        {
            context.Output.Say("Nothing was sent yet. 'mtpdu list' shows the sequences, 'mtpdu send ID' sends one.");
        }

        var code = parts.Any(part => part.State == PartState.Failed || part.Failed > 0) ? ExitCode.PartlyDone : ExitCode.Done;
        context.Output.Line(new StatusSummary(
            parts.Count, parts.Sum(part => part.Photos), parts.Sum(part => part.Sent), parts.Sum(part => part.Visible), parts.Sum(part => part.Missing), code));
        return code;
    }

    private static void Print(PartStatus part, Output output)
    {
        output.Line(PartLine.Of(part));
        output.Say($"sequence {part.SequenceId}, part {part.Number} at {part.Destination}: {part.State.Word()}; {Wording.Count(part.Photos, "photo")}: {part.Sent} sent, {part.Visible} visible, {part.Missing} missing, {part.Failed} failed");
        if (part.Error is { } error)
        {
            output.Say($"  {error}");
        }
    }
}
