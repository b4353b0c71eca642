using System.Net;
using System.Net.Sockets;
using MapThePaths.Tests.Fixtures;

namespace MapThePaths.Tests.Flows.SigningIn;

/// <summary>Code grant of the live API v4 (mapillary-v4.md §3).</summary>
public sealed class AtMapillary : ASignIn
{
    [Fact]
    public async Task Whoever_allows_it_is_signed_in_and_may_send()
    {
        AWalk.Of(3).SaveTo(Photos);

        var account = (await LoginAsync()).Of("account").Single();
        var run = (await UploadAsync("--follow")).Ends(0);

        Assert.Equal("practice", account.Text("username"));
        Assert.Equal("""["read","write","upload"]""", account.GetProperty("scopes").GetRawText());
        Assert.NotNull(account.Text("expires_at"));
        Assert.Equal("3 photos, 3 sent, 3 visible", run.Counts());
    }

    [Fact]
    public async Task The_page_is_asked_for_with_all_scopes_and_the_registered_callback()
    {
        await using var login = Program.Begin("login", "mapillary", "--no-browser");

        var page = (await login.PageAsync()).AbsoluteUri;

        Assert.StartsWith($"{Service.Addresses.ConnectUrl}?client_id={Service.Addresses.AppId}&redirect_uri={Uri.EscapeDataString(Callback)}&", page, StringComparison.Ordinal);
        Assert.Contains("&response_type=code&scope=read%20write%20upload&state=", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_the_awaited_answer_is_refused_and_changes_nothing()
    {
        await using var login = Program.Begin("login", "mapillary", "--no-browser");
        var callback = await Browser.AllowAsync(await login.PageAsync());

        HttpStatusCode[] refused =
        [
            await Browser.GoAsync($"{Callback}?code=stolen&state=guessed"),
            await Browser.GoAsync($"{Callback}?code=stolen"),
            await Browser.GoAsync(Callback),
            await Browser.GoAsync($"{Callback}elsewhere{callback.Query}"),
            await Browser.GoAsync($"{callback}&state=twice"),
            await Browser.GoAsync(callback, ("Origin", "https://elsewhere.example")),
            await Browser.GoAsync(callback, ("Host", "elsewhere.example")),
            await Browser.GoAsync(callback, ("Sec-Fetch-Mode", "no-cors")),
            await Browser.PostAsync(callback, callback.Query.TrimStart('?'), ("Origin", Callback.TrimEnd('/'))),
        ];

        Assert.All(refused, status => Assert.Equal(HttpStatusCode.BadRequest, status));
        Assert.Equal(HttpStatusCode.OK, await Browser.GoAsync(callback));
        (await login.EndAsync()).Ends(0);
    }

    [Fact]
    public async Task A_second_callback_is_refused_and_a_replayed_state_finds_nobody()
    {
        Service.AddFault("token:delay=2000:first=1");
        await using var login = Program.Begin("login", "mapillary", "--no-browser");
        var callback = await Browser.AllowAsync(await login.PageAsync());

        Assert.Equal(HttpStatusCode.OK, await Browser.GoAsync(callback));
        Assert.Equal(HttpStatusCode.BadRequest, await Browser.GoAsync(callback));
        (await login.EndAsync()).Ends(0);

        await Assert.ThrowsAsync<HttpRequestException>(() => Browser.GoAsync(callback));
        await using var next = Program.Begin("login", "mapillary", "--no-browser");
        await next.PageAsync();
        Assert.Equal(HttpStatusCode.BadRequest, await Browser.GoAsync(callback));
    }

    [Fact]
    public async Task A_refused_consent_ends_the_sign_in()
    {
        await using var login = Program.Begin("login", "mapillary", "--no-browser");
        await Browser.GoAsync(await Browser.DenyAsync(await login.PageAsync()));

        var run = (await login.EndAsync()).Ends(4);

        Assert.Contains("consent was refused", run.Error, StringComparison.Ordinal);
        Assert.Empty((await Program.RunAsync("accounts")).Of("account"));
    }

    [Theory]
    [InlineData("invalid_scope", 2, "all scopes")]
    [InlineData("invalid_request", 4, "Sign in there in that browser")]
    [InlineData("server_error", 5, "again later")]
    [InlineData("something_new", 4, "something_new")]
    public async Task Each_error_of_the_consent_page_says_what_to_do(string error, int code, string advice)
    {
        await using var login = Program.Begin("login", "mapillary", "--no-browser");
        var state = StateOf(await login.PageAsync());
        Assert.Equal(HttpStatusCode.OK, await Browser.GoAsync($"{Callback}?error={error}&state={state}"));

        var run = (await login.EndAsync()).Ends(code);

        Assert.Contains(advice, run.Summary.Text("error"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_callback_that_is_not_the_registered_one_brings_nobody_back()
    {
        Program.With("MAPILLARY_REDIRECT_URI", $"{Callback}other");
        await using var login = Program.Begin("login", "mapillary", "--no-browser", "--wait-seconds", "1");
        Assert.Equal(HttpStatusCode.BadRequest, await Browser.GoAsync(await login.PageAsync()));

        var run = (await login.EndAsync()).Ends(4);

        Assert.Contains($"register exactly '{Callback}other'", run.Error, StringComparison.Ordinal);
        Assert.Contains("MAPILLARY_REDIRECT_URI", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_taken_port_is_said_at_once()
    {
        using var other = new TcpListener(IPAddress.Loopback, Port);
        other.Start();

        var run = (await Program.RunAsync("login", "mapillary", "--no-browser")).Ends(2);

        Assert.Contains($"Port {Port}", run.Error, StringComparison.Ordinal);
        Assert.Contains("MAPILLARY_REDIRECT_URI", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_the_port_taken_the_redirected_address_may_still_be_typed()
    {
        using var other = new TcpListener(IPAddress.Loopback, Port);
        other.Start();

        var (_, run) = await LoginByTypingAsync("mapillary");

        Assert.Contains($"Port {Port}", run.Error, StringComparison.Ordinal);
        Assert.Contains("type the address of that page here", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_secret_is_named_and_not_shown()
    {
        Program.With("MAPILLARY_SECRET", "MLY|1234567890123456|0123456789abcdef0123456789abcdef");
        await using var login = Program.Begin("login", "mapillary", "--no-browser");
        await Browser.GoAsync(await Browser.AllowAsync(await login.PageAsync()));

        var run = (await login.EndAsync()).Ends(4);

        Assert.Contains("MAPILLARY_SECRET", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("0123456789abcdef", run.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_redirected_address_may_be_typed_instead()
    {
        await using var login = Program.Begin("login", "mapillary", "--no-browser");
        var callback = await Browser.AllowAsync(await login.PageAsync());
        await login.TypeAsync("nonsense");
        await login.TypeAsync($"{Callback}?code=stolen&state=guessed");
        await login.TypeAsync($"http://elsewhere.example/{callback.Query}");
        await login.TypeAsync(callback.AbsoluteUri);

        var run = (await login.EndAsync()).Ends(0);

        Assert.Equal(3, run.Error.Split("This is not the address").Length - 1);
    }

    [Fact]
    public async Task The_users_browser_is_opened_unless_he_says_otherwise()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "What opens a browser there cannot be replaced.");
        using var tools = new FakeTools();
        tools.Add(OperatingSystem.IsMacOS() ? "open" : "xdg-open", """printf '%s' "$1" > "$TMPDIR/opened"; exit 3""");
        Program.With("PATH", tools.Path);
        await using var login = Program.Begin("login", "mapillary");
        var page = await login.PageAsync();
        await Browser.GoAsync(await Browser.AllowAsync(page));
        (await login.EndAsync()).Ends(0);

        Assert.Equal(page.AbsoluteUri, await File.ReadAllTextAsync(Path.Combine(Program.TemporaryFiles, "opened"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Without_keys_it_is_not_set_up_and_the_rest_works()
    {
        AWalk.Of(2).SaveTo(Photos);
        Program.With("MAPILLARY_SECRET", "");

        var login = (await Program.RunAsync("login", "mapillary")).Ends(2);
        var check = (await Program.RunAsync("doctor")).Ends(0).Of("check").Single(check => check.Text("name") == "mapillary");
        var upload = (await Program.RunAsync(Uploading(Photos, "--to", "practice", "--follow"))).Ends(0);

        Assert.Contains("MAPILLARY_SECRET is missing", login.Error, StringComparison.Ordinal);
        Assert.Contains("not set up: MAPILLARY_SECRET", check.Text("detail"), StringComparison.Ordinal);
        Assert.Contains("Register your Mapillary app", check.Text("next_step"), StringComparison.Ordinal);
        Assert.Equal("2 photos, 2 sent, 2 visible", upload.Counts());
    }

    private static string StateOf(Uri page) => page.Query.Split("state=")[1];
}
