using MapThePaths.Core.Model;

namespace MapThePaths.App.Web.Runs;

/// <summary>How fast an upload is, over the last seconds. Thread safe.</summary>
internal sealed class SendingSpeed(TimeProvider time)
{
    private static readonly TimeSpan Span = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(500);

    private readonly Lock _gate = new();
    private readonly Queue<(long At, long Bytes)> _points = new();
    private string? _destination;

    public SendProgress Of(UploadProgress progress)
    {
        var perSecond = PerSecond(progress.Destination, progress.BytesSent);
        return new SendProgress(
            progress.Destination,
            progress.PhotosSent,
            progress.Photos,
            progress.BytesSent,
            progress.Bytes,
            (long)perSecond,
            perSecond >= 1 ? Math.Round(Math.Max(0, progress.Bytes - progress.BytesSent) / perSecond, 1) : null,
            progress.Parallel);
    }

    // Bytes that the destination lost again are no negative speed. At the next destination they begin anew.
    private double PerSecond(string destination, long bytes)
    {
        lock (_gate)
        {
            if (destination != _destination)
            {
                _destination = destination;
                _points.Clear();
            }

            _points.Enqueue((time.GetTimestamp(), bytes));
            while (_points.Count > 2 && time.GetElapsedTime(_points.Peek().At) > Span)
            {
                _points.Dequeue();
            }

            var (at, before) = _points.Peek();
            var seconds = time.GetElapsedTime(at);
            return seconds < Shortest ? 0 : Math.Max(0, bytes - before) / seconds.TotalSeconds;
        }
    }
}
