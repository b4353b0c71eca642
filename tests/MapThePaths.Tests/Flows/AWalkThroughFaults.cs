using MapThePaths.Core;
using MapThePaths.Core.Destinations;
using MapThePaths.Core.Model;
using MapThePaths.Emulator;
using MapThePaths.Tests.Fixtures;

namespace MapThePaths.Tests.Flows;

/// <summary>Four real photos, the real stages, a real client and a stand-in whose faults a test scripts. Only the clock is the test's, so that no wait takes its time.</summary>
public abstract class AWalkThroughFaults : IAsyncLifetime
{
    protected const int Photos = 4;
    private static readonly TimeSpan LongerThanAnyTry = TimeSpan.FromSeconds(65);

    private PhotoDestination _destination = null!;

    protected AWalkThroughFaults() => Journey = Journey.Of(Photos, Time);

    private protected ManualTime Time { get; } = new();

    private protected Journey Journey { get; }

    protected StandInService Service { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Service = await StartAsync();
        _destination = Connect(Service.Addresses);
    }

    public async ValueTask DisposeAsync()
    {
        await Service.DisposeAsync();
        Journey.Dispose();
        GC.SuppressFinalize(this);
    }

    protected abstract Task<StandInService> StartAsync();

    protected abstract PhotoDestination Connect(EmulatorAddresses addresses);

    /// <returns>What stopped the run; null when nothing did.</returns>
    protected async Task<DestinationException?> SendAsync(string target = "", bool stalls = false)
    {
        var sequence = Journey.Catalog.Sequencing.Find("Walk")!;
        var plan = Journey.Flow.Plan(sequence, _destination.Name, _destination.Rules);
        var sending = Journey.Flow.SendAsync(plan, _destination, dryRun: false, Journey.OneByOne, Journey.Events, TestContext.Current.CancellationToken);
        if (stalls)
        {
            await AMinutePassesAsync(target);
        }

        try
        {
            return (await sending).Stopped;
        }
        catch (DestinationException failure)
        {
            return failure;
        }
    }

    /// <summary>Once the call that nobody answers has come.</summary>
    protected async Task AMinutePassesAsync(string target)
    {
        await Service.WhenAsync(state => state.CallsOf(target) > 0);
        Time.Advance(LongerThanAnyTry);
    }

    protected Task FollowAsync() => FollowAsync(untilDone: true);

    protected Task LookAsync() => FollowAsync(untilDone: false);

    protected Task<PublishAgain> PublishAgainAsync() => Journey.Flow.PublishAgainAsync(
        Journey.Catalog.Sequencing.Find("Walk")!, _destination, Journey.Events, TestContext.Current.CancellationToken);

    protected void EveryPhotoIsVisible()
    {
        Assert.All(Journey.Lines(), line => Assert.Equal(PhotoState.Visible, line.State));
        Assert.Equal(Photos, Journey.Lines().Count);
    }

    private async Task FollowAsync(bool untilDone) => await Journey.Flow.FollowAsync(
        (_, _) => Task.FromResult(_destination), sequenceId: null, untilDone, Journey.Events, TestContext.Current.CancellationToken);
}
