using MapThePaths.Tests.Fixtures;

namespace MapThePaths.Tests.Flows;

public sealed class StoppedWithCtrlC : AFlow
{
    [Fact]
    public async Task While_it_uploads_what_was_done_is_kept()
    {
        AWalk.Of(6).SaveTo(Photos);
        Service.AddFault("upload:delay=600000:after=3");
        var stopped = await Program.InterruptAsync(
            () => Service.WhenAsync(state => state.CallsOf("upload") > 3 && state.Photos.Count(photo => photo.Complete) == 3),
            Uploading(Photos, "--follow"));
        stopped.Ends(130);
        Service.ClearFaults();

        var run = (await UploadAsync("--follow")).Ends(0);

        Assert.Equal("6 photos, 6 sent, 6 visible", run.Counts());
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

        (await Program.InterruptAsync(() => Service.WhenAsync(state => state.CallsOf("images") > 0), Uploading(Photos, "--follow"))).Ends(130);

        Assert.Equal(3, (await UploadAsync()).Ends(0).Count("already_sent"));
    }

    [Fact]
    public async Task The_practice_services_end_well() =>
        Assert.Equal(0, (await Program.FirstLineAsync("emulate", "--json")).ExitCode);
}
