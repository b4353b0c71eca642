using System.Diagnostics;
using MapThePaths.Imagery;
using MapThePaths.Imagery.Gpx;
using MapThePaths.Tests.Fixtures;

namespace MapThePaths.Benchmarks.Imagery;

/// <summary>
/// Reads and prepares whole folders on one thread with a warm cache. On a machine that others use too, the processor time is what counts.
/// </summary>
internal static class ImageryRun
{
    private const int Kilobyte = 1000;
    private const int Megabyte = 1_000_000;

    public static void Start()
    {
        Console.WriteLine("| what | count | a second, by the clock | processor time each | bytes read each | read calls each | allocated each |");
        Console.WriteLine("|---|---|---|---|---|---|---|");
        Read(count: 5000, length: 60 * Kilobyte, "read a photo of 60 KB");
        Read(count: 500, length: 4500 * Kilobyte, "read a photo of 4.5 MB");
        ReadBehindATrailer();
        Prepare();
        ReadTrack();
    }

    private static void Read(int count, int length, string what)
    {
        using var folder = new TemporaryFolder();
        var paths = PhotoSet.Save(folder, count, length);
        Measure(what, paths, path => PhotoReader.Read(path).Facts!.Position!.Value.Latitude);
    }

    /// <summary>The dear case: the end of the image lies further from the end of the file than is looked at first.</summary>
    private static void ReadBehindATrailer()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Save("photo.jpg", PhotoSet.Photo(1, 4500 * Kilobyte, trailer: 100 * Kilobyte));
        var paths = Enumerable.Repeat(path, 500).ToList();
        Measure("read a photo of 4.5 MB, 100 KB of it a trailer", paths, photo => PhotoReader.Read(photo).Facts!.Position!.Value.Latitude);
    }

    private static void Prepare()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Save("photo.jpg", PhotoSet.Photo(1, 5 * Megabyte));
        var edit = new HeaderEdit
        {
            ImageDescription = $"{{\"MTPSequenceDescription\":\"{new string('x', 900)}\"}}",
            Position = new Position(47.5, 8.5),
            Altitude = 400,
            Heading = 12.5,
            CapturedAt = new DateTime(2023, 5, 10, 10, 0, 7, 250, DateTimeKind.Utc),
        };
        Measure("prepare a photo of 5 MB", Enumerable.Repeat(path, 5000).ToList(), photo => HeaderWriter.Rewrite(photo, edit).TailOffset);
    }

    private static void ReadTrack()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Save("track.gpx", PhotoSet.Track(100_000));
        Measure("read a GPX file of 100,000 points", Enumerable.Repeat(path, 10).ToList(), track => GpxReader.Read(track).Points.Count);
    }

    private static void Measure(string what, List<string> paths, Func<string, double> work)
    {
        var sum = paths.Sum(work);
        var (read, calls) = ReadSoFar();
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var processor = Environment.CpuUsage.TotalTime;
        var watch = Stopwatch.StartNew();

        sum -= paths.Sum(work);

        var seconds = watch.Elapsed.TotalSeconds;
        var each = (Environment.CpuUsage.TotalTime - processor).TotalMicroseconds / paths.Count;
        allocated = (GC.GetAllocatedBytesForCurrentThread() - allocated) / paths.Count;
        var (readAfter, callsAfter) = ReadSoFar();
        Debug.Assert(sum == 0, "Both passes read the same.");
        string[] columns =
        [
            what, $"{paths.Count}", $"{paths.Count / seconds:N0}", $"{each:N0} µs", $"{(readAfter - read) / paths.Count:N0}",
            $"{(callsAfter - calls) / (double)paths.Count:N1}", $"{allocated:N0} B",
        ];
        Console.WriteLine($"| {string.Join(" | ", columns)} |");
    }

    /// <summary>What the process has read by system calls, where the system tells.</summary>
    private static (long Bytes, long Calls) ReadSoFar()
    {
        const string Path = "/proc/self/io";
        if (!File.Exists(Path))
        {
            return default;
        }

        var lines = File.ReadAllLines(Path).Select(line => line.Split(": ")).ToDictionary(pair => pair[0], pair => long.Parse(pair[1]));
        return (lines["rchar"], lines["syscr"]);
    }
}
