using System.Text;
using MapThePaths.Emulator;
using MapThePaths.Emulator.MapThePathsWeb;
using MapThePaths.Tests.Fixtures;
using Microsoft.AspNetCore.WebUtilities;

namespace MapThePaths.Tests.Flows.SigningIn;

/// <summary>Everything that a whole story writes is searched for everything secret in it.</summary>
public sealed class NoSecretGetsOut : ASignIn
{
    private readonly StringBuilder _printed = new();

    protected override EmulatorOptions Options => base.Options with { WebGeneration = WebGeneration.Head };

    [Fact]
    public async Task Neither_outputs_nor_files_hold_a_token_a_code_or_the_apps_secret()
    {
        AWalk.Of(6).SaveTo(Photos);
        await using var login = Program.Begin("login", "mapillary", "--no-browser");
        var callback = await Browser.AllowAsync(await login.PageAsync());
        await login.TypeAsync(callback.AbsoluteUri);
        Print((await login.EndAsync()).Ends(0));
        var first = Service.TokenOf("practice");
        Service.AddFault("upload:revoke:only=3");
        Service.AddFault("me:status=500:only=3");

        await RunAsync(Uploading(Photos, "--parallel", "1"));
        Print(await LoginAsync());
        var second = Service.TokenOf("practice");
        string[][] story =
        [
            Uploading(Photos, "--follow"), ["list"], ["plan", "1"], ["show", "1"], ["status"], ["verify", "1", "--safe-to-delete"], ["accounts"], ["doctor"],
            ["export", "1", "--folder", ExportFolder], ["plan", "1", "--html", PlanFile],
            ["login", "mapillary", "--token", second], ["logout", "mapillary"], ["send", "1"],
        ];
        foreach (var arguments in story)
        {
            await RunAsync(arguments);
        }

        ExportsAreThere();
        NothingHolds(first, second, Service.Addresses.AppSecret, QueryHelpers.ParseQuery(callback.Query)["code"].ToString());
    }

    [Fact]
    public async Task At_API_v3_neither_outputs_nor_files_hold_a_token_or_the_form_that_a_session_is_signed_with()
    {
        Use(Service.RegistrationAtV3());
        AWalk.Of(4).SaveTo(Photos);
        var (first, login) = await LoginByTypingAsync("mapillary-v3");
        Print(login);
        Service.AddFault("v3_open:revoke:first=1");
        Service.AddFault("v3_upload:status=403:only=2");
        Service.AddFault("v3_publish:fail_session:first=1");

        string[] upload = Uploading(Photos, "--to", "mapillary-v3", "--parallel", "1");
        await RunAsync(upload);
        var (second, again) = await LoginByTypingAsync("mapillary-v3");
        Print(again);
        await RunAsync(["status"]);
        await RunAsync(upload);
        string[][] story =
        [
            [.. upload, "--follow"], ["show", "1"], ["status"], ["verify", "1"], ["accounts"], ["doctor"], ["send", "1", "--to", "mapillary-v3", "--dry-run", "--resend"],
            ["export", "1", "--folder", ExportFolder, "--to", "mapillary-v3"], ["plan", "1", "--to", "mapillary-v3", "--html", PlanFile],
            ["logout", "mapillary-v3"], ["send", "1", "--to", "mapillary-v3"],
        ];
        foreach (var arguments in story)
        {
            await RunAsync(arguments);
        }

        ExportsAreThere();
        Assert.True(AskCatalog<long>("SELECT COUNT(*) FROM upload_session WHERE record LIKE '%\"X-Amz-Signature\":\"…\"%'") > 0);
        NothingHolds(TokenIn(first.Query), TokenIn(second.Query), Service.Addresses.V3.AppSecret);

        // How every signed policy begins, and whose signature it is.
        NothingHolds("eyJleHBpcmF0aW9uIjoi", "AKIAPRACTICEPRACTICE");
        Assert.Equal(0, AskCatalog<long>("SELECT COUNT(*) FROM upload_session WHERE record GLOB '*\"X-Amz-Signature\":\"[0-9a-f]*'"));
    }

    [Fact]
    public async Task At_Map_the_Paths_Web_neither_outputs_nor_files_hold_a_token()
    {
        using var desktop = new FakeTools();
        desktop.Add("xdg-mime", "exit 1");
        Program.With("PATH", desktop.Path).With("XDG_DATA_HOME", Path.Combine(desktop.Folder, "share"));
        Use(Service.RegistrationAtWeb());
        var (callback, login) = await LoginByTypingAsync("mtpw");
        Print(login);
        foreach (string[] arguments in (string[][])[["accounts"], ["doctor"], ["callback", callback.OriginalString], ["logout", "mtpw"], ["doctor"]])
        {
            await RunAsync(arguments);
        }

        NothingHolds(TokenIn(callback.Fragment), Service.Addresses.Mtpw.AppSecret);
    }

    [Fact]
    public async Task The_report_of_a_fault_in_the_program_holds_no_token_of_any_of_the_three_services()
    {
        Use(Service.WebEnvironment());
        Program
            .With("MAPILLARY_ACCESS_TOKEN", Service.TokenOf("walker"))
            .With("MAPILLARY_V3_URL", Service.Addresses.V3.Url)
            .With("MAPILLARY_V3_APP_ID", Service.Addresses.V3.AppId)
            .With("MAPILLARY_V3_ACCESS_TOKEN", Service.Addresses.V3.AccessToken);
        string[] secrets = [Service.TokenOf("walker"), Service.Addresses.V3.AccessToken, Service.Addresses.Mtpw.AccessToken, Service.Addresses.AppSecret];
        (await Program.RunAsync("sync", "--consent")).Ends(0);

        // What reads the catalog stumbles over it and repeats it in its message.
        AskCatalog<object?>($"UPDATE entry_server SET agreed_at = '{string.Join(' ', secrets)}'");
        var run = await Program.RunIntoFaultAsync("doctor");

        AskCatalog<object?>("UPDATE entry_server SET agreed_at = 1");
        var report = await File.ReadAllTextAsync(Assert.Single(Directory.GetFiles(Path.Combine(Program.Home, "logs"))), TestContext.Current.CancellationToken);
        Assert.Contains("'… … … …'", report, StringComparison.Ordinal);
        Assert.All(secrets.SelectMany(Spellings), secret => Assert.DoesNotContain(secret, report + run.Output + run.Error, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_secret_that_is_broken_into_lines_is_not_printed_in_halves()
    {
        var token = string.Concat(Enumerable.Range(0, 40).Select(number => $"MLYA{number:0000}tok"));
        await using var echo = new ScriptedServer([.. Enumerable.Repeat(Reply.Json($$"""{"id":"1","username":"{{token}}"}"""), 4)]);
        Program.With("MAPILLARY_GRAPH_URL", echo.Url);
        await using var login = Program.Begin("login", "mapillary", "--token", "-", "--account", "short");
        await login.TypeAsync(token);

        var run = (await login.EndAsync()).Ends(0);

        Assert.Contains("Signed in at mapillary as …", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("MLYA", run.Output + run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_service_that_repeats_the_apps_secret_does_not_make_us_print_it()
    {
        var secret = Service.Addresses.AppSecret;
        await using var echo = new ScriptedServer(Reply.Json($$$"""{"error":{"message":"wrong secret {{{secret}}} {{{Uri.EscapeDataString(secret)}}}","code":100}}""", status: 400));
        Program.With("MAPILLARY_GRAPH_URL", echo.Url);
        await using var login = Program.Begin("login", "mapillary", "--no-browser");
        await Browser.GoAsync(await Browser.AllowAsync(await login.PageAsync()));

        var run = (await login.EndAsync()).Ends(4);

        Assert.Contains("wrong secret … …", run.Error, StringComparison.Ordinal);
    }

    private string ExportFolder => Path.Combine(Program.WorkingFolder, "export");

    private string PlanFile => Path.Combine(Program.WorkingFolder, "plan.html");

    private void ExportsAreThere() => Assert.All([Path.Combine(ExportFolder, "sequence.json"), PlanFile], file => Assert.True(File.Exists(file), file));

    private async Task RunAsync(string[] arguments)
    {
        Print(await Program.RunAsync(arguments));
        Print(await Program.RunForPeopleAsync(arguments));
    }

    private void NothingHolds(params string[] secrets)
    {
        Assert.Equal(secrets.Length, secrets.Distinct(StringComparer.Ordinal).Count());
        Assert.All(secrets.SelectMany(Spellings), secret =>
        {
            Assert.DoesNotContain(secret, _printed.ToString(), StringComparison.Ordinal);
            NoFileHolds(secret);
        });
    }

    private static string TokenIn(string parameters) => parameters.Split("access_token=")[1].Split('&')[0];

    // Not the arguments: what a test gives by mistake is not what the program prints.
    private void Print(ProgramRun run) => _printed.Append(run.Output).Append(run.Error);

    private static IEnumerable<string> Spellings(string secret) =>
        [secret, Uri.EscapeDataString(secret), Convert.ToBase64String(Encoding.UTF8.GetBytes(secret)), Convert.ToHexStringLower(Encoding.UTF8.GetBytes(secret))];
}
