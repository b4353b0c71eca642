using System.Collections.Concurrent;
using MapThePaths.Emulator.State;

namespace MapThePaths.Emulator.Mapillary.Uploading;

/// <summary>All sessions, by user and key: the same key of two users is two sessions (§5.1).</summary>
internal sealed class UploadSessions : IDisposable
{
    private readonly ConcurrentDictionary<(string AccountId, string Key), UploadSession> _sessions = new();
    private readonly ConcurrentDictionary<string, UploadSession> _byHandle = new(StringComparer.Ordinal);
    private readonly string _folder;
    private readonly long _kept;
    private readonly Journal _journal;
    private readonly TimeProvider _time;

    public UploadSessions(StateFolder folder, Journal journal, TimeProvider time, long keptBytesPerFile)
    {
        _folder = folder.Bytes;
        _kept = keptBytesPerFile;
        _journal = journal;
        _time = time;
        FindFiles();
        foreach (var entry in journal.Past)
        {
            Remember(entry);
        }
    }

    /// <summary>When a handle given now would end.</summary>
    public DateTimeOffset NextExpiry => _time.GetUtcNow() + FileHandle.Lifetime;

    public IEnumerable<UploadSession> All => _sessions.Values;

    public UploadSession? Find(string accountId, string key) => _sessions.GetValueOrDefault((accountId, key));

    public UploadSession? ByHandle(string handle) => _byHandle.GetValueOrDefault(handle);

    public UploadSession Open(string accountId, string key) => _sessions.GetOrAdd((accountId, key), NewSession);

    /// <summary>
    /// The handle of a complete file; the same again whenever it is asked for (§5.4), also when it has ended: what is too old has to be
    /// uploaded anew (§14).
    /// </summary>
    public FileHandle End(UploadSession session, string entityType, bool severalLines)
    {
        if (session.Handle is { } handle)
        {
            return handle;
        }

        var expiresAt = NextExpiry;
        var last = FileHandle.Line(session.Key, entityType, expiresAt);
        var text = severalLines ? string.Join('\n', [.. Earlier(session, entityType), last]) : last;
        Record(new UploadEnded(session.AccountId, session.Key, text, expiresAt));
        return session.Handle!;
    }

    /// <summary>Only whoever has the session's turn may do this.</summary>
    public void Forget(UploadSession session)
    {
        Record(new UploadForgotten(session.AccountId, session.Key));
        session.Forget();
    }

    public void Dispose()
    {
        foreach (var session in _sessions.Values)
        {
            session.Dispose();
        }
    }

    /// <summary>One line at least: an empty last POST for the handle was usual, and had its own (§5.3, older protocol).</summary>
    private List<string> Earlier(UploadSession session, string entityType) =>
        session.Lines.Count > 0 ? session.Lines : [FileHandle.Line(session.Key, entityType, NextExpiry)];

    private UploadSession NewSession((string AccountId, string Key) name)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_folder, name.AccountId));
        return new UploadSession(name.AccountId, name.Key, Path.Combine(folder.FullName, KeyFileName.Of(name.Key)), length: 0, _kept);
    }

    private void FindFiles()
    {
        foreach (var account in Directory.EnumerateDirectories(_folder))
        {
            foreach (var file in new DirectoryInfo(account).EnumerateFiles())
            {
                var session = new UploadSession(Path.GetFileName(account), KeyFileName.Key(file.Name), file.FullName, file.Length, _kept);
                _sessions[(session.AccountId, session.Key)] = session;
            }
        }
    }

    private void Record(JournalEntry entry)
    {
        _journal.Write(entry);
        Remember(entry);
    }

    private void Remember(JournalEntry entry)
    {
        switch (entry)
        {
            case UploadEnded ended:
                var session = Open(ended.AccountId, ended.Key);
                session.Handle = new FileHandle(ended.Handle, ended.ExpiresAt);
                _byHandle[ended.Handle] = session;
                break;
            case UploadForgotten forgotten when Find(forgotten.AccountId, forgotten.Key)?.Handle is { } handle:
                _byHandle.TryRemove(handle.Text, out _);
                Open(forgotten.AccountId, forgotten.Key).Handle = null;
                break;
        }
    }
}
