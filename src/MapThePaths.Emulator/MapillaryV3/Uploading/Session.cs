using MapThePaths.Emulator.MapillaryV3.Pictures;
using MapThePaths.Emulator.State;

namespace MapThePaths.Emulator.MapillaryV3.Uploading;

/// <summary>One photo's bytes in a session; the later one of a name takes the earlier one's place.</summary>
internal sealed record SessionPhoto(string Name, string File, long Bytes, int Times);

/// <summary>
/// One upload session (§6): open, then published and out of reach, and perhaps back again as a failed one. Bytes that arrive later are
/// kept, since the bucket knows nothing of sessions, but belong to no sequence.
/// </summary>
internal sealed class Session(SessionOpened opened, string userKey)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, SessionPhoto> _photos = new(StringComparer.Ordinal);

    public SessionOpened Opened => opened;

    public string Key => opened.Key;

    /// <summary>Ends in a slash (§6.1).</summary>
    public string KeyPrefix { get; } = $"uploads/images/{userKey}/{opened.Key}/";

    public bool IsLost { get; private set; }

    /// <summary>Null while it is open.</summary>
    public Publication? Publication { get; private set; }

    public bool IsOpen => Publication is null && !IsLost;

    public IReadOnlyList<SessionPhoto> Photos
    {
        get
        {
            lock (_gate)
            {
                return [.. _photos.Values];
            }
        }
    }

    /// <summary>Null when it has not failed, or not yet.</summary>
    public string? FailedReason(DateTimeOffset now) => IsLost ? null : Publication?.FailedReason(now);

    public void Take(PhotoTaken photo)
    {
        lock (_gate)
        {
            var times = _photos.TryGetValue(photo.Name, out var earlier) ? earlier.Times : 0;
            _photos[photo.Name] = new SessionPhoto(photo.Name, photo.File, photo.Bytes, times + 1);
        }
    }

    public void Publish(Publication publication) => Publication = publication;

    public void Lose() => IsLost = true;
}
