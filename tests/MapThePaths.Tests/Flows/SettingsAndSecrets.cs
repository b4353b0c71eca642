using MapThePaths.Tests.Fixtures;

namespace MapThePaths.Tests.Flows;

/// <summary>Beyond this, every flow test looks for the access token in all that was printed and in every file of the home.</summary>
public sealed class SettingsAndSecrets : AFlow
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

    private KeyValuePair<string, string> Home => new("MTPDU_HOME", Program.Home);

    private Task WriteEnvAsync(string text) =>
        File.WriteAllTextAsync(Path.Combine(Program.WorkingFolder, ".env"), text, TestContext.Current.CancellationToken);
}
