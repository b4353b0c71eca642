using System.Diagnostics;
using System.Text.Json.Nodes;

namespace MapThePaths.Tests.Fixtures;

/// <summary>exiftool as an independent reader; tests that need it are skipped where it is not installed.</summary>
public static class ExifTool
{
    /// <summary>All tags of all files with their groups, numbers as numbers, in one process.</summary>
    public static IReadOnlyList<JsonObject> Read(params IEnumerable<string> paths)
    {
        var json = ExternalProgram.Run("exiftool", ["-j", "-n", "-a", "-u", "-G1", "-struct", .. paths]);
        return [.. JsonNode.Parse(json)!.AsArray().Select(file => file!.AsObject())];
    }

    /// <summary>The bytes of one binary tag.</summary>
    public static byte[] ReadBinary(string path, string tag) => ExternalProgram.RunBinary("exiftool", ["-b", $"-{tag}", path]);
}

public static class ExternalProgram
{
    public static string Run(string program, params IEnumerable<string> arguments) =>
        System.Text.Encoding.UTF8.GetString(RunBinary(program, arguments));

    public static byte[] RunBinary(string program, params IEnumerable<string> arguments)
    {
        Assert.SkipUnless(IsInstalled(program), $"{program} is not installed.");
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        using var process = Process.Start(start)!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        using var output = new MemoryStream();
        process.StandardOutput.BaseStream.CopyTo(output);
        process.WaitForExit();
        return output.ToArray();
    }

    private static bool IsInstalled(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator)
        .Any(folder => File.Exists(Path.Combine(folder, program)) || File.Exists(Path.Combine(folder, program + ".exe")));
}
