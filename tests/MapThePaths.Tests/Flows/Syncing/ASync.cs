using MapThePaths.Emulator;
using MapThePaths.Emulator.MapThePathsWeb;
using MapThePaths.Tests.Fixtures;

namespace MapThePaths.Tests.Flows.Syncing;

/// <summary>A mapper who sends to a server of Mapillary's API v3 and has a token of a Map the Paths Web server that asks it.</summary>
public abstract class ASync(WebGeneration generation) : AFlow, IAsyncLifetime
{
    protected override EmulatorOptions Options => new() { WebGeneration = generation };

    protected override IReadOnlyDictionary<string, string> ServiceSettings => Service.V3Environment();

    public new async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        foreach (var (key, value) in Service.WebEnvironment())
        {
            Program.With(key, value);
        }
    }

    /// <summary>Puts a walk online, in as many parts as there are pauses and one.</summary>
    protected async Task SendAsync(int pauses = 0, params string[] more)
    {
        Enumerable.Range(1, pauses).Aggregate(AWalk.Of(4 + (pauses * 2)), (walk, pause) => walk.WithPauseBefore(1 + (pause * 2))).SaveTo(Photos);
        (await UploadAsync(["--to", "mapillary-v3", "--follow", .. more])).Ends(0);
    }

    protected Task<ProgramRun> SyncAsync(params string[] more) => Program.RunAsync(["sync", "1", .. more]);

    protected async Task<List<WebRow>> RowsAsync() => (await Service.StateAsync()).Mtpw.Sequences;

    protected async Task<int> CallsAsync(string target) => (await Service.StateAsync()).CallsOf(target);

    /// <summary>As if the last step had been taken so long ago that no call of it can still be on its way.</summary>
    protected void AMinutePasses() => AskCatalog<object?>("UPDATE entry SET step_at = step_at - 60000");
}
