using MapThePaths.App.Syncing;
using MapThePaths.App.Web.Runs;
using MapThePaths.Core.Destinations;
using MapThePaths.Core.Syncing;

namespace MapThePaths.App.Web.Syncing;

/// <summary>Tells Map the Paths Web of one sequence.</summary>
internal static class SyncWork
{
    public static async Task<RunOutcome> DoAsync(
        string server, long sequence, SyncRequest request, PageRun run, Composition composition, CancellationToken cancellationToken)
    {
        composition.Tokens.AnyAccountWillDo = true;
        var telling = new FlowTelling(run, composition.Catalog, composition.Time);
        var sync = new SyncRun(composition, server, new SyncTerms(sequence) { TriesRefused = true, CreatesAgain = request.CreateAgain }, request.Account);
        var trouble = sync.HasToLook ? await sync.LookAsync(telling, cancellationToken) : null;
        trouble = await sync.RunAsync(telling, cancellationToken) ?? trouble;
        foreach (var entry in sync.Untold)
        {
            run.Log.Add(EntryView.Of(entry));
        }

        var result = SyncResult.Of(sync.Entries, trouble, isNothingAmiss: false);
        return new RunOutcome(result.ExitCode, MessageFor(result, trouble), result);
    }

    private static string? MessageFor(SyncResult result, DestinationException? trouble) => trouble?.OnPage() ?? result switch
    {
        { Entries: 0 } => "There is nothing of it to tell: nothing is published yet, or only at Mapillary's live API, whose sequences Map the Paths Web cannot take yet.",
        { Synced: var synced, Entries: var all } when synced == all => "Map the Paths Web lists all of it.",
        _ => null,
    };
}
