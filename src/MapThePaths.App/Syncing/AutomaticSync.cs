using System.Threading.Channels;
using MapThePaths.Core.Catalog;
using MapThePaths.Core.Destinations;
using MapThePaths.Core.Model;
using MapThePaths.Core.Syncing;

namespace MapThePaths.App.Syncing;

/// <summary>
/// Syncing that starts by itself, beside whatever looks at Mapillary: as soon as a sequence is seen there, if Map the Paths Web is set up
/// and the user agreed. Its trouble is told and is no failure of the looking.
/// </summary>
/// <param name="words">Makes words for the user of a failure.</param>
internal sealed class AutomaticSync(Composition composition, long? sequenceId, Func<DestinationException, string> words)
{
    private string? _said;

    /// <summary>Follows the images, and tells what can be told each time one has been seen.</summary>
    /// <param name="untilDone">Until all are visible or missing; otherwise one look.</param>
    /// <returns>What could not be asked, where one look is enough.</returns>
    public async Task<IReadOnlyList<DestinationException>> FollowAsync(bool untilDone, IProgress<FlowEvent> progress, CancellationToken cancellationToken)
    {
        // One signal waiting is enough: it stands for everything seen until it is taken.
        var seen = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
        seen.Writer.TryWrite(true);
        using var run = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var following = FollowAsync();
        await Task.WhenAll(following, SyncAsync());
        return await following;

        async Task<IReadOnlyList<DestinationException>> FollowAsync()
        {
            try
            {
                return await composition.Flow.FollowAsync(composition.DestinationAsync, sequenceId, untilDone, new Listening(progress, Hear), run.Token);
            }
            finally
            {
                seen.Writer.Complete();
            }
        }

        async Task SyncAsync()
        {
            try
            {
                await foreach (var _ in seen.Reader.ReadAllAsync(run.Token))
                {
                    await RunAsync(progress, run.Token);
                }
            }
            catch
            {
                await run.CancelAsync();
                throw;
            }
        }

        void Hear(FlowEvent value)
        {
            if (value is Looked { Visible: > 0 })
            {
                seen.Writer.TryWrite(true);
            }
        }
    }

    private async Task RunAsync(IProgress<FlowEvent> progress, CancellationToken cancellationToken)
    {
        if (composition.EntryServer is not { } server)
        {
            return;
        }

        try
        {
            if (await new SyncRun(composition, server, new SyncTerms(sequenceId), account: null).RunAsync(progress, cancellationToken) is { } failure)
            {
                Say(words(failure), progress);
            }
        }
        catch (Exception failure) when (failure is UserMistakeException or CatalogException)
        {
            // Several accounts there, or another run that is at work: 'sync' goes on later.
            Say(failure.Message, progress);
        }
    }

    private void Say(string message, IProgress<FlowEvent> progress)
    {
        if (_said != message)
        {
            _said = message;
            progress.Report(new SyncStopped(message));
        }
    }
}
