using MapThePaths.Core.Catalog;
using MapThePaths.Core.Model;

namespace MapThePaths.Core.Importing;

/// <summary>Turns files into photos of a sequence, each file accounted for.</summary>
public sealed class ImportingStage
{
    private const int FilesAtOnce = 256;

    private readonly OpenCatalog _catalog;
    private readonly TimeProvider _time;

    public ImportingStage(OpenCatalog catalog, TimeProvider time)
    {
        _catalog = catalog;
        _time = time;
    }

    /// <summary>
    /// Reads what is new, and makes the sequence or goes on with it. May be stopped and repeated: photos are recognised by their content,
    /// files that did not change are not read again.
    /// </summary>
    /// <exception cref="UserMistakeException">A wrong path, name or tag; other photos under a taken name; no photos at all.</exception>
    public ImportResult Run(ImportRequest request, IProgress<FlowEvent> progress, CancellationToken cancellationToken)
    {
        SequenceLimits.Check(request.Name, request.Tags ?? []);
        request.Rules.ApplyTo(new SequencingRules());
        List<FoundFile> files = [];
        List<string> passedOver = [];
        var paths = PhotoFiles.Find(request.Paths, folder => files.Add(new FoundFile(folder, PhotoId: null, Reason.Unreadable)), passedOver.Add);
        if (paths.Count + files.Count == 0)
        {
            throw new UserMistakeException($"There are no photos in {string.Join(", ", request.Paths)}. Give a folder with JPEG files.");
        }

        foreach (var some in paths.Chunk(FilesAtOnce))
        {
            files.AddRange(Read(some, cancellationToken));
            progress.Report(new FilesRead(files.Count, paths.Count));
        }

        return Store(request, MarkCopies(files)) with { PassedOver = passedOver };
    }

    /// <summary>Stores that photos of a sequence are at destinations already, so that they are not sent there again. What is known of them here stays.</summary>
    public void NotePublished(IReadOnlyList<PublishedPhoto> photos) =>
        _catalog.Importing.NotePublished(photos, _time.Now());

    private List<FoundFile> Read(string[] paths, CancellationToken cancellationToken)
    {
        var before = _catalog.Importing.FindFiles(paths);
        var known = Array.ConvertAll(paths, path => before.TryGetValue(path, out var file) && IsUnchanged(file) ? file : null);
        var inspections = new Inspection[paths.Length];
        Parallel.For(0, paths.Length, new ParallelOptions { CancellationToken = cancellationToken }, i =>
        {
            if (known[i] is null)
            {
                inspections[i] = Inspecting.Inspect(paths[i], _time);
            }
        });
        var ids = _catalog.Importing.Store([.. inspections.Where(inspection => inspection?.Fingerprint is not null).Select(AsRead)]);
        using var id = ids.GetEnumerator();
        return [.. paths.Select((path, i) =>
            known[i] is { } file ? new FoundFile(path, file.PhotoId, file.WhyLeftOut) : Found(inspections[i], id))];
    }

    private static FoundFile Found(Inspection inspection, IEnumerator<long> ids) => new(
        inspection.Path,
        inspection.Fingerprint is not null && ids.MoveNext() ? ids.Current : null,
        inspection.WhyLeftOut);

    private static bool IsUnchanged(KnownFile known)
    {
        var file = new FileInfo(known.Path);
        return file.Exists && known.Size == file.Length && known.ModifiedAt == FileTime.Of(file);
    }

    private static ReadFile AsRead(Inspection inspection) => new(
        inspection.Path,
        inspection.Size,
        inspection.ModifiedAt,
        inspection.Fingerprint!,
        inspection.Picture!,
        Guid.NewGuid(),
        inspection.Defect,
        inspection.Capture);

    private static List<FoundFile> MarkCopies(List<FoundFile> files)
    {
        Dictionary<long, string> seen = [];
        return [.. files.OrderBy(file => file.Path, StringComparer.Ordinal).Select(file =>
            file.PhotoId is { } photoId && !seen.TryAdd(photoId, file.Path) && file.WhyLeftOut is null
                ? file with { WhyLeftOut = Reason.SameContent, Twin = seen[photoId] }
                : file)];
    }

    private ImportResult Store(ImportRequest request, List<FoundFile> files)
    {
        List<LeftOut> leftOut = [.. files.Where(file => file.WhyLeftOut is not null).Select(file => new LeftOut(file.Path, file.WhyLeftOut!, file.PhotoId) { Twin = file.Twin })];
        if (files.Count(file => file.MayBeUsed) < SequenceLimits.MinPhotos)
        {
            return new ImportResult(Sequence: null, files.Count, leftOut, WasKnown: false);
        }

        // Asked of the catalog in one step: another run may be taking the same name right now.
        var members = files.ConvertAll(file => file.AsMember());
        var created = Describe(NewSequence(request), request);
        if (_catalog.Importing.Create(created, members) is { } id)
        {
            return new ImportResult(created with { Id = id }, files.Count, leftOut, WasKnown: false);
        }

        var known = _catalog.Importing.FindSequence(created.Name)!;
        var before = _catalog.Importing.Files(known.Id);
        members.AddRange(CheckSamePhotos(known, before, members));
        var described = Describe(known, request);
        if (described != known || !before.ToHashSet().SetEquals(members))
        {
            _catalog.Importing.Update(described, members);
        }

        var photos = before.ToDictionary(file => file.Path, file => file.PhotoId, StringComparer.Ordinal);
        return new ImportResult(described, files.Count, leftOut, WasKnown: true)
        {
            Before = known,
            ReadAnew = members.Count(file => photos.TryGetValue(file.Path, out var photo) && photo != file.PhotoId),
        };
    }

    // A file that was mended or changed in its place is still the sequence's, a moved one too; one that came or went is not. Of a broken one
    // nothing can be sent: it may go, or lie whole elsewhere under its name; a folder may have become readable. The original of what is published
    // may have been deleted. Returns those: they stay the sequence's.
    private List<SequenceFile> CheckSamePhotos(Sequence known, IReadOnlyList<SequenceFile> before, IReadOnlyList<SequenceFile> after)
    {
        var gone = NotIn(after, before).ToLookup(file => file.Reason is { IsBrokenFile: true });
        var unread = gone[true].Where(file => file.PhotoId is null).Select(file => file.Path + Path.DirectorySeparatorChar).ToList();
        var came = NotIn(before, after).Select(file => file.Path).Where(path => !unread.Exists(folder => path.StartsWith(folder, StringComparison.Ordinal))).Select(path => Path.GetFileName(path)).ToList();
        gone[true].ToList().ForEach(file => came.Remove(Path.GetFileName(file.Path)));
        var published = gone[false].Any() ? _catalog.Importing.Published(known.Id) : new HashSet<long>();
        var whole = gone[false].ToLookup(file => published.Contains(file.PhotoId ?? 0) && !File.Exists(file.Path));
        if (came.Count > 0 || whole[false].Any())
        {
            throw new UserMistakeException(
                $"There is a sequence named '{known.Name}' already, with other photos (id {known.Id}{Named("new", came)}{Named("gone", [.. whole[false].Select(file => Path.GetFileName(file.Path))])}). "
                + "Give these photos another name; those that are sent already are not sent again.");
        }

        return [.. whole[true]];
    }

    private static IEnumerable<SequenceFile> NotIn(IReadOnlyList<SequenceFile> others, IReadOnlyList<SequenceFile> some)
    {
        var paths = others.Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        var photos = others.Select(file => file.PhotoId).OfType<long>().ToHashSet();
        return some.Where(file => !paths.Contains(file.Path) && !(file.PhotoId is { } photo && photos.Contains(photo)));
    }

    private static string Named(string what, List<string> names) =>
        names.Count == 0 ? "" : $"; {what}: {names.Order(StringComparer.Ordinal).First()}{(names.Count > 1 ? $" and {names.Count - 1:N0} more" : "")}";

    private Sequence NewSequence(ImportRequest request) => new()
    {
        Id = 0,
        Uuid = request.Uuid is { } uuid && !_catalog.Importing.IsTaken(uuid) ? uuid : Guid.NewGuid(),
        Name = request.Name.Trim(),
        Transport = request.Transport,
        CreatedAt = _time.Now(),
    };

    // Equal tags stay the same list: the sequence then equals what it was, and nothing is stored.
    private static Sequence Describe(Sequence sequence, ImportRequest request) => sequence with
    {
        Description = request.Description ?? sequence.Description,
        Tags = request.Tags is { } tags && !tags.SequenceEqual(sequence.Tags, StringComparer.Ordinal) ? tags : sequence.Tags,
        Transport = request.Transport,
        TimeZone = request.TimeZone ?? sequence.TimeZone,
        Rules = request.Rules.ApplyTo(sequence.Rules),
    };

    private sealed record FoundFile(string Path, long? PhotoId, Reason? WhyLeftOut)
    {
        public string? Twin { get; init; }

        /// <summary>As it is, or once a track has given it a position.</summary>
        public bool MayBeUsed => WhyLeftOut is null || WhyLeftOut == Reason.NoPosition || WhyLeftOut == Reason.NullIsland;

        // What a camera did not know may still be mended by an edit, so only what is wrong with the file itself is stored with the sequence.
        public SequenceFile AsMember() => new(
            Path, PhotoId, WhyLeftOut is { } reason && (reason.IsBrokenFile || reason == Reason.SameContent) ? reason : null);
    }
}
