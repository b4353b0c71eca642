using System.Net;
using System.Net.Sockets;
using MapThePaths.Emulator;
using MapThePaths.Tests.Fixtures;

namespace MapThePaths.Tests.Flows.SigningIn;

/// <summary>A mapper who has registered an app, and no token yet. The callback is on a port of its own, so that tests do not meet.</summary>
public abstract class ASignIn : AFlow, IAsyncLifetime
{
    private static readonly Lock Gate = new();
    private static readonly HashSet<int> Given = [];

    private readonly PlainBrowser _browser = new();
    private readonly int _port = FreePort();

    internal PlainBrowser Browser => _browser;

    protected string Callback => $"http://localhost:{_port}/";

    protected int Port => _port;

    protected override EmulatorOptions Options => new() { CallbackUrl = Callback };

    public new virtual async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Program.With("MAPILLARY_REDIRECT_URI", Callback);
        Use(Service.Registration());
    }

    public new async ValueTask DisposeAsync()
    {
        _browser.Dispose();
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected void Use(Dictionary<string, string> settings)
    {
        foreach (var (key, value) in settings)
        {
            Program.With(key, value);
        }
    }

    /// <summary>Signs in as a person does who allows everything.</summary>
    protected async Task<ProgramRun> LoginAsync(string user = "practice", params string[] more)
    {
        await using var login = Program.Begin(["login", "mapillary", "--no-browser", .. more]);
        var callback = await Browser.AllowAsync(await login.PageAsync(), user);
        Assert.Equal(HttpStatusCode.OK, await Browser.GoAsync(callback));
        return (await login.EndAsync()).Ends(0);
    }

    /// <summary>Signs in there by typing the redirected address, and answers it.</summary>
    protected async Task<(Uri Callback, ProgramRun Run)> LoginByTypingAsync(string service)
    {
        await using var login = Program.Begin("login", service, "--no-browser");
        var callback = await Browser.AllowAsync(await login.PageAsync());
        await login.TypeAsync(callback.OriginalString);
        return (callback, (await login.EndAsync()).Ends(0));
    }

    private static int FreePort()
    {
        lock (Gate)
        {
            while (true)
            {
                using var listener = new TcpListener(IPAddress.Loopback, 0);
                listener.Start();
                if (Given.Add(((IPEndPoint)listener.LocalEndpoint).Port))
                {
                    return ((IPEndPoint)listener.LocalEndpoint).Port;
                }
            }
        }
    }
}
