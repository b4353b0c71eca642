using MapThePaths.Emulator.Control;
using MapThePaths.Emulator.Faults;
using MapThePaths.Emulator.Hosting;
using MapThePaths.Emulator.Identity;
using MapThePaths.Emulator.MapThePathsWeb;
using MapThePaths.Emulator.Mapillary;
using MapThePaths.Emulator.Mapillary.Identity;
using MapThePaths.Emulator.MapillaryV3;
using MapThePaths.Emulator.MapillaryV3.Identity;
using MapThePaths.Emulator.State;
using MapThePaths.Emulator.Wire;
using Microsoft.AspNetCore.Builder;

namespace MapThePaths.Emulator;

/// <summary>A running emulator on 127.0.0.1. Dispose it to stop it; what it held stays in its state folder, if it was given one.</summary>
public sealed class EmulatorServer : IAsyncDisposable
{
    private readonly StateFolder _folder;
    private readonly Journal _journal;
    private readonly FaultScript _script;
    private readonly Accounts _accounts;
    private readonly MapillaryService _mapillary;
    private readonly MapillaryV3Service _mapillaryV3;
    private readonly MapThePathsWebService _mapThePathsWeb;
    private readonly WebApplication _app;

    private EmulatorServer(EmulatorOptions options)
    {
        _folder = StateFolder.Open(options.StateFolder);
        _journal = Journal.Open(_folder.Journal);
        _script = new FaultScript(options.Faults);
        _accounts = new Accounts(_journal, options.TimeProvider);
        _mapillary = new MapillaryService(options, _folder, _journal, _script, _accounts);
        _mapillaryV3 = new MapillaryV3Service(options, _folder, _journal, _script, _accounts);
        _app = LoopbackHost.Build(options.Port);
        _mapThePathsWeb = new MapThePathsWebService(options, _journal, _accounts, () => V3Url, _mapillaryV3.Client.ClientId);
    }

    public EmulatorAddresses Addresses => field ??= ReadAddresses();

    /// <summary>Listens when the task is done.</summary>
    /// <exception cref="IOException">The port is taken, or another emulator holds the state folder.</exception>
    public static async Task<EmulatorServer> StartAsync(EmulatorOptions options, CancellationToken cancellationToken = default)
    {
        var server = new EmulatorServer(options);
        try
        {
            await server.StartAsync(new Link(options.LatencyMs, options.BandwidthBytesPerSecond), options.TimeProvider, cancellationToken);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Counts from the next call on.</summary>
    public void AddFault(FaultRule rule) => _script.Add(rule);

    public void ClearFaults() => _script.Clear();

    /// <summary>A living token of the user with this name, who is made if need be: for questions of two users.</summary>
    public string AccessTokenOf(string username) => _accounts.TokenOf(username, GraphToken.Kind).Text;

    /// <summary>The same for Mapillary's API v3.</summary>
    public string V3AccessTokenOf(string username) => _accounts.TokenOf(username, V3Token.Kind).Text;

    /// <summary>The same for Map the Paths Web.</summary>
    public string MtpwAccessTokenOf(string username) => _accounts.TokenOf(username, _mapThePathsWeb.Tokens).Text;

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _mapillary.Dispose();
        _mapThePathsWeb.Dispose();
        _journal.Dispose();
        _folder.Dispose();
    }

    private string V3Url => LoopbackHost.Address(_app) + MapillaryV3Service.ApiPath;

    private Task StartAsync(Link link, TimeProvider time, CancellationToken cancellationToken)
    {
        var door = new Door(_script, link, _accounts, time);
        _app.UseRouting();
        _mapillary.Map(_app, door, link);
        _mapillaryV3.Map(_app, door, link);
        _mapThePathsWeb.Map(_app, door);
        new ControlSurface(_mapillary, _mapillaryV3, _mapThePathsWeb, _accounts, _script, door).Map(_app);
        _app.UseEndpoints(static _ => { });
        return _app.StartAsync(cancellationToken);
    }

    private EmulatorAddresses ReadAddresses()
    {
        var origin = LoopbackHost.Address(_app);
        return new EmulatorAddresses(
            origin + MapillaryService.GraphPath,
            origin + MapillaryService.UploadPath,
            origin + MapillaryService.ConnectPath,
            origin + ControlSurface.Path,
            AccessTokenOf(Accounts.PracticeUser),
            _accounts.App.AppId,
            _accounts.App.Secret,
            _accounts.App.ClientToken,
            _accounts.App.OrganizationId)
        {
            V3 = ReadV3Addresses(origin),
            Mtpw = ReadMtpwAddresses(origin),
        };
    }

    private MapillaryV3Addresses ReadV3Addresses(string origin) => new(
        V3Url,
        origin + MapillaryV3Service.ConnectPath,
        V3AccessTokenOf(Accounts.PracticeUser),
        _mapillaryV3.Client.ClientId,
        _mapillaryV3.Client.Secret,
        _mapillaryV3.OrganizationKey);

    private MapThePathsWebAddresses ReadMtpwAddresses(string origin) => new(
        origin,
        origin + _mapThePathsWeb.AuthorizePath,
        MtpwAccessTokenOf(Accounts.PracticeUser),
        _mapThePathsWeb.Client.ClientId,
        _mapThePathsWeb.Client.Secret);
}
