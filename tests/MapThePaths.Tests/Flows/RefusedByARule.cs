using MapThePaths.Tests.Fixtures;

namespace MapThePaths.Tests.Flows;

public sealed class RefusedByARule : AFlow
{
    [Theory]
    [InlineData("Air-Drone", "mapillary")]
    [InlineData("Air-Drone", "practice")]
    [InlineData("Air-Paraglide", "mapillary")]
    [InlineData("powered-Helicopter", "mapillary")]
    [InlineData("Air-BASE Jump", "mapillary-v3")]
    [InlineData("Air-Hanglide", "mapillary-v3")]
    [InlineData("Powered-Drone", "mapillary-v3")]
    public async Task Pictures_from_the_air_are_refused_before_the_first_byte(string transport, string destination)
    {
        AWalk.Of(3).SaveTo(Photos);

        var run = (await Program.RunAsync("upload", Photos, "--name", "Flight", "--transport", transport, "--to", destination)).Ends(6);

        Assert.Contains("transport-not-accepted", run.Error, StringComparison.Ordinal);
        Assert.Empty((await Service.StateAsync()).Calls);
    }

    [Fact]
    public async Task The_plan_says_so_beforehand()
    {
        AWalk.Of(3).SaveTo(Photos);
        (await Program.RunAsync("import", Photos, "--name", "Flight", "--transport", "Air-Drone")).Ends(0);

        var run = (await Program.RunAsync("plan", "1")).Ends(6);

        Assert.Equal("transport-not-accepted", run.Summary.Text("refusal"));
    }

    [Theory]
    [InlineData("mapillary")]
    [InlineData("mapillary-v3")]
    public async Task A_sequence_of_refused_projections_alone_is_refused_whole(string destination)
    {
        foreach (var photo in Enumerable.Range(1, 3))
        {
            AWalk.Of(3).Photo(photo).Projected("cubic").SaveTo(Photo(AWalk.NameOf(photo)));
        }

        var run = (await UploadAsync("--to", destination)).Ends(6);

        Assert.Equal("3 photos, 3 left_out", run.Counts());
        Assert.All(run.Of("left_out"), left => Assert.Equal("projection-not-accepted", left.Text("reason")));
        Assert.Empty((await Service.StateAsync()).Calls);
    }
}
