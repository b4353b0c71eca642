using System.Diagnostics;
using MapThePaths.Tests.Fixtures;

namespace MapThePaths.Benchmarks.Imagery;

/// <summary>Runs <c>mtpdu inspect</c> as a user does, a process of its own, over whole folders with a warm cache.</summary>
internal static class InspectRun
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(5);

    // Of the same configuration; built by itself, as nothing here refers to it.
    private static string Program
    {
        get
        {
            var here = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
            return Path.Combine(here.Parent!.Parent!.FullName, "MapThePaths.App", here.Name, "mtpdu.dll");
        }
    }

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
        Run(folder.Path);

        var (wall, processor, memory) = Run(folder.Path);

        string[] columns =
        [
            what, $"{wall.TotalSeconds:F2} s", $"{count / wall.TotalSeconds:N0}", $"{processor.TotalSeconds:F2} s",
            $"{processor.TotalMicroseconds / count:N0} µs", $"{memory >> 20} MiB",
        ];
        Console.WriteLine($"| {string.Join(" | ", columns)} |");
    }

    private static (TimeSpan Wall, TimeSpan Processor, long Memory) Run(string folder)
    {
        var start = new ProcessStartInfo("dotnet", [Program, "inspect", folder, "--json"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        var (processor, memory) = (TimeSpan.Zero, 0L);
        while (!process.WaitForExit(BetweenLooks))
        {
            var now = Look(process);
            processor = now?.Processor ?? processor;
            memory = Math.Max(now?.Memory ?? 0, memory);
        }

        var wall = watch.Elapsed;
        return process.ExitCode == 0 ? (wall, processor, memory) : throw new InvalidOperationException($"inspect ended with {process.ExitCode}.");
    }

    /// <summary>Null when it has just ended: the system forgets a process's use with the process.</summary>
    private static (TimeSpan Processor, long Memory)? Look(Process process)
    {
        try
        {
            process.Refresh();
            return (process.TotalProcessorTime, process.WorkingSet64);
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
