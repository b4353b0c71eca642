using MapThePaths.Tests.Fixtures;

namespace MapThePaths.Benchmarks.Imagery;

/// <summary>Runs <c>mtpdu inspect</c> as a user does, a process of its own, over whole folders with a warm cache.</summary>
internal static class InspectRun
{
    public static void Start()
    {
        Console.WriteLine("| photos | wall clock | a second | processor time | processor time each | largest working set |");
        Console.WriteLine("|---|---|---|---|---|---|");
        Inspect(count: 1, length: 60_000, "1 of 60 KB");
        Inspect(count: 5000, length: 60_000, "5,000 of 60 KB");
        Inspect(count: 500, length: 4_500_000, "500 of 4.5 MB");
    }

    private static void Inspect(int count, int length, string what)
    {
        using var folder = new TemporaryFolder();
        PhotoSet.Save(folder, count, length);
        ProgramRun.Mtpdu(["inspect", folder.Path, "--json"]);

        var run = ProgramRun.Mtpdu(["inspect", folder.Path, "--json"]);

        string[] columns =
        [
            what, $"{run.Wall.TotalSeconds:F2} s", $"{count / run.Wall.TotalSeconds:N0}", $"{run.Processor.TotalSeconds:F2} s",
            $"{run.Processor.TotalMicroseconds / count:N0} µs", $"{run.Memory >> 20} MiB",
        ];
        Console.WriteLine($"| {string.Join(" | ", columns)} |");
    }
}
