using System.Security.Cryptography;
using MapThePaths.Tests.Fixtures;

namespace MapThePaths.Tests.Flows;

/// <summary>
/// The program is killed at its steps on files while it exports, each time in a folder of its own. Whatever lies there under its own name is whole, and
/// the same command makes of it what a run makes that was never killed. A sample of the steps is taken; <c>KILL_AT=every-write</c> takes them all.
/// </summary>
public sealed class KilledWhileExporting : AFlow
{
    private const int Stride = 5;

    private static readonly bool Every = Environment.GetEnvironmentVariable("KILL_AT") == "every-write";

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Nothing_is_there_in_part_and_the_same_command_goes_on()
    {
        await ImportAsync();
        var whole = await ExportAsync("whole");

        var kills = await KillAtStepsAsync(_ => { }, (name, hash) => Assert.True(whole[name] == hash, $"{name} is there in part."), whole);

        Assert.True(kills >= 5, $"Only {kills} kills.");
    }

    [Fact]
    public async Task Over_an_earlier_export_each_file_is_as_before_or_as_it_is_to_be()
    {
        await ImportAsync();
        var before = await ExportAsync("before");
        (await Program.RunAsync("edit", "1", "--shift-time", "10")).Ends(0);
        var after = await ExportAsync("after");

        var kills = await KillAtStepsAsync(
            folder => CopyFolder(_folder["before"], folder),
            (name, hash) => Assert.True(before[name] == hash || after[name] == hash, $"{name} is there in part."),
            after);

        Assert.True(kills >= 5, $"Only {kills} kills.");
    }

    private async Task ImportAsync()
    {
        AWalk.Of(4).OfSize(300_000).SaveTo(Photos);
        (await Program.RunAsync(["import", .. Uploading(Photos)[1..]])).Ends(0);
    }

    /// <returns>How often it was killed.</returns>
    private async Task<int> KillAtStepsAsync(Action<string> prepare, Action<string, string> check, Dictionary<string, string> end)
    {
        var originals = Files(Photos);
        var kills = 0;
        for (var step = 1; ; step += Every ? 1 : Stride)
        {
            var folder = _folder[$"step{step}"];
            prepare(folder);
            if (!await Program.IsKilledAtFileStepAsync(step, "export", "1", "--folder", folder))
            {
                return kills;
            }

            kills++;
            foreach (var (name, hash) in Files(folder).Where(file => !file.Key.EndsWith(".part", StringComparison.Ordinal)))
            {
                check(name, hash);
            }

            Assert.Equal(end, await ExportAsync($"step{step}"));
            Assert.Equal(originals, Files(Photos));
            Directory.Delete(folder, recursive: true);
        }
    }

    private async Task<Dictionary<string, string>> ExportAsync(string name)
    {
        (await Program.RunAsync("export", "1", "--folder", _folder[name])).Ends(0);
        return Files(_folder[name]);
    }

    private static Dictionary<string, string> Files(string folder) => !Directory.Exists(folder) ? [] : Directory
        .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .Order(StringComparer.Ordinal)
        .ToDictionary(file => Path.GetRelativePath(folder, file), file => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file))), StringComparer.Ordinal);

    private static void CopyFolder(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
            File.SetLastWriteTimeUtc(copy, File.GetLastWriteTimeUtc(file));
        }
    }
}
