using MapThePaths.Emulator.Faults;
using MapThePaths.Emulator.Hosting;

namespace MapThePaths.Emulator.Wire;

/// <summary>How fast a body is taken: as the line and the faults of its call allow.</summary>
internal sealed class Pace(Link link, FaultsInForce faults)
{
    private const int DripsPerSecond = 20;
    private readonly long? _drip = faults.Amount(FaultEffect.Drip);

    /// <summary>Most bytes to take at once.</summary>
    public long Most => Math.Min(link.Slice, _drip is { } drip ? Math.Max(1, drip / DripsPerSecond) : long.MaxValue);

    /// <summary>Waits as long as these bytes were on their way.</summary>
    public async ValueTask CarryAsync(long bytes, CancellationToken gone)
    {
        await link.CarryAsync(bytes, gone);
        if (_drip is { } drip)
        {
            await Task.Delay(TimeSpan.FromSeconds((double)bytes / Math.Max(1, drip)), gone);
        }
    }
}
