using System.ComponentModel;
using System.Diagnostics;

namespace MapThePaths.Benchmarks;

/// <summary>What a program needed, run as a user does: a process of its own, start-up and all.</summary>
/// <param name="Processor">User and system time.</param>
/// <param name="Memory">Largest resident set; bytes.</param>
/// <param name="Memories">Resident set from look to look; bytes.</param>
/// <param name="LastLine">Of standard output.</param>
internal sealed record ProgramRun(TimeSpan Wall, TimeSpan Processor, long Memory, IReadOnlyList<long> Memories, string LastLine)
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(5);

    // MTPDU_PROGRAM names another build.
    private static readonly Lazy<string> MtpduPath = new(() => Environment.GetEnvironmentVariable("MTPDU_PROGRAM") ?? WhatUsersRun());

    /// <param name="settings">Environment variables beside our own.</param>
    public static ProgramRun Mtpdu(string[] arguments, IReadOnlyDictionary<string, string>? settings = null) =>
        Of([MtpduPath.Value, .. arguments], settings ?? new Dictionary<string, string>());

    /// <summary>This very program under another command.</summary>
    public static ProgramRun Own(params string[] arguments) =>
        Of([typeof(ProgramRun).Assembly.Location, .. arguments], new Dictionary<string, string>());

    // The script of the checkout builds it when a source has changed.
    private static string WhatUsersRun()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar)).Parent!.Parent!.Parent!.Parent!.FullName;
        using var build = Process.Start(Path.Combine(root, OperatingSystem.IsWindows() ? "mtpdu.cmd" : "mtpdu"), "--version");
        build.WaitForExit();
        return build.ExitCode == 0
            ? Path.Combine(root, "artifacts", "program", "mtpdu.dll")
            : throw new InvalidOperationException("The program cannot be built.");
    }

    private static ProgramRun Of(string[] command, IReadOnlyDictionary<string, string> settings)
    {
        var start = new ProcessStartInfo("dotnet", command)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var lastLine = "";
        process.OutputDataReceived += (_, line) => lastLine = line.Data ?? lastLine;
        process.BeginOutputReadLine();
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        var (processor, largest, memories) = (TimeSpan.Zero, 0L, new List<long>());
        while (!process.WaitForExit(BetweenLooks))
        {
            if (Look(process) is { } now)
            {
                processor = now.Processor;
                largest = Math.Max(now.Largest, largest);
                memories.Add(now.Memory);
            }
        }

        var wall = watch.Elapsed;
        process.WaitForExit();
        return process.ExitCode == 0
            ? new ProgramRun(wall, processor, largest, memories, lastLine)
            : throw new InvalidOperationException($"{string.Join(' ', command)} ended with {process.ExitCode}: {lastLine}");
    }

    /// <summary>Null when it has just ended: the system forgets a process's use with the process.</summary>
    private static (TimeSpan Processor, long Largest, long Memory)? Look(Process process)
    {
        try
        {
            process.Refresh();
            return (process.TotalProcessorTime, process.PeakWorkingSet64, process.WorkingSet64);
        }
        catch (Exception gone) when (gone is InvalidOperationException or Win32Exception)
        {
            return null;
        }
    }
}
