using System.Diagnostics;
using MapThePaths.Core;
using MapThePaths.Core.Catalog;
using MapThePaths.Core.Destinations;
using MapThePaths.Core.Geo;
using MapThePaths.Core.Model;
using MapThePaths.Core.Sequencing;
using MapThePaths.Core.Sequencing.Edits;
using MapThePaths.Tests.Fixtures;
using NodaTime;

namespace MapThePaths.Benchmarks.Sequencing;

/// <summary>Plans one sequence of very many photos out of the catalog, without edits and with several. The photos themselves are not there.</summary>
internal static class PlanningRun
{
    private const int Rounds = 3;
    private const double MetresPerDegree = 111_195;
    private static readonly Instant Begin = Instant.FromUtc(2023, 5, 10, 10, 0);
    private static readonly DestinationRules Rules = new(1_000, 6_000_000_000, new HashSet<string>(StringComparer.Ordinal) { "flat" }, AcceptsAir: false);

    public static int Start(int count)
    {
        using var home = new TemporaryFolder();
        Console.WriteLine("| planned | parts | first time (processor) | again |");
        Console.WriteLine("|---|---|---|---|");
        using (var catalog = OpenCatalog.Open(home["catalog.db"]))
        {
            var sequence = Import(count, catalog);
            var flow = new Flow(catalog, TimeProvider.System);
            Plan($"{count:N0} photos", flow, sequence);
            flow.Edit(sequence, _ => [new ShiftTime(-3600), new TreatOutliers(OutlierMode.Smooth, 90, 150), new TurnHeadings(10), new PrivacyZone(47.01, 8, 200), new TrimEnd(SequenceEnd.End, 100)]);
            Plan("the same with five edits", flow, sequence);
            flow.Edit(sequence, _ => [Track(count)]);
            Plan($"the same and a track of {count:N0} points", flow, sequence);
        }

        var settings = new Dictionary<string, string> { ["MTPDU_HOME"] = home.Path };
        Console.WriteLine();
        Console.WriteLine("| mtpdu | wall clock | processor time | memory |");
        Console.WriteLine("|---|---|---|---|");
        Print("plan, with those six edits", ProgramRun.Mtpdu(["plan", "1", "--json"], settings));
        for (var undo = 0; undo < 6; undo++)
        {
            ProgramRun.Mtpdu(["undo", "1", "--json"], settings);
        }

        Print("plan, without edits", ProgramRun.Mtpdu(["plan", "1", "--json"], settings));
        return 0;
    }

    private static void Print(string what, ProgramRun run) => Console.WriteLine($"| {what} | {Sending.UploadRun.Columns(run)} |");

    private static void Plan(string what, Flow flow, Sequence sequence)
    {
        List<string> times = [];
        var parts = 0;
        for (var round = 0; round < Rounds; round++)
        {
            var (watch, before) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
            parts = flow.Plan(sequence, "mapillary", Rules).Parts.Count;
            times.Add($"{watch.Elapsed.TotalSeconds:F2} s ({(Environment.CpuUsage.TotalTime - before).TotalSeconds:F2} s)");
        }

        Console.WriteLine($"| {what} | {parts:N0} | {times[0]} | {string.Join(", ", times[1..])} |");
    }

    private static Sequence Import(int count, OpenCatalog catalog)
    {
        var files = Enumerable.Range(0, count).Select(File).ToList();
        var photos = files.Chunk(1_000).SelectMany(catalog.Importing.Store).ToList();
        var sequence = new Sequence { Id = 0, Uuid = Guid.NewGuid(), Name = "Tour", Transport = new TransportType("Earth", "Bicycle"), CreatedAt = Begin };
        var id = catalog.Importing.Create(sequence, [.. files.Zip(photos, (file, photo) => new SequenceFile(file.Path, photo, Reason: null))])!.Value;
        return sequence with { Id = id };
    }

    // A photo a second, five metres apart; a stray now and then, a red light, a pause every 3,000 photos.
    private static ReadFile File(int place)
    {
        var capture = new Capture
        {
            Position = new GeoPoint(47 + (Metres(place) / MetresPerDegree), 8 + (place % 997 == 500 ? 0.01 : 0)),
            PositionSource = "GPSLatitude",
            TakenAt = TimeOf(place),
            CameraTime = (TimeOf(place) + Duration.FromHours(2)).InUtc().LocalDateTime,
            TimeSource = "GPSTimeStamp",
            Heading = place % 360,
            Width = 5760,
            Height = 2880,
            Make = "Maker",
            Model = "Model",
        };
        return new ReadFile($"/home/mapper/photos/tour/IMG_{place:000000}.jpg", 5_000_000, 0, $"{place:x64}", $"{place:x64}", Guid.NewGuid(), Defect: null, capture);
    }

    private static double Metres(int place) => (place - (place % 500 < 20 ? place % 500 : 0)) * 5;

    private static Instant TimeOf(int place) => Begin + Duration.FromSeconds(place + (place / 3_000 * 120));

    private static Geotag Track(int count) => new(["/home/mapper/tour.gpx"], Geotag.UsualMaxGap, SameSecond: false, OnlyMissing: false)
    {
        Track = new Track([.. Enumerable.Range(0, count).Select(place => new TrackFix(TimeOf(place) - Duration.FromMilliseconds(3_600_300), new GeoPoint(47 + (place * 5 / MetresPerDegree), 8), 400))]),
    };
}
