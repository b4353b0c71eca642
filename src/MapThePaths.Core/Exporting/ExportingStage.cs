using MapThePaths.Core.Catalog;
using MapThePaths.Core.Model;
using MapThePaths.Imagery;
using MapThePaths.Imagery.Gpx;

namespace MapThePaths.Core.Exporting;

/// <summary>
/// Writes what would be sent of a sequence into a folder: copies of its photos with their new headers, and documents about it. Originals are only
/// read, the catalog is not changed. May be stopped, killed and repeated: copies that are there already stay, and what was half written goes.
/// </summary>
public sealed class ExportingStage
{
    // Each copy waits for the disk to have it.
    private const int CopiesAtOnce = 4;

    // The one with the sequence's id comes first: by it a later run knows that the folder is its own.
    private static readonly (string Name, Action<Stream, Export> Write)[] Documents =
    [
        (ExportFolder.Document, SequenceDocument.Write),
        (ExportFolder.Track, (file, export) => GpxWriter.Write(file, export.Program, export.Plan.Sequence.Name, export.Plan.Parts.SelectMany(PointsOf))),
        (ExportFolder.PlanMap, GeoDocuments.WritePlan),
        (ExportFolder.ImageTable, ImageIndex.WriteCsv),
        (ExportFolder.ImageMap, GeoDocuments.WriteImages),
    ];

    private readonly OpenCatalog _catalog;

    public ExportingStage(OpenCatalog catalog) => _catalog = catalog;

    /// <param name="folder">Is made if need be; else empty, or with an earlier export of the same sequence.</param>
    /// <param name="program">Name and version, for the documents.</param>
    /// <exception cref="UserMistakeException">The folder holds something else, or cannot be used.</exception>
    public ExportResult Run(Plan plan, string folder, string program, IProgress<FlowEvent> progress, CancellationToken cancellationToken)
    {
        var photos = _catalog.Sequencing.Photos(plan.Sequence.Id);
        RefuseFolderOfOriginals(folder, photos);
        var target = ExportFolder.Open(folder, plan.Sequence.Uuid);
        var export = ExportOf(plan, photos, program);
        try
        {
            target.RemoveScratch(
                Documents.Select(document => document.Name).ToHashSet(StringComparer.Ordinal), export.Names.Values.ToHashSet(StringComparer.Ordinal));
            WriteDocuments(export, target);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return new ExportResult([.. PhotosOf(plan).Select(Waiting)], WhyStopped(failure, target));
        }

        return CopyPhotos(export, target, progress, cancellationToken);
    }

    /// <summary>Writes one of the documents alone.</summary>
    /// <returns>False, and nothing written, when there is none of this name.</returns>
    public bool WriteDocument(Plan plan, string name, string program, Stream stream)
    {
        var (known, write) = Documents.FirstOrDefault(document => document.Name == name);
        if (known is null)
        {
            return false;
        }

        write(stream, ExportOf(plan, _catalog.Sequencing.Photos(plan.Sequence.Id), program));
        return true;
    }

    private static void WriteDocuments(Export export, ExportFolder folder)
    {
        foreach (var (name, write) in Documents)
        {
            folder.Write(name, file => write(file, export));
        }
    }

    private Export ExportOf(Plan plan, IReadOnlyList<Photo> photos, string program) => new(
        plan,
        photos.ToDictionary(photo => photo.Id),
        CopyNames.For([.. photos.Select(photo => photo.Path)]),
        _catalog.Overview.LifeLines(plan.Sequence.Id).ToLookup(line => line.Path, StringComparer.Ordinal),
        _catalog.Exporting.RemoteSequences(plan.Sequence.Id),
        program);

    private static IEnumerable<TrackPoint> PointsOf(PlannedPart part) => part.Photos.Select(photo => new TrackPoint(
        new Position(photo.Position.Latitude, photo.Position.Longitude), photo.Altitude, photo.TakenAt.ToDateTimeUtc(), part.Place));

    private ExportResult CopyPhotos(Export export, ExportFolder folder, IProgress<FlowEvent> progress, CancellationToken cancellationToken)
    {
        var files = _catalog.Exporting.Files(export.Plan.Sequence.Id);
        ArrangedPhoto[] photos = [.. PhotosOf(export.Plan)];
        var copies = new PhotoExport?[photos.Length];
        string? stopped = null;
        var done = 0;
        Parallel.For(0, photos.Length, new ParallelOptions { MaxDegreeOfParallelism = CopiesAtOnce, CancellationToken = cancellationToken }, (i, state) =>
        {
            var target = folder.Copy(export.NameOf(photos[i].Photo.Path));
            try
            {
                copies[i] = files.TryGetValue(photos[i].Photo.Id, out var file)
                    ? new Copying(export.Plan.Sequence, photos[i], file, target).Run(cancellationToken)
                    : Changed(photos[i], target);
                progress.Report(new FilesRead(Interlocked.Increment(ref done), photos.Length));
            }
            catch (IOException full) when (ExportFolder.IsFull(full))
            {
                stopped = WhyStopped(full, folder);
                state.Stop();
            }
        });
        return new ExportResult([.. copies.Select((copy, i) => copy ?? Waiting(photos[i]))], stopped)
        {
            Leftovers = [.. Leftovers(export, folder, photos)],
        };
    }

    private static IEnumerable<ArrangedPhoto> PhotosOf(Plan plan) => plan.Parts.SelectMany(part => part.Photos);

    // Its path holds another picture by now, which was imported too.
    private static PhotoExport Changed(ArrangedPhoto photo, string target) =>
        new(photo.Photo.Path, target, CopyState.Failed) { Reason = Reason.ChangedSinceImport };

    private static PhotoExport Waiting(ArrangedPhoto photo) => new(photo.Photo.Path, "", CopyState.Waiting);

    // Copies of photos that were edited out since, or anything else: nobody deletes them but the user, who may be about to pass the folder on.
    private static IEnumerable<string> Leftovers(Export export, ExportFolder folder, ArrangedPhoto[] photos)
    {
        var wanted = photos.Select(photo => folder.Copy(export.NameOf(photo.Photo.Path))).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return folder.Copies().Where(file => !wanted.Contains(file)).Order(StringComparer.Ordinal);
    }

    private static void RefuseFolderOfOriginals(string folder, IReadOnlyList<Photo> photos)
    {
        var path = Path.GetFullPath(folder) + Path.DirectorySeparatorChar;
        if (photos.FirstOrDefault(photo => photo.Path.StartsWith(path, StringComparison.OrdinalIgnoreCase)) is { } original)
        {
            throw new UserMistakeException($"{original.Path} is one of the originals and lies in {folder}. Choose another folder; originals are never touched.");
        }
    }

    private static string WhyStopped(Exception failure, ExportFolder folder) => ExportFolder.IsFull(failure)
        ? $"The disk of {folder.At("")} is full. What is there is whole; make room, and the same command goes on."
        : $"{folder.At("")} cannot be written to: {failure.Message} The same command goes on once it can.";
}
