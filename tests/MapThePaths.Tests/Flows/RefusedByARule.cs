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
        Assert.Equal((3, 0), (run.Count("failed"), run.Count("waiting")));
        Assert.Empty((await Service.StateAsync()).Calls);
    }

    [Theory]
    [InlineData("Air-BASE Jump")]
    [InlineData("Air-Glider")]
    [InlineData("Air-Hang Glide")]
    [InlineData("Air-Parachute")]
    [InlineData("Air-Paraglide")]
    [InlineData("Air-Wingsuit")]
    [InlineData("Air-Helicopter")]
    [InlineData("Air-Plane")]
    [InlineData("Air-Drone")]
    [InlineData("Powered-Hanglide")]
    [InlineData("Powered-Plane")]
    [InlineData("Water-Drone")]
    [InlineData("Water-Helicopter")]
    [InlineData("Earth-Glider")]
    public async Task All_that_flies_is_refused_by_plan_and_send_at_every_destination_whatever_parent_it_was_given(string transport)
    {
        string[] destinations = ["mapillary", "mapillary-v3", "practice"];
        foreach (var (key, value) in Service.V3Environment().Where(setting => setting.Key != "MAPILLARY_ACCESS_TOKEN"))
        {
            Program.With(key, value);
        }

        AWalk.Of(3).SaveTo(Photos);
        (await Program.RunAsync("import", Photos, "--name", "Flight", "--transport", transport)).Ends(0);

        foreach (var destination in destinations)
        {
            Assert.Equal("transport-not-accepted", (await Program.RunAsync("plan", "1", "--to", destination)).Ends(6).Summary.Text("refusal"));
        }

        var sent = (await Program.RunAsync(["send", "1", .. destinations.SelectMany(destination => new[] { "--to", destination })])).Ends(6);

        Assert.Equal(0, sent.Count("sent"));
        Assert.Empty((await Service.StateAsync()).Calls);
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
