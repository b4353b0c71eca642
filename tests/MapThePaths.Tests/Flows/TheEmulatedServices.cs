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
    public async Task A_generation_that_never_was_is_wrong_usage() =>
        Assert.Equal(2, (await Program.RunAsync("emulate", "--mtpw", "tail")).ExitCode);
}
