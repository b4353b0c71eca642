using MapThePaths.Emulator;
using MapThePaths.Emulator.MapThePathsWeb;
using MapThePaths.Tests.Fixtures;

namespace MapThePaths.Tests.Flows.SigningIn;

/// <summary>
/// Implicit grant of Map the Paths Web to the app's own scheme (mtpw.md §2). The desktop is played by scripts that keep to what
/// <c>xdg-mime</c> and <c>xdg-open</c> do with a desktop file.
/// </summary>
public sealed class AtMapThePathsWeb : ASignIn
{
    private readonly FakeTools _desktop = new();

    protected override EmulatorOptions Options => base.Options with { WebGeneration = WebGeneration.Head };

    private string Applications => Path.Combine(_desktop.Folder, "share", "applications");

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Use(Service.RegistrationAtWeb());
        _desktop.Add("xdg-mime", """
            here=$(dirname "$0")
            case "$1" in
              default) echo "$2" > "$here/handler-$(basename "$3")" ;;
              query) cat "$here/handler-$(basename "$3")" 2>/dev/null ;;
            esac
            """);
        Program.With("PATH", _desktop.Path).With("XDG_DATA_HOME", Path.Combine(_desktop.Folder, "share"));
    }

    [Fact]
    public async Task The_system_starts_a_second_instance_that_brings_the_token_to_the_waiting_one()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Other systems register otherwise.");
        await using var login = Program.Begin("login", "mtpw", "--no-browser");
        var callback = await Browser.AllowAsync(await login.PageAsync());

        Assert.Equal(0, await OpenAsync(callback));
        var run = (await login.EndAsync()).Ends(0);

        var account = run.Of("account").Single();
        Assert.Equal("""["read","write"]""", account.GetProperty("scopes").GetRawText());
        Assert.StartsWith("204", account.Text("expires_at"), StringComparison.Ordinal);
        NoFileHolds(TokenIn(callback));
        Assert.DoesNotContain(TokenIn(callback), run.ToString(), StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(Program.Home, "sign-in.socket")));
    }

    [Fact]
    public async Task What_is_not_the_awaited_answer_is_refused_and_changes_nothing()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Other systems register otherwise.");
        await using var login = Program.Begin("login", "mtpw", "--no-browser");
        var callback = await Browser.AllowAsync(await login.PageAsync());

        Assert.Equal(4, await OpenAsync(new Uri("app.mtp.desktop://app#access_token=stolen&state=guessed")));
        Assert.Equal(4, await OpenAsync(new Uri($"app.mtp.desktop://mapillary{callback.Fragment}")));
        Assert.Equal(0, await OpenAsync(callback));
        (await login.EndAsync()).Ends(0);

        Assert.Equal(4, await OpenAsync(callback));
    }

    [Fact]
    public async Task The_socket_is_its_owners_alone_and_one_that_a_killed_sign_in_left_stands_in_nobodys_way()
    {
        if (!OperatingSystem.IsLinux())
        {
            Assert.Skip("Other systems register otherwise.");
            return;
        }

        var socket = new FileInfo(Path.Combine(Program.Home, "sign-in.socket"));
        await using (var killed = Program.Begin("login", "mtpw", "--no-browser"))
        {
            await killed.PageAsync();
        }

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, socket.UnixFileMode);
        await using var login = Program.Begin("login", "mtpw", "--no-browser");
        Assert.Equal(0, await OpenAsync(await Browser.AllowAsync(await login.PageAsync())));
        (await login.EndAsync()).Ends(0);
    }

    [Fact]
    public async Task A_second_sign_in_does_not_take_the_place_of_the_one_that_waits()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Other systems register otherwise.");
        await using var login = Program.Begin("login", "mtpw", "--no-browser");
        var page = await login.PageAsync();

        (await Program.RunAsync("login", "mtpw", "--no-browser")).Ends(2);

        Assert.Equal(0, await OpenAsync(await Browser.AllowAsync(page)));
        (await login.EndAsync()).Ends(0);
    }

    [Fact]
    public async Task Where_no_handler_can_be_registered_the_address_is_typed()
    {
        _desktop.Add("xdg-mime", "exit 1");
        await using var login = Program.Begin("login", "mtpw", "--no-browser");
        var callback = await Browser.AllowAsync(await login.PageAsync());
        await login.TypeAsync("app.mtp.desktop://app#access_token=stolen&state=guessed");
        await login.TypeAsync(callback.OriginalString);

        var run = (await login.EndAsync()).Ends(0);

        Assert.Contains("type that address here", run.Error, StringComparison.Ordinal);
        Assert.Contains("begins with 'app.mtp.desktop://app',", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("app.mtp.desktop://app/", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_does_not_come_back_is_told_the_callback_as_it_is_registered_and_no_setting_that_does_not_count()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Other systems register otherwise.");

        var run = (await Program.RunAsync("login", "mtpw", "--no-browser", "--wait-seconds", "1")).Ends(4);

        Assert.Contains("register exactly 'app.mtp.desktop://app' for the app", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("MAPILLARY_REDIRECT_URI", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_nobody_to_type_it_ends_at_once()
    {
        _desktop.Add("xdg-mime", "exit 1");

        (await Program.RunAsync("login", "mtpw", "--no-browser")).Ends(4);
    }

    [Fact]
    public async Task A_refused_consent_ends_the_sign_in()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Other systems register otherwise.");
        await using var login = Program.Begin("login", "mtpw", "--no-browser");
        Assert.Equal(0, await OpenAsync(await Browser.DenyAsync(await login.PageAsync())));

        Assert.Contains("consent was refused", (await login.EndAsync()).Ends(4).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_app_that_is_registered_otherwise_is_wrong_usage()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Other systems register otherwise.");
        Service.AddFault("mtpw_authorize:consent_error=unauthorized_client");
        await using var login = Program.Begin("login", "mtpw", "--no-browser");
        Assert.Equal(0, await OpenAsync(await Browser.LeaveAsync(await login.PageAsync())));

        Assert.Contains("app.mtp.desktop://app", (await login.EndAsync()).Ends(2).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signing_out_revokes_the_token_there()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Other systems register otherwise.");
        await using var login = Program.Begin("login", "mtpw", "--no-browser");
        var callback = await Browser.AllowAsync(await login.PageAsync());
        await OpenAsync(callback);
        (await login.EndAsync()).Ends(0);

        var run = (await Program.RunAsync("logout", "mtpw")).Ends(0);

        Assert.True(run.Summary.GetProperty("revoked").GetBoolean());
        await using var again = Program.Begin("login", "mtpw", "--token", "-");
        await again.TypeAsync(TokenIn(callback));
        (await again.EndAsync()).Ends(4);
    }

    [Fact]
    public async Task Another_server_than_the_one_that_gave_the_token_is_not_asked_to_revoke_it()
    {
        _desktop.Add("xdg-mime", "exit 1");
        await LoginByTypingAsync("mtpw");
        await using var other = new ScriptedServer();
        Program.With("MTP_WEB_URL", other.Url).With("MTP_WEB_AUTH_URL", other.Url + "/accounts/authorize");

        var run = (await Program.RunAsync("logout", "mtpw")).Ends(3);

        Assert.Contains("was given by", run.Error, StringComparison.Ordinal);
        Assert.Empty(other.Requests);
    }

    [Fact]
    public async Task A_token_that_the_server_refuses_is_not_stored()
    {
        await using var server = new ScriptedServer(Reply.Json("""{"detail":"Authentication credentials were not provided."}""", status: 403));
        Program.With("MTP_WEB_URL", server.Url);
        await using var login = Program.Begin("login", "mtpw", "--token", "-");
        await login.TypeAsync("aTokenThatIsDeadAlready");

        (await login.EndAsync()).Ends(4);

        Assert.Empty((await Program.RunAsync("accounts")).Of("account"));
        Assert.Equal("Bearer aTokenThatIsDeadAlready", server.Requests[0].Header("Authorization"));
    }

    [Fact]
    public async Task A_server_of_the_first_generation_is_asked_by_its_own_route()
    {
        await using var server = new ScriptedServer(
            Reply.Json("<h1>Not Found</h1>", status: 404), Reply.Json("""{"error":"Mapillary token is invalid","status":false}"""));
        Program.With("MTP_WEB_URL", server.Url);
        await using var login = Program.Begin("login", "mtpw", "--token", "-");
        await login.TypeAsync("aTokenThatIsGood");

        (await login.EndAsync()).Ends(0);

        Assert.Equal(["POST /api/v1/sequence/create/", "POST /api/v1/mapillary/token/verify"], server.Lines);
    }

    private static string TokenIn(Uri callback) => callback.Fragment.Split("access_token=")[1].Split('&')[0];

    // As a desktop does it: the command of the registered file, the address in place of %u, and none of our settings.
    private async Task<int> OpenAsync(Uri address)
    {
        var file = (await File.ReadAllTextAsync(Path.Combine(_desktop.Folder, "handler-app.mtp.desktop"), TestContext.Current.CancellationToken)).Trim();
        var lines = await File.ReadAllLinesAsync(Path.Combine(Applications, file), TestContext.Current.CancellationToken);
        Assert.Contains("MimeType=x-scheme-handler/app.mtp.desktop;", lines);
        var command = lines.Single(line => line.StartsWith("Exec=", StringComparison.Ordinal))["Exec=".Length..].Split(' ');
        var start = new System.Diagnostics.ProcessStartInfo(command[0], command[1..].Select(word => word == "%u" ? address.OriginalString : word))
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment.Remove("MTPDU_HOME");
        using var process = System.Diagnostics.Process.Start(start)!;
        var said = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var complained = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.DoesNotContain("access_token", await said + complained, StringComparison.Ordinal);
        return process.ExitCode;
    }
}
