using MapThePaths.Core.Destinations;
using MapThePaths.Destinations.Mapillary;
using MapThePaths.Emulator;

namespace MapThePaths.App.Practice;

/// <summary>The built-in services behind the destination <c>practice</c>: started when first asked for, on a folder that keeps their state.</summary>
internal sealed class PracticeServices : IAsyncDisposable
{
    // Long enough to see that following is a stage of its own, short enough to wait for.
    private const double ProcessingSeconds = 1.5;

    private readonly string _folder;
    private readonly SemaphoreSlim _starting = new(1, 1);
    private EmulatorServer? _server;

    public PracticeServices(string folder) => _folder = folder;

    public async Task<MapillaryOptions> OptionsAsync(string name, CancellationToken cancellationToken)
    {
        var server = await ServerAsync(name, cancellationToken);
        var token = server.Addresses.AccessToken;
        return new MapillaryOptions
        {
            Name = name,
            GraphUrl = server.Addresses.GraphUrl,
            UploadUrl = server.Addresses.UploadUrl,
            AccessToken = _ => Task.FromResult<string?>(token),
        };
    }

    // Several pieces of work may ask at once.
    private async Task<EmulatorServer> ServerAsync(string name, CancellationToken cancellationToken)
    {
        await _starting.WaitAsync(cancellationToken);
        try
        {
            return _server ??= await StartAsync(name, cancellationToken);
        }
        finally
        {
            _starting.Release();
        }
    }

    private async Task<EmulatorServer> StartAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            Directory.CreateDirectory(_folder);
            var options = new EmulatorOptions { StateFolder = _folder, ProcessingSeconds = ProcessingSeconds };
            return await EmulatorServer.StartAsync(options, cancellationToken);
        }
        catch (Exception failure) when (failure is UnauthorizedAccessException or DirectoryNotFoundException)
        {
            throw Failure("practice-has-no-place", $"{name}: the built-in services cannot write to {_folder}: {failure.Message} Set MTPDU_HOME to a folder you may write to.", failure);
        }
        catch (IOException failure)
        {
            throw Failure("practice-busy", $"{name}: the built-in services cannot start: {failure.Message} Another run of the program may be using them: wait for it to end.", failure);
        }
    }

    private static DestinationException Failure(string code, string message, Exception cause) =>
        new(FailureKind.Unreachable, code, message, cause) { SaysWhatToDo = true };

    public async ValueTask DisposeAsync()
    {
        _starting.Dispose();
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }
}
