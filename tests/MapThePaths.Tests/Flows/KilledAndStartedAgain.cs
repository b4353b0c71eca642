using MapThePaths.Tests.Fixtures;

namespace MapThePaths.Tests.Flows;

/// <summary>The program is killed as by <c>kill -9</c> at one moment of an upload, and the same command is given again.</summary>
public sealed class KilledAndStartedAgain : AFlow
{
    private const int PhotoCount = 6;
    private const string ForEver = "delay=600000";

    [Fact]
    public async Task Before_it_knows_who_it_is()
    {
        Service.AddFault($"me:{ForEver}");

        await KillWhenAsync(state => state.CallsOf("me") > 0);

        await GoesOnAsync($"{PhotoCount} photos, {PhotoCount} sent, {PhotoCount} visible");
    }

    [Fact]
    public async Task Before_the_first_photo()
    {
        Service.AddFault($"upload:{ForEver}");

        await KillWhenAsync(state => state.CallsOf("upload") > 0);

        await GoesOnAsync($"{PhotoCount} photos, {PhotoCount} sent, {PhotoCount} visible");
    }

    [Fact]
    public async Task In_the_middle_of_a_photo()
    {
        Service.AddFault("upload:drip=20000");

        await KillWhenAsync(state => state.Photos.Any(photo => photo.Bytes > 0 && !photo.Complete));

        Assert.Contains((await Service.StateAsync()).Photos, photo => photo is { Bytes: > 0, Complete: false });
        await GoesOnAsync($"{PhotoCount} photos, {PhotoCount} sent, {PhotoCount} visible");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(5)]
    public async Task After_some_photos(int photos)
    {
        Service.AddFault($"upload:{ForEver}:after={photos}");

        await KillWhenAsync(state => state.CallsOf("upload") > photos && state.Photos.Count(photo => photo.Complete) == photos);

        await GoesOnAsync($"{PhotoCount} photos, {PhotoCount} sent, {PhotoCount} visible");
    }

    [Fact]
    public async Task After_all_photos_and_before_their_list()
    {
        Service.AddFault($"manifest:{ForEver}");

        await KillWhenAsync(state => state.CallsOf("manifest") > 0);

        await GoesOnAsync($"{PhotoCount} photos, {PhotoCount} sent, {PhotoCount} visible");
        Assert.Equal(PhotoCount, (await Service.StateAsync()).CallsOf("upload"));
    }

    [Fact]
    public async Task After_the_list_of_photos_and_before_publishing()
    {
        AWalk.Of(PhotoCount).SaveTo(Photos);
        await using var relay = Relay.HoldingAnswersOf(".json", Service.Addresses.UploadUrl);
        Program.With("MAPILLARY_UPLOAD_URL", relay.Url);

        await Program.KillAsync(() => relay.Held, Uploading(Photos, "--follow"));

        Assert.True(Assert.Single((await Service.StateAsync()).Manifests).Complete);
        Program.With("MAPILLARY_UPLOAD_URL", Service.Addresses.UploadUrl);
        await GoesOnAsync($"{PhotoCount} photos, {PhotoCount} sent, {PhotoCount} visible");
        Assert.Equal(PhotoCount, (await Service.StateAsync()).CallsOf("upload"));
    }

    [Fact]
    public async Task After_publishing_and_before_its_answer()
    {
        AWalk.Of(PhotoCount).SaveTo(Photos);
        await using var relay = Relay.HoldingAnswersOf("/finish_upload", Service.Addresses.GraphUrl);
        Program.With("MAPILLARY_GRAPH_URL", relay.Url);

        await Program.KillAsync(() => relay.Held, Uploading(Photos, "--follow"));

        Program.With("MAPILLARY_GRAPH_URL", Service.Addresses.GraphUrl);
        await GoesOnAsync($"{PhotoCount} photos, {PhotoCount} already_sent, {PhotoCount} visible");
    }

    [Fact]
    public async Task While_it_waits_for_images()
    {
        Service.AddFault($"images:{ForEver}:after=1");

        await KillWhenAsync(state => state.CallsOf("images") > 1);

        await GoesOnAsync($"{PhotoCount} photos, {PhotoCount} already_sent, {PhotoCount} visible");
    }

    [Fact]
    public async Task Between_two_parts()
    {
        AWalk.Of(PhotoCount).WithPauseBefore(4).SaveTo(Photos);
        Service.AddFault($"manifest:{ForEver}:only=2");

        await Program.KillAsync(
            () => Service.WhenAsync(state => state.FinishCalls.Count == 1 && state.CallsOf("manifest") == 2),
            Uploading(Photos, "--follow"));

        Service.ClearFaults();
        var run = (await UploadAsync("--follow")).Ends(0);
        Assert.Equal("6 photos, 3 sent, 3 already_sent, 6 visible", run.Counts());
        await PublishedOnceAsync(PhotoCount, parts: 2);
    }

    // Nobody can tell a request that was lost from one that was carried out, so it is never made a second time by itself.
    [Fact]
    public async Task While_the_request_to_publish_is_lost_it_is_not_made_again()
    {
        Service.AddFault($"finish:{ForEver}");
        await KillWhenAsync(state => state.CallsOf("finish") > 0);
        Service.ClearFaults();

        var run = await UploadAsync();

        Assert.Equal($"{PhotoCount} photos, {PhotoCount} already_sent", run.Counts());
        Assert.Equal("publishing", (await Program.RunAsync("status")).Of("part")[^1].Text("state"));
        Assert.Equal(1, (await Service.StateAsync()).CallsOf("finish"));
    }

    private async Task KillWhenAsync(Predicate<ServiceState> moment)
    {
        AWalk.Of(PhotoCount).OfSize(40_000).SaveTo(Photos);
        await Program.KillAsync(() => Service.WhenAsync(moment), Uploading(Photos, "--follow"));
    }

    private async Task GoesOnAsync(string counts)
    {
        Service.ClearFaults();

        var run = (await UploadAsync("--follow")).Ends(0);

        Assert.Equal(counts, run.Counts());
        await PublishedOnceAsync(PhotoCount);
        var images = (await Service.StateAsync()).Clusters[0].Images;
        Assert.Equal(PhotoCount, images.Select(image => image.Key).Distinct(StringComparer.Ordinal).Count());
    }
}
