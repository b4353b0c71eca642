using MapThePaths.Core.Catalog;
using MapThePaths.Core.Destinations;
using MapThePaths.Core.Model;
using MapThePaths.Core.Syncing;

namespace MapThePaths.App.Cli;

/// <summary>One run of syncing, and what is told of it.</summary>
/// <param name="account">Whose token to use at the server; null for the only account.</param>
internal sealed class SyncRun(VerbContext context, string server, SyncTerms terms, string? account)
{
    private readonly HashSet<(string Destination, string? SequenceKey)> _told = [];

    /// <returns>Why it could not go on to its end; null when it did, or there was nothing to do.</returns>
    public async Task<DestinationException?> RunAsync(IProgress<FlowEvent> progress, CancellationToken cancellationToken)
    {
        var composition = context.Composition;
        if (!composition.Flow.HasToSync(server, Composition.SyncedDestinations, terms))
        {
            return null;
        }

        // Two at a time would make an entry twice.
        using var writer = CatalogLock.Take(composition.Settings.CatalogPath);
        try
        {
            await composition.Flow.SyncAsync(composition.Entries(account), terms, new Listening(progress, Hear), cancellationToken);
            return null;
        }
        catch (DestinationException failure)
        {
            return failure;
        }
    }

    /// <summary>Tells of the entries that nothing happened to, and answers all.</summary>
    public IReadOnlyList<EntryStatus> PrintRest()
    {
        var entries = context.Composition.Catalog.Syncing.Entries(server, Composition.SyncedDestinations, terms.SequenceId);
        foreach (var entry in entries.Where(entry => !_told.Contains((entry.Destination, entry.SequenceKey))))
        {
            EntryReport.Print(entry, context.Output);
        }

        return entries;
    }

    private void Hear(FlowEvent value)
    {
        if (value is EntryChanged { Entry: var entry })
        {
            _told.Add((entry.Destination, entry.SequenceKey));
        }
    }
}
