using System.Diagnostics;
using MapThePaths.Emulator;

namespace MapThePaths.Tests.Emulator;

public sealed class SlowLine : EmulatorTest
{
    protected override EmulatorOptions Options => base.Options with { LatencyMs = 40, BandwidthBytesPerSecond = 200_000 };

    [Fact]
    public async Task Every_call_waits_one_round_trip()
    {
        var watch = Stopwatch.StartNew();

        await Client.GraphAsync("/me");

        Assert.True(watch.ElapsedMilliseconds >= 35, $"{watch.ElapsedMilliseconds} ms");
    }

    [Fact]
    public async Task All_uploads_share_the_bandwidth()
    {
        var watch = Stopwatch.StartNew();

        await Task.WhenAll(Client.SendBytesAsync("a.jpg", 0, new byte[20_000]), Client.SendBytesAsync("b.jpg", 0, new byte[20_000]));

        Assert.True(watch.ElapsedMilliseconds >= 190, $"{watch.ElapsedMilliseconds} ms");
    }

    [Fact]
    public async Task A_body_that_arrives_in_one_piece_takes_its_share_too()
    {
        var watch = Stopwatch.StartNew();

        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Client.SendBytesAsync($"{i}.jpg", 0, new byte[4_000])));

        Assert.True(watch.ElapsedMilliseconds >= 390, $"{watch.ElapsedMilliseconds} ms");
    }
}
