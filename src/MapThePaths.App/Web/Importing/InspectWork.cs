using MapThePaths.App.Web.Runs;
using MapThePaths.Core.Importing;
using MapThePaths.Core.Model;
using NodaTime;

namespace MapThePaths.App.Web.Importing;

/// <summary>Tells what would be found in folders, before a name is given. Writes nothing.</summary>
internal static class InspectWork
{
    private const int Often = 50;

    public static RunOutcome Do(IReadOnlyList<string> paths, PageRun run, Composition composition, CancellationToken cancellationToken)
    {
        List<string> passedOver = [];
        List<string> unreadable = [];
        var files = PhotoFiles.Find(paths, unreadable.Add, passedOver.Add);
        if (files.Count + unreadable.Count == 0)
        {
            throw new UserMistakeException($"There are no photos in {string.Join(", ", paths)}. Choose a folder with JPEG files.");
        }

        var findings = new Findings(files.Count);
        unreadable.ForEach(folder => Leave(folder, Reason.Unreadable));
        var read = 0;

        // In order, several at a time, and never more in memory than are being looked at.
        foreach (var inspection in files.AsParallel().AsOrdered().WithCancellation(cancellationToken).Select(file => Inspecting.Inspect(file, composition.Time)))
        {
            findings.Add(inspection);
            if (inspection.WhyLeftOut is { } reason)
            {
                run.Log.Add(new FileLeftOut(inspection.Path, reason.Code));
            }

            if (++read % Often == 0 || read == files.Count)
            {
                run.Log.Add(new FilesProgress(read, files.Count));
            }
        }

        return new RunOutcome(ExitCode.Done, Message: null, findings.ToResult(passedOver));

        void Leave(string path, Reason reason)
        {
            findings.Count(reason);
            run.Log.Add(new FileLeftOut(path, reason.Code));
        }
    }

    private sealed class Findings(int files)
    {
        private readonly Dictionary<string, int> _reasons = new(StringComparer.Ordinal);
        private readonly Dictionary<string, int> _warnings = new(StringComparer.Ordinal);
        private readonly SortedSet<string> _cameras = new(StringComparer.Ordinal);
        private readonly SortedSet<string> _projections = new(StringComparer.Ordinal);
        private Instant? _first;
        private Instant? _last;
        private long _bytes;

        public void Count(Reason reason) => _reasons[reason.Code] = _reasons.GetValueOrDefault(reason.Code) + 1;

        public void Add(Inspection inspection)
        {
            if (inspection.WhyLeftOut is { } reason)
            {
                Count(reason);
            }

            if (inspection.Capture is not { } capture)
            {
                return;
            }

            _bytes += inspection.Size;
            _projections.Add(capture.Projection);
            if (capture.Camera is { } camera)
            {
                _cameras.Add(camera);
            }

            foreach (var warning in capture.Warnings)
            {
                _warnings[warning] = _warnings.GetValueOrDefault(warning) + 1;
            }

            if (capture.TakenAt is { } taken)
            {
                _first = _first is { } first && first < taken ? first : taken;
                _last = _last is { } last && last > taken ? last : taken;
            }
        }

        public InspectOutcome ToResult(List<string> passedOver) => new(
            files,
            _reasons.Values.Sum(),
            _bytes,
            _reasons,
            _warnings,
            _reasons.Keys.Concat(_warnings.Keys).Distinct(StringComparer.Ordinal).Select(Reason.Of).ToDictionary(reason => reason.Code, reason => reason.Meaning, StringComparer.Ordinal),
            passedOver.CountBy(path => Path.GetExtension(path).ToLowerInvariant(), StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal),
            [.. _cameras],
            [.. _projections],
            _first?.ToDateTimeOffset(),
            _last?.ToDateTimeOffset(),
            _warnings.ContainsKey(Reason.TimeZoneUnknown.Code));
    }
}

/// <summary>What was found.</summary>
/// <param name="Photos">Files that were looked at.</param>
/// <param name="Bytes">Of whole JPEGs.</param>
/// <param name="Reasons">How many cannot be used as they are, for which reason.</param>
/// <param name="Warnings">How many have which doubt.</param>
/// <param name="ReasonTexts">Words for both.</param>
/// <param name="PassedOver">Files in the folders that are no JPEGs, counted by their extension.</param>
/// <param name="FirstTakenAt">Of photos whose time has a zone.</param>
/// <param name="NeedsTimeZone">Some times have no zone; for a folder that tells GPS times too it may be derived yet.</param>
internal sealed record InspectOutcome(
    int Photos,
    int LeftOut,
    long Bytes,
    IReadOnlyDictionary<string, int> Reasons,
    IReadOnlyDictionary<string, int> Warnings,
    IReadOnlyDictionary<string, string> ReasonTexts,
    IReadOnlyDictionary<string, int> PassedOver,
    IReadOnlyList<string> Cameras,
    IReadOnlyList<string> Projections,
    DateTimeOffset? FirstTakenAt,
    DateTimeOffset? LastTakenAt,
    bool NeedsTimeZone);
