using MapThePaths.Destinations.Mapillary;
using MapThePaths.Emulator;

namespace MapThePaths.App.Practice;

/// <summary>The built-in services behind the destination <c>practice</c>: started when first asked for, on a folder that keeps their state.</summary>
internal sealed class PracticeServices : IAsyncDisposable
{
    // Long enough to see that following is a stage of its own, short enough to wait for.
    private const double ProcessingSeconds = 1.5;

    private readonly string _folder;
    private EmulatorServer? _server;

    public PracticeServices(string folder) => _folder = folder;

    public async Task<MapillaryOptions> OptionsAsync(string name, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(_folder);
        _server ??= await EmulatorServer.StartAsync(
            new EmulatorOptions { StateFolder = _folder, ProcessingSeconds = ProcessingSeconds },
            cancellationToken);
        var token = _server.Addresses.AccessToken;
        return new MapillaryOptions
        {
            Name = name,
            GraphUrl = _server.Addresses.GraphUrl,
            UploadUrl = _server.Addresses.UploadUrl,
            AccessToken = _ => Task.FromResult<string?>(token),
        };
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }
}
