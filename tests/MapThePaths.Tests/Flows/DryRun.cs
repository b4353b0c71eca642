using MapThePaths.Tests.Fixtures;

namespace MapThePaths.Tests.Flows;

public sealed class DryRun : AFlow
{
    public DryRun() => AWalk.Of(4).SaveTo(Photos);

    [Fact]
    public async Task Nothing_is_published_and_nothing_counts_as_sent()
    {
        var run = (await UploadAsync("--dry-run", "--follow")).Ends(0);

        Assert.Equal("4 photos, 4 dry_run", run.Counts());
        Assert.Equal("dry_run", run.Of("part")[^1].Text("state"));
        var state = await Service.StateAsync();
        Assert.Equal(0, state.CallsOf("finish"));
        Assert.Equal(4, state.Photos.Count(photo => photo.Complete));
    }

    [Fact]
    public async Task A_dry_run_again_sends_no_bytes_again()
    {
        (await UploadAsync("--dry-run")).Ends(0);

        var run = (await UploadAsync("--dry-run")).Ends(0);

        Assert.Equal("4 photos, 4 dry_run", run.Counts());
        Assert.Equal(4, (await Service.StateAsync()).CallsOf("upload"));
    }

    [Fact]
    public async Task A_real_send_afterwards_publishes_without_sending_bytes_again()
    {
        (await UploadAsync("--dry-run")).Ends(0);

        var run = (await Program.RunAsync("send", "1", "--follow")).Ends(0);

        Assert.Equal("4 photos, 4 sent, 4 visible", run.Counts());
        Assert.Equal(4, (await Service.StateAsync()).CallsOf("upload"));
        await PublishedOnceAsync(4);
    }

    [Fact]
    public async Task A_dry_run_of_what_is_published_changes_nothing()
    {
        (await UploadAsync("--follow")).Ends(0);

        var run = (await UploadAsync("--dry-run")).Ends(0);

        Assert.Equal("4 photos, 4 already_sent, 4 visible", run.Counts());
        await PublishedOnceAsync(4);
    }
}
