using MapThePaths.Core.Destinations;

namespace MapThePaths.Tests.Fixtures;

/// <summary>Keeps what it is told about a photo, in order.</summary>
internal sealed class Progress(Action<long>? told = null, Action<UploadWait>? whenWaiting = null) : IUploadWatch
{
    private readonly List<long> _reports = [];
    private readonly List<UploadWait> _waits = [];

    /// <summary>Bytes handed over.</summary>
    public IReadOnlyList<long> Reports => _reports;

    public IReadOnlyList<UploadWait> WaitsTold => _waits;

    public void HandedOver(long bytes)
    {
        _reports.Add(bytes);
        told?.Invoke(bytes);
    }

    public void Waits(UploadWait wait)
    {
        _waits.Add(wait);
        whenWaiting?.Invoke(wait);
    }
}
