using MapThePaths.Benchmarks.Imagery;
using MapThePaths.Tests.Fixtures;

namespace MapThePaths.Benchmarks.Sending;

/// <summary>
/// The built program sends folders of photos to the emulator, and a bare socket program sends the same files beside it. In rounds, so that
/// both meet the same mood of the machine; the round with the median of ratios of processor time counts.
/// </summary>
internal static class UploadRun
{
    private const int Connections = 4;

    public static async Task<int> StartAsync(int rounds)
    {
        Console.WriteLine("| photos | what | wall clock | processor time | memory | wall ÷ floor | processor ÷ floor |");
        Console.WriteLine("|---|---|---|---|---|---|---|");
        await CompareAsync("500 of 4.2 MB", count: 500, length: 4_200_000, rounds);
        await CompareAsync("5,000 of 60 KB", count: 5000, length: 60_000, rounds);
        return 0;
    }

    /// <summary>1,000 small photos over a long slow line, beside bare sockets on as many connections as are of use there.</summary>
    public static async Task<int> StartOnALineAsync()
    {
        await LineAsync(count: 1000, length: 60_000, rounds: 3);
        await LineAsync(count: 5000, length: 60_000, rounds: 1);
        return 0;
    }

    private static async Task CompareAsync(string what, int count, int length, int times)
    {
        using var photos = new TemporaryFolder();
        PhotoSet.Save(photos, count, length);
        await using var service = await Service.StartAsync();
        using var sink = new CountingSink();
        SendBare(sink.Address, "", photos);
        SendBare(new Uri(service.UploadUrl), service.AccessToken, photos);

        var rounds = Enumerable.Range(0, times).Select(_ => Round.Run(service, sink, photos)).ToList();
        var wall = Median(rounds, round => round.Send.Wall / round.Floor.Wall);
        var processor = Median(rounds, round => round.Send.Processor / round.Floor.Processor);
        var usual = rounds.OrderBy(round => round.Send.Processor / round.Floor.Processor).ElementAt(times / 2);
        Console.WriteLine($"| {what} | bare sockets to a sink that counts | {Seconds(usual.Sink.Wall)} | {Seconds(usual.Sink.Processor)} | | | |");
        Console.WriteLine($"| | the floor: bare sockets to the emulator | {Seconds(usual.Floor.Wall)} | {Seconds(usual.Floor.Processor)} | | 1 | 1 |");
        Console.WriteLine($"| | mtpdu import | {Columns(usual.Import)} | | |");
        Console.WriteLine($"| | mtpdu import again | {Columns(usual.Again)} | | |");
        Console.WriteLine($"| | mtpdu send | {Columns(usual.Send)} | {wall:F1} | {processor:F1} |");
        Console.WriteLine($"| | mtpdu send again, nothing to do | {Columns(usual.Nothing)} | | |");
        Console.WriteLine($"<!-- wall ratios {string.Join(' ', rounds.Select(round => $"{round.Send.Wall / round.Floor.Wall:F2}"))}; processor ratios {string.Join(' ', rounds.Select(round => $"{round.Send.Processor / round.Floor.Processor:F2}"))} -->");
    }

    private static async Task LineAsync(int count, int length, int rounds)
    {
        const int latencyMs = 60;
        const long bytesPerSecond = 12_500_000;
        using var photos = new TemporaryFolder();
        PhotoSet.Save(photos, count, length);
        await using var service = await Service.StartAsync(latencyMs, bytesPerSecond);
        var line = TimeSpan.FromSeconds((double)count * length / bytesPerSecond);
        Console.WriteLine($"{count:N0} of {length:N0} bytes at {latencyMs} ms and {bytesPerSecond * 8 / 1_000_000} Mbit/s; the line itself needs {Seconds(line)}:");
        Console.WriteLine();
        Console.WriteLine("| what | wall clock | processor time | memory | of the line |");
        Console.WriteLine("|---|---|---|---|---|");
        foreach (var connections in (int[])[4, 16])
        {
            var (wall, processor) = SendBare(new Uri(service.UploadUrl), service.AccessToken, photos, connections);
            Console.WriteLine($"| {connections} bare sockets, without start-up and publishing | {Seconds(wall)} | {Seconds(processor)} | | {100 * (line / wall):F0} % |");
        }

        for (var round = 1; round <= rounds; round++)
        {
            using var home = new TemporaryFolder();
            Import(photos, service, home);
            var send = ProgramRun.Mtpdu(["send", "1", "--json"], service.SettingsFor(home));
            Console.WriteLine($"| mtpdu send, round {round} | {Columns(send)} | {100 * (line / send.Wall):F0} % |");
        }

        Console.WriteLine();
    }

    public static ProgramRun Import(TemporaryFolder photos, Service service, TemporaryFolder home) => ProgramRun.Mtpdu(
        ["import", photos.Path, "--name", "Benchmark", "--transport", "Earth-Walk", "--json"], service.SettingsFor(home));

    public static string Columns(ProgramRun run) => $"{Seconds(run.Wall)} | {Seconds(run.Processor)} | {run.Memory >> 20} MiB";

    public static string Seconds(TimeSpan time) => $"{time.TotalSeconds:F2} s";

    private static (TimeSpan Wall, TimeSpan Processor) SendBare(Uri address, string token, TemporaryFolder photos, int connections = Connections) =>
        BareSender.Read(ProgramRun.Own(BareSender.Command, address.AbsoluteUri, token, photos.Path, $"{connections}").LastLine);

    private static double Median(List<Round> rounds, Func<Round, double> figure) => rounds.Select(figure).Order().ElementAt(rounds.Count / 2);

    private sealed record Round(
        (TimeSpan Wall, TimeSpan Processor) Sink,
        (TimeSpan Wall, TimeSpan Processor) Floor,
        ProgramRun Import,
        ProgramRun Again,
        ProgramRun Send,
        ProgramRun Nothing)
    {
        public static Round Run(Service service, CountingSink sink, TemporaryFolder photos)
        {
            using var home = new TemporaryFolder();
            return new Round(
                SendBare(sink.Address, "", photos),
                SendBare(new Uri(service.UploadUrl), service.AccessToken, photos),
                UploadRun.Import(photos, service, home),
                UploadRun.Import(photos, service, home),
                ProgramRun.Mtpdu(["send", "1", "--json"], service.SettingsFor(home)),
                ProgramRun.Mtpdu(["send", "1", "--json"], service.SettingsFor(home)));
        }
    }
}
