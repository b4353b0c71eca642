using MapThePaths.Core.Catalog;

namespace MapThePaths.Core.Uploading;

/// <summary>A part on its way and how many of its photos are still to come.</summary>
internal sealed class PartTally(PartToSend part, string session, int photos)
{
    private int _left = photos;
    private volatile bool _hasFailures;
    private volatile bool _hasLostSession;

    public PartToSend Part { get; } = part;

    public string Session { get; } = session;

    public bool HasFailures
    {
        get => _hasFailures;
        set => _hasFailures = value;
    }

    /// <summary>Then none of its photos need be begun any more in this run.</summary>
    public bool HasLostSession
    {
        get => _hasLostSession;
        set => _hasLostSession = value;
    }

    /// <summary>True for the last one.</summary>
    public bool OneLess() => Interlocked.Decrement(ref _left) == 0;
}
