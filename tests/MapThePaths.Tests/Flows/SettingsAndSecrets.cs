using System.Text.RegularExpressions;
using MapThePaths.Tests.Fixtures;

namespace MapThePaths.Tests.Flows;

/// <summary>Beyond this, every flow test looks for the access token in all that was printed and in every file of the home.</summary>
public sealed partial class SettingsAndSecrets : AFlow
{
    private const UnixFileMode OwnersFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    [Fact]
    public async Task Settings_are_read_from_a_file_in_the_current_folder()
    {
        AWalk.Of(2).SaveTo(Photos);
        await WriteEnvAsync($"MAPILLARY_ACCESS_TOKEN={Service.Addresses.AccessToken}");
        using var program = new Mtpdu([.. Service.Environment().Where(setting => setting.Key != "MAPILLARY_ACCESS_TOKEN"), Home]);
        File.Copy(Path.Combine(Program.WorkingFolder, ".env"), Path.Combine(program.WorkingFolder, ".env"));

        var run = (await program.RunAsync(Uploading(Photos, "--follow"))).Ends(0);

        Assert.Equal("2 photos, 2 sent, 2 visible", run.Counts());
        Assert.DoesNotContain(Service.Addresses.AccessToken, run.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_environment_counts_more_than_the_file()
    {
        AWalk.Of(2).SaveTo(Photos);
        await WriteEnvAsync("MAPILLARY_GRAPH_URL=http://127.0.0.1:9/graph\nMAPILLARY_ACCESS_TOKEN=nonsense");

        (await UploadAsync()).Ends(0);
    }

    [Fact]
    public async Task A_line_that_is_no_setting_is_named_by_its_number_alone()
    {
        await WriteEnvAsync("# A comment\n\nexport MTP_WEB_URL=\nMAPILLARY_SECRET MLY|1|0123456789abcdef\n");

        var run = (await Program.RunAsync("doctor")).Ends(0);

        var settings = run.Of("check").Single(check => check.Text("name") == "settings");
        Assert.Contains($"{Path.Combine(Program.WorkingFolder, ".env")}, line 4: ", run.Error, StringComparison.Ordinal);
        Assert.Contains("line 4", settings.Text("next_step"), StringComparison.Ordinal);
        Assert.DoesNotContain("0123456789abcdef", run.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_sample_of_settings_names_every_key_and_changes_nothing_as_it_is()
    {
        var settings = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "src", "MapThePaths.App", "Settings.cs"), TestContext.Current.CancellationToken);
        var sample = await File.ReadAllTextAsync(Path.Combine(Repository.Root, ".env.sample"), TestContext.Current.CancellationToken);
        await WriteEnvAsync(sample);
        AWalk.Of(2).SaveTo(Photos);

        (await UploadAsync()).Ends(0);

        var keys = Keys().Matches(settings).Select(key => key.Value.Trim('"')).Distinct(StringComparer.Ordinal).ToList();
        Assert.Contains("MAPILLARY_SECRET", keys);
        Assert.All(keys, key => Assert.Contains($"\n{key}=\n", sample, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Home_and_catalog_are_their_owners_alone()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Permissions are another matter there.");
            return;
        }

        AWalk.Of(2).SaveTo(Photos);

        (await UploadAsync("--follow")).Ends(0);

        Assert.Equal(OwnersFile | UnixFileMode.UserExecute, new DirectoryInfo(Program.Home).UnixFileMode);
        Assert.Equal(OwnersFile, new FileInfo(Program.Catalog).UnixFileMode);
    }

    [Fact]
    public async Task A_service_that_answers_with_the_token_in_it_does_not_make_us_print_it()
    {
        AWalk.Of(2).SaveTo(Photos);
        await using var echo = new ScriptedServer([.. Enumerable.Repeat(Reply.Json($$$"""{"error":{"message":"bad token {{{Service.Addresses.AccessToken}}}","code":190}}""", status: 400), 4)]);
        Program.With("MAPILLARY_GRAPH_URL", echo.Url);

        (await UploadAsync()).Ends(4);
    }

    [GeneratedRegex("\"(MTPDU|MAPILLARY|MTP)_[A-Z0-9_]+\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Keys();

    private KeyValuePair<string, string> Home => new("MTPDU_HOME", Program.Home);

    private Task WriteEnvAsync(string text) =>
        File.WriteAllTextAsync(Path.Combine(Program.WorkingFolder, ".env"), text, TestContext.Current.CancellationToken);
}
