using MapThePaths.Emulator;
using MapThePaths.Tests.Fixtures;

namespace MapThePaths.Benchmarks.Sending;

/// <summary>The emulator in this process, and homes for clients that talk to it. It keeps of each photo what it needs to read its header.</summary>
internal sealed class Service : IAsyncDisposable
{
    private const int HeaderAndSome = 256 * 1024;

    private readonly EmulatorServer _server;

    private Service(EmulatorServer server) => _server = server;

    public string UploadUrl => _server.Addresses.UploadUrl;

    public string AccessToken => _server.Addresses.AccessToken;

    public static async Task<Service> StartAsync(int latencyMs = 0, long bytesPerSecond = 0) => new(await EmulatorServer.StartAsync(
        new EmulatorOptions { KeptBytesPerFile = HeaderAndSome, LatencyMs = latencyMs, BandwidthBytesPerSecond = bytesPerSecond }));

    /// <summary>The settings of a program that has its home there and sends here.</summary>
    public Dictionary<string, string> SettingsFor(TemporaryFolder home) => new()
    {
        ["MTPDU_HOME"] = home.Path,
        ["MAPILLARY_GRAPH_URL"] = _server.Addresses.GraphUrl,
        ["MAPILLARY_UPLOAD_URL"] = UploadUrl,
        ["MAPILLARY_ACCESS_TOKEN"] = AccessToken,
    };

    public ValueTask DisposeAsync() => _server.DisposeAsync();
}
