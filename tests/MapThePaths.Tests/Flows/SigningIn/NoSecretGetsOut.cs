using System.Text;
using MapThePaths.Tests.Fixtures;
using Microsoft.AspNetCore.WebUtilities;

namespace MapThePaths.Tests.Flows.SigningIn;

/// <summary>Everything that a whole story writes is searched for everything secret in it.</summary>
public sealed class NoSecretGetsOut : ASignIn
{
    private readonly StringBuilder _printed = new();

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
            ["login", "mapillary", "--token", second], ["logout", "mapillary"], ["send", "1"],
        ];
        foreach (var arguments in story)
        {
            await RunAsync(arguments);
        }

        string[] secrets = [first, second, Service.Addresses.AppSecret, QueryHelpers.ParseQuery(callback.Query)["code"].ToString()];
        Assert.Equal(4, secrets.Distinct(StringComparer.Ordinal).Count());
        Assert.All(secrets.SelectMany(Spellings), secret =>
        {
            Assert.DoesNotContain(secret, _printed.ToString(), StringComparison.Ordinal);
            NoFileHolds(secret);
        });
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

    private async Task RunAsync(string[] arguments)
    {
        Print(await Program.RunAsync(arguments));
        Print(await Program.RunForPeopleAsync(arguments));
    }

    // Not the arguments: what a test gives by mistake is not what the program prints.
    private void Print(ProgramRun run) => _printed.Append(run.Output).Append(run.Error);

    private static IEnumerable<string> Spellings(string secret) =>
        [secret, Uri.EscapeDataString(secret), Convert.ToBase64String(Encoding.UTF8.GetBytes(secret)), Convert.ToHexStringLower(Encoding.UTF8.GetBytes(secret))];
}
