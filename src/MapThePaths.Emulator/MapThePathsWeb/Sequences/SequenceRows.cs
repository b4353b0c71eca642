using System.Collections.Concurrent;
using MapThePaths.Emulator.Identity;
using MapThePaths.Emulator.State;

namespace MapThePaths.Emulator.MapThePathsWeb.Sequences;

/// <summary>The tables: sequences, and the Mapillary token of each user. No transactions: what was saved before a crash stays (§3).</summary>
internal sealed class SequenceRows
{
    public const int LongestName = 100;

    private readonly Lock _gate = new();
    private readonly ConcurrentDictionary<string, RowSaved> _rows = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> _mapillaryTokens = new(StringComparer.Ordinal);
    private readonly Journal _journal;

    public SequenceRows(Journal journal)
    {
        _journal = journal;
        foreach (var entry in journal.Past)
        {
            Remember(entry);
        }
    }

    /// <summary>In the order they were made.</summary>
    public IEnumerable<RowSaved> All => _rows.Values.OrderBy(row => row.Number);

    public int NextNumber => _rows.Values.Select(row => row.Number).DefaultIfEmpty().Max() + 1;

    public RowSaved? Find(string id) => _rows.GetValueOrDefault(id);

    public RowSaved? ByKey(string sequenceKey) => _rows.Values.FirstOrDefault(row => row.SequenceKey == sequenceKey);

    public RowSaved Save(RowSaved row)
    {
        Record(row);
        return row;
    }

    /// <summary>A new row, with a number of its own.</summary>
    public RowSaved Add(Account owner, string name, string description, int transportType)
    {
        lock (_gate)
        {
            return Save(new RowSaved(Guid.NewGuid().ToString(), NextNumber, owner.Id, name, description, transportType));
        }
    }

    public void Delete(RowSaved row) => Record(new RowDeleted(row.Id));

    public string? MapillaryTokenOf(Account account) => _mapillaryTokens.GetValueOrDefault(account.Id);

    public void SaveMapillaryToken(Account account, string token) => Record(new MapillaryTokenSaved(account.Id, token));

    private void Record(JournalEntry entry)
    {
        _journal.Write(entry);
        Remember(entry);
    }

    private void Remember(JournalEntry entry)
    {
        switch (entry)
        {
            case RowSaved row:
                _rows[row.Id] = row;
                break;
            case RowDeleted deleted:
                _rows.TryRemove(deleted.Id, out _);
                break;
            case MapillaryTokenSaved saved:
                _mapillaryTokens[saved.AccountId] = saved.Token;
                break;
        }
    }
}
