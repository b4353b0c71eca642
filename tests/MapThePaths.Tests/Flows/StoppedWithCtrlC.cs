using MapThePaths.Tests.Fixtures;

namespace MapThePaths.Tests.Flows;

public sealed class StoppedWithCtrlC : AFlow
{
    [Fact]
    public async Task Once_while_it_uploads_it_finishes_what_is_on_its_way_and_begins_nothing_new()
    {
        AWalk.Of(9).SaveTo(Photos);
        await using var relay = Relay.HoldingAnswersOf(".jpg", Service.Addresses.UploadUrl);
        Program.With("MAPILLARY_UPLOAD_URL", relay.Url);

        var stopped = await Program.PauseAsync(() => Service.WhenAsync(state => state.CallsOf("upload") == 4), relay.LetGo, Uploading(Photos));

        stopped.Ends(130);
        Assert.StartsWith("Stopped.", stopped.Summary.Text("error"), StringComparison.Ordinal);
        Assert.Contains("mapillary: 4 of 9 photos sent, the rest waits here; 'mtpdu send 1 --to mapillary' goes on.", stopped.Error, StringComparison.Ordinal);
        var states = (await Program.RunAsync("show", "1")).Of("photo").Select(photo => photo.GetProperty("states")[0].Text("state")).ToList();
        Assert.Equal((4, 5), (states.Count(state => state == "sent"), states.Count(state => state == "waiting")));
        Assert.Equal(4, (await Service.StateAsync()).CallsOf("upload"));
        (await UploadAsync()).Ends(0);
        Assert.Equal(9, (await Service.StateAsync()).CallsOf("upload"));
        await PublishedOnceAsync(9);
    }

    [Fact]
    public async Task Once_after_the_last_photo_has_begun_it_publishes_nothing()
    {
        AWalk.Of(3).SaveTo(Photos);
        await using var relay = Relay.HoldingAnswersOf(".jpg", Service.Addresses.UploadUrl);
        Program.With("MAPILLARY_UPLOAD_URL", relay.Url);

        (await Program.PauseAsync(() => Service.WhenAsync(state => state.CallsOf("upload") == 3), relay.LetGo, Uploading(Photos))).Ends(130);

        Assert.Equal(0, (await Service.StateAsync()).CallsOf("finish"));
        Assert.Equal("3 photos, 3 sent", (await UploadAsync()).Ends(0).Counts());
        Assert.Equal(3, (await Service.StateAsync()).CallsOf("upload"));
        await PublishedOnceAsync(3);
    }

    [Fact]
    public async Task Once_while_photos_wait_for_their_next_try_it_does_not_wait_with_them()
    {
        AWalk.Of(3).SaveTo(Photos);
        Service.AddFault("upload:status=503:retry_after=1800");

        var stopped = await Program.InterruptAsync(
            () => Service.WhenAsync(state => state.CallsOf("upload") == 3), Uploading(Photos, "--to", "mapillary", "--to", "practice", "--follow"));

        Assert.Contains(
            "mapillary: 0 of 3 photos sent, the rest waits here; 'mtpdu send 1 --to mapillary --to practice --follow' goes on.", stopped.Ends(130).Error, StringComparison.Ordinal);
        Service.ClearFaults();
        Assert.Equal("3 photos, 3 sent", (await UploadAsync()).Ends(0).Counts());
        await PublishedOnceAsync(3);
    }

    [Fact]
    public async Task Twice_while_it_uploads_what_was_done_is_kept()
    {
        AWalk.Of(6).SaveTo(Photos);
        Service.AddFault("upload:delay=600000:after=3");
        var stopped = await Program.InterruptTwiceAsync(
            () => Service.WhenAsync(state => state.CallsOf("upload") > 3 && state.Photos.Count(photo => photo.Complete) == 3),
            Uploading(Photos, "--follow"));
        Assert.Contains("3 of 6 photos sent", stopped.Ends(130).Error, StringComparison.Ordinal);
        Service.ClearFaults();

        var run = (await UploadAsync("--follow")).Ends(0);

        Assert.Equal("6 photos, 6 sent, 6 visible", run.Counts());
        Assert.Equal(3, run.Count("sent_earlier"));
        Assert.Contains("of 6 photos, 3 sent now, 3 sent by an earlier run and published now; ", run.Error, StringComparison.Ordinal);
        await PublishedOnceAsync(6);
    }

    [Fact]
    public async Task While_it_publishes_it_waits_for_the_answer()
    {
        AWalk.Of(3).SaveTo(Photos);
        Service.AddFault("finish:delay=1500");
        (await Program.InterruptAsync(() => Service.WhenAsync(state => state.CallsOf("finish") > 0), Uploading(Photos))).Ends(130);

        var run = (await UploadAsync("--follow")).Ends(0);

        Assert.Equal("3 photos, 3 already_sent, 3 visible", run.Counts());
        await PublishedOnceAsync(3);
    }

    [Fact]
    public async Task While_it_waits_for_images_it_ends_at_once()
    {
        AWalk.Of(3).SaveTo(Photos);
        Service.AddFault("finish:never_process");

        var stopped = (await Program.InterruptAsync(() => Service.WhenAsync(state => state.CallsOf("images") > 1), Uploading(Photos, "--follow"))).Ends(130);

        Assert.Contains("3 of 3 photos are sent to mapillary, and the same command goes on from there.", stopped.Error, StringComparison.Ordinal);
        Assert.Equal(3, (await UploadAsync()).Ends(0).Count("already_sent"));
    }

    [Fact]
    public async Task The_practice_services_end_well() =>
        Assert.Equal(0, (await Program.FirstLineAsync("emulate", "--json")).ExitCode);
}
