using MapThePaths.Tests.Fixtures;

namespace MapThePaths.Tests.Flows;

/// <summary>Those vectors of mtpdu.md §34 that need the whole program.</summary>
public sealed class PredecessorsVectors : AFlow
{
    protected override IReadOnlyDictionary<string, string> ServiceSettings => Service.V3Environment();

    [Fact]
    public async Task V09_one_photo_is_no_sequence()
    {
        AWalk.Of(1).SaveTo(Photos);

        var run = (await Program.RunAsync(["import", .. Uploading(Photos)[1..]])).Ends(2);

        Assert.Contains("at least 2 photos", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task V17_an_upload_interrupted_at_photo_7_of_20_sends_only_the_rest_to_the_same_session_and_publishes_once()
    {
        AWalk.Of(20).SaveTo(Photos);
        Service.AddFault("v3_upload:delay=600000:after=7");
        await Program.KillAsync(
            () => Service.WhenAsync(state => state.CallsOf("v3_upload") > 7 && state.V3Sessions is [{ Photos.Count: 7 }]),
            Uploading(Photos, "--to", "mapillary-v3"));
        Service.ClearFaults();
        var first = Assert.Single((await Service.StateAsync()).V3Sessions);

        (await UploadAsync("--to", "mapillary-v3", "--follow")).Ends(0);

        var state = await Service.StateAsync();
        var session = Assert.Single(state.V3Sessions);
        Assert.Equal(first.Key, session.Key);
        Assert.Equal(20, session.Photos.Count);
        Assert.All(session.Photos, photo => Assert.Equal(1, photo.Times));
        Assert.Equal((1, 1), (state.CallsOf("v3_open"), state.CallsOf("v3_publish")));
    }

    [Fact]
    public async Task V18_one_sequence_that_cannot_be_read_keeps_no_other_from_being_listed()
    {
        AWalk.Of(2).SaveTo(Photos);
        (await Program.RunAsync(["import", .. Uploading(Photos)[1..]])).Ends(0);
        (await Program.RunAsync("import", Photos, "--name", "Other", "--transport", "Earth-Walk")).Ends(0);
        (await Program.RunAsync("edit", "1", "--shift-time", "1")).Ends(0);
        AskCatalog<object?>("UPDATE sequence_edit SET kind = 'of-a-newer-version' WHERE sequence_id = 1");

        Assert.Equal(2, (await Program.RunAsync("list")).Ends(0).Of("sequence").Count);
        (await Program.RunAsync("plan", "2")).Ends(0);
        Assert.Contains("of-a-newer-version", (await Program.RunAsync("plan", "1")).Ends(2).Error, StringComparison.Ordinal);
    }
}
