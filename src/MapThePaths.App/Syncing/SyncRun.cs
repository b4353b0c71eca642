using MapThePaths.App.Services;
using MapThePaths.Core.Catalog;
using MapThePaths.Core.Destinations;
using MapThePaths.Core.Model;
using MapThePaths.Core.Syncing;

namespace MapThePaths.App.Syncing;

/// <summary>One run of syncing, and what is told of it.</summary>
/// <param name="account">Whose token to use at the server; null for the only account.</param>
internal sealed class SyncRun(Composition composition, string server, SyncTerms terms, string? account)
{
    private readonly HashSet<(string Destination, string? SequenceKey)> _told = [];

    /// <summary>How all entries that are meant stand now.</summary>
    public IReadOnlyList<EntryStatus> Entries => composition.Catalog.Syncing.Entries(server, ServiceList.SyncedDestinations(composition.Settings), terms.SequenceId);

    /// <summary>Those of them that nothing happened to.</summary>
    public IEnumerable<EntryStatus> Untold => Entries.Where(entry => !_told.Contains((entry.Destination, entry.SequenceKey)));

    /// <summary>Whether an entry waits for a destination to show its sequence.</summary>
    public bool HasToLook => Entries.Any(entry => entry.Needs == EntryNeed.SequenceKey);

    /// <returns>Why a destination could not be asked for its sequences; null when all went well.</returns>
    public async Task<DestinationException?> LookAsync(IProgress<FlowEvent> progress, CancellationToken cancellationToken)
    {
        try
        {
            await composition.Flow.FollowAsync(composition.DestinationAsync, terms.SequenceId, untilDone: false, progress, cancellationToken);
            return null;
        }
        catch (DestinationException failure)
        {
            return failure;
        }
    }

    /// <returns>Why it could not go on to its end; null when it did, or there was nothing to do.</returns>
    public async Task<DestinationException?> RunAsync(IProgress<FlowEvent> progress, CancellationToken cancellationToken)
    {
        if (!composition.Flow.HasToSync(server, ServiceList.SyncedDestinations(composition.Settings), terms))
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

    private void Hear(FlowEvent value)
    {
        if (value is EntryChanged { Entry: var entry })
        {
            _told.Add((entry.Destination, entry.SequenceKey));
        }
    }
}
