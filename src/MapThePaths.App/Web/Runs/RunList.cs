using System.Collections.Concurrent;

namespace MapThePaths.App.Web.Runs;

/// <summary>
/// The work that was begun from the page, each with a composition of its own. It does not end with the browser; when the program ends it
/// stops, and the flow goes on from the catalog another time. Thread safe.
/// </summary>
internal sealed class RunList(Composition composition) : IAsyncDisposable
{
    private const int MostEnded = 50;
    private static readonly TimeSpan LongestFarewell = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<string, (PageRun Run, Task Work)> _runs = new(StringComparer.Ordinal);

    // Only one run at a time sends from a catalog.
    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>The newest first.</summary>
    public IReadOnlyList<RunView> All => [.. _runs.Values.Select(entry => entry.Run.View()).OrderByDescending(view => view.StartedAt)];

    public PageRun Find(string id) => _runs.TryGetValue(id, out var entry)
        ? entry.Run
        : throw new NotThereException("This work is not known: it ended long ago, or the program was started anew. What it did is in the catalog.");

    /// <summary>Begins work, and answers at once.</summary>
    public RunStarted Start(RunKind kind, long? sequence, Func<PageRun, Composition, CancellationToken, Task<RunOutcome>> work, SendRequest? sending = null)
    {
        var run = new PageRun(kind, sequence, composition.Time.GetUtcNow()) { Sending = sending };
        ForgetOldest();
        _runs[run.Id] = (run, Task.Run(() => run.DoAsync(async (self, cancellationToken) =>
        {
            await using var own = composition.Another();
            return await work(self, own, cancellationToken);
        })));
        return new RunStarted(run.Id);
    }

    /// <summary>The same for work that sends: it waits until no other does.</summary>
    public RunStarted StartSending(
        RunKind kind, long? sequence, Func<PageRun, Composition, CancellationToken, Task<RunOutcome>> work, SendRequest? sending = null)
    {
        return Start(kind, sequence, InTurnAsync, sending);

        async Task<RunOutcome> InTurnAsync(PageRun run, Composition own, CancellationToken cancellationToken)
        {
            if (_turn.CurrentCount == 0)
            {
                run.Say("Something else is being sent; this begins when that has ended.");
            }

            await _turn.WaitAsync(cancellationToken);
            try
            {
                return await work(run, own, cancellationToken);
            }
            finally
            {
                _turn.Release();
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var (run, _) in _runs.Values)
        {
            run.Cancel();
        }

        // Work that hears late dies with the process, which the flow survives.
        var all = Task.WhenAll(_runs.Values.Select(entry => entry.Work));
        if (await Task.WhenAny(all, Task.Delay(LongestFarewell, CancellationToken.None)) == all)
        {
            _turn.Dispose();
        }
    }

    private void ForgetOldest()
    {
        foreach (var (run, _) in _runs.Values.Where(entry => entry.Run.IsOver).OrderByDescending(entry => entry.Run.View().StartedAt).Skip(MostEnded).ToList())
        {
            _runs.TryRemove(run.Id, out _);
            run.Dispose();
        }
    }
}
