using MapThePaths.Emulator;
using MapThePaths.Emulator.Faults;
using MapThePaths.Tests.Fixtures;

namespace MapThePaths.Tests.Emulator;

/// <summary>A fresh emulator on a free port, a client that speaks plain HTTP, and a calendar that the test moves.</summary>
public abstract class EmulatorTest : IAsyncLifetime
{
    private EmulatorServer? _server;
    private RawClient? _client;

    protected ManualClock Clock { get; } = new();

    protected EmulatorServer Server => _server!;

    private protected RawClient Client => _client!;

    protected virtual EmulatorOptions Options => new() { TimeProvider = Clock };

    public async ValueTask InitializeAsync()
    {
        _server = await EmulatorServer.StartAsync(Options, TestContext.Current.CancellationToken);
        _client = new RawClient(_server);
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        _client?.Dispose();
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }

    protected void Fault(string rule) => Server.AddFault(FaultRule.Parse(rule));
}
