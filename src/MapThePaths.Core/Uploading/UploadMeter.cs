using MapThePaths.Core.Model;

namespace MapThePaths.Core.Uploading;

/// <summary>Adds up what parallel uploads have sent and reports it, not more often than eyes can follow. Thread safe.</summary>
internal sealed class UploadMeter
{
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(100);

    private readonly string _destination;
    private readonly IProgress<FlowEvent> _progress;
    private readonly TimeProvider _time;
    private readonly Lock _gate = new();
    private int _photos;
    private int _photosSent;
    private long _bytes;
    private long _bytesSent;
    private long _reportedAt;
    private int _underWay;

    public UploadMeter(string destination, IProgress<FlowEvent> progress, TimeProvider time)
    {
        _destination = destination;
        _progress = progress;
        _time = time;
    }

    public void Expect(int photos, long bytes)
    {
        lock (_gate)
        {
            _photos += photos;
            _bytes += bytes;
        }
    }

    /// <summary>Counts one photo on its way. Its bytes are taken back if it does not arrive.</summary>
    public PhotoMeter Begin(long bytes, long expectedBytes)
    {
        lock (_gate)
        {
            _bytes += bytes - expectedBytes;
            _underWay++;
        }

        return new PhotoMeter(this, bytes);
    }

    public void Report()
    {
        UploadProgress progress;
        lock (_gate)
        {
            _reportedAt = _time.GetTimestamp();
            progress = new UploadProgress(_destination, _photosSent, _photos, _bytesSent, _bytes) { Parallel = _underWay };
        }

        _progress.Report(progress);
    }

    private void Add(long bytes, int photos, int ended = 0)
    {
        bool due;
        lock (_gate)
        {
            _bytesSent += bytes;
            _photosSent += photos;
            _underWay -= ended;
            due = _time.GetElapsedTime(_reportedAt) >= Pace;
        }

        if (due)
        {
            Report();
        }
    }

    /// <summary>One photo's share.</summary>
    public sealed class PhotoMeter
    {
        private readonly UploadMeter _meter;
        private readonly long _bytes;
        private long _counted;

        internal PhotoMeter(UploadMeter meter, long bytes)
        {
            _meter = meter;
            _bytes = bytes;
        }

        /// <summary>So many bytes of the photo have been handed over by now.</summary>
        public void HandedOver(long bytes) => _meter.Add(bytes - Interlocked.Exchange(ref _counted, bytes), photos: 0);

        public void Arrived() => _meter.Add(_bytes - Interlocked.Exchange(ref _counted, _bytes), photos: 1, ended: 1);

        public void GaveUp() => _meter.Add(-Interlocked.Exchange(ref _counted, 0), photos: 0, ended: 1);
    }
}
