using System.Runtime.CompilerServices;

namespace MapThePaths.App.Web.Runs;

/// <summary>
/// What a run has told, the last of each key, for listeners who come and go. Each gets all of it first, then what is new; one who is slow
/// misses what was overtaken, and nothing else. Thread safe.
/// </summary>
internal sealed class RunLog
{
    private readonly Lock _gate = new();
    private readonly LinkedList<Entry> _entries = [];
    private readonly Dictionary<string, LinkedListNode<Entry>> _byKey = new(StringComparer.Ordinal);
    private TaskCompletionSource _news = NewSignal();
    private long _number;
    private bool _isOver;

    /// <summary>Nothing is taken after the end.</summary>
    public void Add(RunEvent said)
    {
        TaskCompletionSource news;
        lock (_gate)
        {
            if (_isOver)
            {
                return;
            }

            if (_byKey.Remove(said.Key, out var overtaken))
            {
                _entries.Remove(overtaken);
            }

            _byKey.Add(said.Key, _entries.AddLast(new Entry(++_number, said)));
            _isOver = said is RunEnd;
            news = _news;
            _news = NewSignal();
        }

        news.SetResult();
    }

    /// <summary>All that counts, then what is told from now on, until the end.</summary>
    public async IAsyncEnumerable<RunEvent> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var seen = 0L;
        while (true)
        {
            var (entries, news) = Since(seen);
            foreach (var entry in entries)
            {
                yield return entry.Said;
                seen = entry.Number;
                if (entry.Said is RunEnd)
                {
                    yield break;
                }
            }

            await news.WaitAsync(cancellationToken);
        }
    }

    private (List<Entry> Entries, Task News) Since(long number)
    {
        lock (_gate)
        {
            List<Entry> entries = [];
            for (var node = _entries.Last; node is not null && node.Value.Number > number; node = node.Previous)
            {
                entries.Add(node.Value);
            }

            entries.Reverse();
            return (entries, _news.Task);
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private readonly record struct Entry(long Number, RunEvent Said);
}
