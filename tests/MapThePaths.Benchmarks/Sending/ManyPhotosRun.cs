using MapThePaths.Benchmarks.Imagery;
using MapThePaths.Tests.Fixtures;

namespace MapThePaths.Benchmarks.Sending;

/// <summary>The built program takes a folder of very many tiny photos the whole way, and is then asked about them.</summary>
internal static class ManyPhotosRun
{
    private const int Length = 4_000;
    private const int Stretches = 10;

    public static async Task<int> StartAsync(int count)
    {
        using var photos = new TemporaryFolder();
        PhotoSet.Save(photos, count, Length);
        using var home = new TemporaryFolder();
        await using var service = await Service.StartAsync();
        var settings = service.SettingsFor(home);
        Console.WriteLine($"{count:N0} photos of {Length:N0} bytes:");
        Console.WriteLine();
        Console.WriteLine("| mtpdu | wall clock | processor time | largest memory | largest memory in each tenth of the time, MiB |");
        Console.WriteLine("|---|---|---|---|---|");
        Print("--version", ProgramRun.Mtpdu(["--version"], settings));
        Print("import", UploadRun.Import(photos, service, home));
        Print("import again", UploadRun.Import(photos, service, home));
        foreach (var verb in new[] { "plan 1", "send 1", "send 1", "list", "show 1", "status 1" })
        {
            Print(verb, ProgramRun.Mtpdu([.. verb.Split(' '), "--json"], settings));
        }

        return 0;
    }

    private static void Print(string verb, ProgramRun run) =>
        Console.WriteLine($"| {verb} | {UploadRun.Columns(run)} | {string.Join(' ', LargestByStretch(run.Memories))} |");

    private static IEnumerable<long> LargestByStretch(IReadOnlyList<long> memories) => memories
        .Chunk(Math.Max(1, (memories.Count + Stretches - 1) / Stretches))
        .Select(stretch => stretch.Max() >> 20);
}
