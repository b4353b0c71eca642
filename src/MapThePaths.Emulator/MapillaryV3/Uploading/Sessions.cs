using System.Collections.Concurrent;
using MapThePaths.Emulator.Faults;
using MapThePaths.Emulator.Identity;
using MapThePaths.Emulator.MapillaryV3.Pictures;
using MapThePaths.Emulator.State;

namespace MapThePaths.Emulator.MapillaryV3.Uploading;

/// <summary>What was wished of a publication, by its caller and by fault rules.</summary>
internal sealed record PublishWish(bool IsDryRun, bool NeverProcessed, bool Fails, int? Split);

/// <summary>All upload sessions of all users, oldest first.</summary>
internal sealed class Sessions
{
    private readonly Lock _gate = new();
    private readonly ConcurrentDictionary<string, Session> _byKey = new(StringComparer.Ordinal);
    private readonly StateFolder _folder;
    private readonly Journal _journal;
    private readonly FaultScript _script;
    private readonly Accounts _accounts;
    private readonly TimeProvider _time;
    private readonly TimeSpan _duration;

    public Sessions(StateFolder folder, Journal journal, FaultScript script, Accounts accounts, TimeProvider time, TimeSpan duration)
    {
        _folder = folder;
        _journal = journal;
        _script = script;
        _accounts = accounts;
        _time = time;
        _duration = duration;
        foreach (var entry in journal.Past)
        {
            Remember(entry);
        }
    }

    public DateTimeOffset Now => _time.GetUtcNow();

    public IEnumerable<Session> All =>
        _byKey.Values.OrderBy(session => session.Opened.CreatedAt).ThenBy(session => session.Key, StringComparer.Ordinal);

    public Session? Find(string key) => _byKey.GetValueOrDefault(key);

    /// <summary>A user's open or failed sessions: all that the API shows (§6.4).</summary>
    public IEnumerable<Session> ShownTo(Account account) => All.Where(session =>
        session.Opened.AccountId == account.Id && (session.IsOpen || session.FailedReason(Now) is not null));

    public Session? Shown(Account account, string key) => ShownTo(account).FirstOrDefault(session => session.Key == key);

    public Session Open(Account account, string? organizationKey, bool isPrivate)
    {
        var opened = new SessionOpened(RandomText.Letters(22), account.Id, Now, organizationKey, isPrivate);
        Record(opened);
        return _byKey[opened.Key];
    }

    /// <summary>Where a photo's bytes go; they count once <see cref="Take"/> has been told.</summary>
    public string NewFile() => Path.Combine(_folder.Objects, RandomText.Hex(32));

    public void Take(Session session, string name, string path, long bytes) =>
        Record(new PhotoTaken(session.Key, name, Path.GetFileName(path), bytes));

    public string PathOf(string file) => Path.Combine(_folder.Objects, file);

    /// <summary>False when the session is not open, so that of two calls one alone publishes it.</summary>
    public bool TryPublish(Session session, PublishWish wish)
    {
        lock (_gate)
        {
            if (!session.IsOpen)
            {
                return false;
            }

            var photos = session.Photos.Select(photo => new PublishedPhoto(photo.Name, photo.File, _script.DropsImage(photo.Name))).ToList();
            Record(new SessionPublished(session.Key, Now, wish.IsDryRun, wish.NeverProcessed, wish.Fails, wish.Split, photos));
            return true;
        }
    }

    /// <summary>A fault rule wants it gone.</summary>
    public void Lose(Session session) => Record(new SessionLost(session.Key));

    private void Record(JournalEntry entry)
    {
        _journal.Write(entry);
        Remember(entry);
    }

    private void Remember(JournalEntry entry)
    {
        switch (entry)
        {
            case SessionOpened opened:
                _byKey[opened.Key] = new Session(opened, _accounts.ById(opened.AccountId)!.Key);
                break;
            case PhotoTaken photo:
                _byKey[photo.SessionKey].Take(photo);
                break;
            case SessionPublished published:
                var session = _byKey[published.SessionKey];
                session.Publish(new Publication(session.Opened, published, PathOf, _duration));
                break;
            case SessionLost lost:
                _byKey[lost.SessionKey].Lose();
                break;
        }
    }
}
