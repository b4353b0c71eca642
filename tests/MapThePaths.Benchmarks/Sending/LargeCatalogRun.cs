using System.Diagnostics;
using MapThePaths.Core.Catalog;
using MapThePaths.Core.Destinations;
using MapThePaths.Core.Geo;
using MapThePaths.Core.Model;
using MapThePaths.Core.Sequencing;
using MapThePaths.Tests.Fixtures;
using NodaTime;

namespace MapThePaths.Benchmarks.Sending;

/// <summary>Fills a catalog with sequences of 1,000 published photos each, and asks it what people ask. The photos themselves are not there.</summary>
internal static class LargeCatalogRun
{
    private const int PhotosEach = 1_000;
    private const string Destination = "mapillary";
    private static readonly Account Sender = new("1", "practice");
    private static readonly Instant Begin = Instant.FromUtc(2023, 5, 10, 10, 0);

    public static int Start(int count)
    {
        using var home = new TemporaryFolder();
        var path = home["catalog.db"];
        var watch = Stopwatch.StartNew();
        using (var catalog = OpenCatalog.Open(path))
        {
            for (var number = 0; number < count / PhotosEach; number++)
            {
                Publish(Import(number, catalog), catalog);
            }
        }

        Console.WriteLine($"A catalog of {count:N0} photos in {count / PhotosEach:N0} sequences, {new FileInfo(path).Length >> 20} MiB, filled in {watch.Elapsed.TotalSeconds:F0} s.");
        Console.WriteLine();
        AskInside(path, count / PhotosEach / 2);
        AskOutside(home, count / PhotosEach / 2);
        return 0;
    }

    private static (Sequence Sequence, IReadOnlyList<long> Photos) Import(int number, OpenCatalog catalog)
    {
        var files = Enumerable.Range(0, PhotosEach).Select(i => File(number, i)).ToList();
        var photos = catalog.Importing.Store(files);
        var sequence = new Sequence
        {
            Id = 0,
            Uuid = Guid.NewGuid(),
            Name = $"Walk {number}",
            Transport = new TransportType("Earth", "Walk"),
            CreatedAt = Begin,
        };
        var id = catalog.Importing.Create(sequence, [.. files.Zip(photos, (file, photo) => new SequenceFile(file.Path, photo, Reason: null))])!.Value;
        return (sequence with { Id = id }, photos);
    }

    private static ReadFile File(int number, int place)
    {
        var capture = new Capture
        {
            Position = new GeoPoint(47 + (place * 1e-5), number * 1e-3),
            PositionSource = "GPSLatitude",
            TakenAt = Begin + Duration.FromSeconds((number * PhotosEach) + place),
            TimeSource = "GPSTimeStamp",
            Heading = 90,
            HeadingSource = "GPSImgDirection",
            Width = 5760,
            Height = 2880,
            Make = "Maker",
            Model = "Model",
        };
        var content = $"{number:x32}{place:x32}";
        return new ReadFile(
            $"/home/mapper/photos/walk-{number:0000}/IMG_{place:0000}.jpg", 5_000_000, 0, content, content, Guid.NewGuid(), Defect: null, capture);
    }

    private static void Publish((Sequence Sequence, IReadOnlyList<long> Photos) imported, OpenCatalog catalog)
    {
        var description = new string('x', 600);
        var arranged = Arranging.Arrange(imported.Sequence, catalog.Sequencing.Photos(imported.Sequence.Id), []);
        var photos = arranged.Runs.SelectMany(run => run.Photos).Select(photo => new PreparedPhoto(photo.Photo.Id, photo.Photo.Path, photo.TakenAt, photo.Position, photo.Heading, description));
        var part = new PreparedPart(Guid.NewGuid(), Reason.FirstPart, imported.Photos, photos);
        catalog.Preparing.Store(new PreparedSequence(imported.Sequence.Id, Destination, Sender, DryRun: false, [part], []), Begin, Begin);
        var stored = catalog.Uploading.Parts(imported.Sequence.Id, Destination, Sender.Id)[0];
        var sent = catalog.Uploading.Begin(stored, new OpenedSession("session"), Begin);
        catalog.Uploading.MarkSent([.. sent.Select(photo => new SentPhoto(photo, "session", "receipt", 5_000_000, Begin))]);
        catalog.Uploading.MarkUploaded(stored.Id);
        catalog.Publishing.MarkIntent(stored.Id, Begin);
        catalog.Publishing.MarkPublished(stored.Id, $"{stored.Id}", Begin);
    }

    private static void AskInside(string path, long sequenceId)
    {
        Console.WriteLine("| asked of the catalog | first time | again |");
        Console.WriteLine("|---|---|---|");
        using var catalog = OpenCatalog.Open(path);
        Time("list: all sequences, their files and parts counted", () => catalog.Overview.Sequences().Count + catalog.Overview.PartCounts().Count);
        Time("show: one sequence, every photo's life line", () => catalog.Sequencing.Photos(sequenceId).Count + catalog.Overview.LifeLines(sequenceId).Count);
        Time("status of one sequence", () => catalog.Overview.Parts(sequenceId).Count);
        Time("status of all sequences: every life line counted", () => catalog.Overview.Parts(sequenceId: null).Count);
        Console.WriteLine();
    }

    private static void Time(string what, Func<int> ask)
    {
        var times = Enumerable.Range(0, 2).Select(_ =>
        {
            var watch = Stopwatch.StartNew();
            ask();
            return $"{watch.Elapsed.TotalMilliseconds:F0} ms";
        });
        Console.WriteLine($"| {what} | {string.Join(" | ", times)} |");
    }

    private static void AskOutside(TemporaryFolder home, long sequenceId)
    {
        var settings = new Dictionary<string, string> { ["MTPDU_HOME"] = home.Path };
        Console.WriteLine("| mtpdu | wall clock | processor time | memory |");
        Console.WriteLine("|---|---|---|---|");
        foreach (var command in new[] { "--version", "list --json", $"show {sequenceId} --json" })
        {
            Console.WriteLine($"| {command} | {UploadRun.Columns(ProgramRun.Mtpdu(command.Split(' '), settings))} |");
        }
    }
}
