using System.Globalization;
using MapThePaths.Emulator.Faults;
using MapThePaths.Emulator.Identity;
using MapThePaths.Emulator.Mapillary.Uploading;
using MapThePaths.Emulator.State;

namespace MapThePaths.Emulator.Mapillary.Processing;

/// <summary>What fault rules want of a cluster: that it hangs for ever; that its sequences have that many images, null for as many as fit.</summary>
internal sealed record ClusterFate(bool NeverProcessed, int? Split);

/// <summary>Every finish call and what became of it: a cluster, whose images exist once its processing time is over (§8).</summary>
internal sealed class Clusters
{
    private readonly Lock _gate = new();
    private readonly List<FinishCalled> _calls = [];
    private readonly List<Cluster> _clusters = [];
    private readonly Journal _journal;
    private readonly FaultScript _script;
    private readonly ImageProcessing _processing;
    private readonly TimeProvider _time;
    private readonly TimeSpan _duration;

    // Hardly that of an image of an emulator before: who kept its id would take it for the other photo's.
    private long _nextImageId = long.Parse(RandomText.Digits(15), CultureInfo.InvariantCulture);

    public Clusters(Journal journal, FaultScript script, UploadSessions sessions, TimeProvider time, TimeSpan duration)
    {
        _journal = journal;
        _script = script;
        _processing = new ImageProcessing(sessions);
        _time = time;
        _duration = duration;
        foreach (var entry in journal.Past)
        {
            Remember(entry);
        }
    }

    public IReadOnlyList<FinishCalled> Calls
    {
        get
        {
            lock (_gate)
            {
                return [.. _calls];
            }
        }
    }

    public IReadOnlyList<Cluster> All
    {
        get
        {
            lock (_gate)
            {
                return [.. _clusters];
            }
        }
    }

    /// <summary>All images that anybody can see now.</summary>
    public IReadOnlyList<ProcessedImage> Visible
    {
        get
        {
            var now = _time.GetUtcNow();
            return [.. All.Where(cluster => cluster.IsProcessed(now)).SelectMany(cluster => cluster.Images).Where(image => image.IsVisible)];
        }
    }

    public void CountRefused(Account caller, string? fileType, string message)
    {
        lock (_gate)
        {
            Record(new FinishCalled(_time.GetUtcNow(), caller.Id, fileType, ClusterId: null, message));
        }
    }

    public ClusterMade Make(
        Account caller, string fileType, string? organizationId, IReadOnlyList<ClusterImage> images, ClusterFate fate)
    {
        lock (_gate)
        {
            var now = _time.GetUtcNow();
            var kept = images.Select(image => image with { Dropped = _script.DropsImage(image.Entry ?? image.Key) }).ToList();
            var made = new ClusterMade(RandomText.Digits(15), caller.Id, organizationId, now, _nextImageId, fate.NeverProcessed, kept) { Split = fate.Split };
            Record(made);
            Record(new FinishCalled(now, caller.Id, fileType, made.Id, Refusal: null));
            return made;
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
            case FinishCalled called:
                _calls.Add(called);
                break;
            case ClusterMade made:
                _clusters.Add(new Cluster(made, _processing, _duration));
                _nextImageId = made.FirstImageId + made.Images.Count;
                break;
        }
    }
}
