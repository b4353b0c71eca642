using System.Text.Json;
using MapThePaths.Tests.Fixtures;

namespace MapThePaths.Tests.Flows;

public sealed class TheEmulatedServices : AFlow
{
    [Theory]
    [InlineData("seed", "/o/authorize/")]
    [InlineData("head", "/accounts/authorize/")]
    public async Task The_generation_of_map_the_paths_web_can_be_chosen(string generation, string path)
    {
        var (line, _) = await Program.FirstLineAsync("emulate", "--json", "--mtpw", generation);

        var addresses = JsonElement.Parse(line);
        Assert.Equal(addresses.GetProperty("mtpw_url").GetString() + path, addresses.GetProperty("mtpw_auth_url").GetString());
    }

    [Fact]
    public async Task What_they_print_is_all_that_an_env_file_needs_for_every_destination()
    {
        using var program = new Mtpdu();
        AWalk.Of(2).SaveTo(Photos);
        var state = Path.Combine(program.WorkingFolder, "state");
        var printed = await program.UntilAsync("MTP_WEB_TOKEN=", async lines =>
        {
            await File.WriteAllLinesAsync(Path.Combine(program.WorkingFolder, ".env"), lines, TestContext.Current.CancellationToken);
            var checks = (await program.RunAsync("doctor")).Ends(0).Of("check");
            var second = (await program.RunAsync("emulate", "--state", state)).Ends(2);

            // Consent to syncing is the user's word, not a setting.
            Assert.All(checks.Where(check => check.Text("name") != "sync"), check => Assert.True(check.GetProperty("ok").GetBoolean(), check.ToString()));
            Assert.Contains("another emulator keeps its state", second.Error, StringComparison.Ordinal);
            foreach (var destination in (string[])["mapillary", "mapillary-v3"])
            {
                var run = await program.RunForPeopleAsync(Uploading(Photos, "--to", destination, "--follow"));
                Assert.Equal(destination == "mapillary", run.Ends(0).Output.Contains("not the live service", StringComparison.Ordinal));
            }
        }, "emulate", "--state", state, "--processing-seconds", "0");

        Assert.All(printed, line => Assert.True(line is "" or ['#', ..] || line.Contains('=', StringComparison.Ordinal), line));
    }

    [Fact]
    public async Task A_generation_that_never_was_is_wrong_usage() =>
        Assert.Equal(2, (await Program.RunAsync("emulate", "--mtpw", "tail")).ExitCode);
}
