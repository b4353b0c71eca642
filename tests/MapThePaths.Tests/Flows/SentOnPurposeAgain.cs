using MapThePaths.Emulator;
using MapThePaths.Tests.Fixtures;

namespace MapThePaths.Tests.Flows;

/// <summary>The two ways to have the service take something once more, and what keeps everybody else from it.</summary>
public sealed class SentOnPurposeAgain : AFlow
{
    protected override EmulatorOptions Options => new() { ProcessingSeconds = 0 };

    [Fact]
    public async Task Resend_publishes_once_more_and_the_old_images_are_still_named()
    {
        AWalk.Of(3).SaveTo(Photos);
        (await UploadAsync("--follow")).Ends(0);

        var run = (await Program.RunAsync("send", "1", "--resend", "--follow")).Ends(0);

        Assert.Equal("3 photos, 3 sent, 3 visible", run.Counts());
        Assert.Equal(2, (await Service.StateAsync()).Clusters.Count);
        var states = (await Program.RunAsync("show", "1")).Of("photo").Select(photo => photo.GetProperty("states")[0]).ToList();
        Assert.All(states, state => Assert.NotEqual(state.Text("image_id"), Assert.Single(state.GetProperty("former_image_ids").EnumerateArray()).GetString()));
        (await Program.RunAsync("send", "1")).Ends(0);
        Assert.Equal(2, (await Service.StateAsync()).Clusters.Count);
    }

    [Fact]
    public async Task Images_of_the_first_sending_are_not_taken_for_those_of_the_second()
    {
        AWalk.Of(3).SaveTo(Photos);
        Service.AddFault("image:drop_image:after=3");
        (await UploadAsync()).Ends(0);

        (await Program.RunAsync("send", "1", "--resend")).Ends(0);

        Assert.Equal(0, (await Program.RunAsync("status", "1")).Ends(0).Count("visible"));
        Assert.Equal(2, (await Service.StateAsync()).Clusters.Count);
    }

    [Fact]
    public async Task While_a_part_that_was_sent_again_is_unclear_the_same_command_sends_nothing_once_more()
    {
        AWalk.Of(4).WithPauseBefore(3).SaveTo(Photos);
        (await UploadAsync("--follow")).Ends(0);
        Service.AddFault("finish:garbage:first=1");
        (await Program.RunAsync("send", "1", "--resend")).Ends(3);
        var before = (await Service.StateAsync()).FinishCalls.Count;

        (await Program.RunAsync("send", "1", "--resend")).Ends(3);

        Assert.Equal(before, (await Service.StateAsync()).FinishCalls.Count);
    }

    [Fact]
    public async Task Stopped_while_it_follows_it_says_that_the_same_command_would_send_once_more()
    {
        AWalk.Of(3).SaveTo(Photos);
        (await UploadAsync("--follow")).Ends(0);
        var looks = (await Service.StateAsync()).CallsOf("images");
        Service.AddFault("finish:never_process");

        var stopped = await Program.InterruptAsync(
            () => Service.WhenAsync(state => state.FinishCalls.Count == 2 && state.CallsOf("images") > looks + 1), "send", "1", "--resend", "--follow");

        Assert.Contains("'mtpdu status 1 --follow' goes on; the same command would send it once more.", stopped.Ends(130).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_photo_is_sent_again_by_its_name()
    {
        AWalk.Of(3).SaveTo(Photos);
        (await UploadAsync("--follow")).Ends(0);

        var run = (await Program.RunAsync("send", "1", "--resend", "walk02.jpg")).Ends(0);

        Assert.Equal("3 photos, 1 sent, 2 already_sent, 2 visible", run.Counts());
        Assert.Single((await Service.StateAsync()).Clusters[^1].Images);
    }

    [Fact]
    public async Task A_name_that_is_no_photo_and_a_dry_run_are_wrong_usage()
    {
        AWalk.Of(2).SaveTo(Photos);
        (await UploadAsync()).Ends(0);

        (await Program.RunAsync("send", "1", "--resend", "nobody.jpg")).Ends(2);
        (await Program.RunAsync("send", "1", "--resend", "--dry-run")).Ends(2);
        (await Program.RunAsync("send", "1", "--publish-again", "--dry-run")).Ends(2);

        Assert.Single((await Service.StateAsync()).Clusters);
    }

    [Fact]
    public async Task A_corrected_time_of_sent_photos_is_told_by_plan_and_send_and_sent_only_on_purpose()
    {
        foreach (var i in Enumerable.Range(1, 2))
        {
            APhoto.At(47 + (i * 0.0001), 8).TakenByClock($"2023-05-10 10:00:0{i}").Camera("Trek", "One").SaveTo(Photo($"{i}.jpg"));
        }

        (await UploadAsync("--time-zone", "utc", "--follow")).Ends(0);

        var plan = (await Program.RunAsync("plan", "1", "--time-zone", "+01:00")).Ends(0);
        var send = (await Program.RunAsync("send", "1", "--time-zone", "+01:00")).Ends(0);

        Assert.All([plan, send], run => Assert.Equal(2, run.Count("corrected")));
        Assert.All([plan, send], run => Assert.Equal(["sent-with-other-time", "sent-with-other-time"], run.Of("corrected").Select(line => Assert.Single(line.GetProperty("reasons").EnumerateArray()).GetString())));
        Assert.Equal("2 photos, 2 already_sent, 2 visible", send.Counts());
        Assert.Contains("2 photos (1.jpg, 2.jpg) are there already with another time", (await Program.RunForPeopleAsync("send", "1")).Output, StringComparison.Ordinal);
        Assert.Single((await Service.StateAsync()).Clusters);
        Assert.Equal(0, (await Program.RunAsync("send", "1", "--resend", "--follow")).Ends(0).Count("corrected"));
        Assert.Equal(0, (await Program.RunAsync("send", "1")).Ends(0).Count("corrected"));
    }

    [Fact]
    public async Task What_may_be_sent_again_is_said_with_its_destination_and_older_images_only_where_there_are_some()
    {
        AWalk.Of(3).SaveTo(Photos);
        (await UploadAsync("--to", "practice")).Ends(0);
        (await Program.RunAsync("edit", "1", "--shift-time", "5")).Ends(0);

        var plan = await Program.RunForPeopleAsync("plan", "1", "--to", "practice");
        var again = await Program.RunForPeopleAsync("send", "1", "--to", "practice", "--resend");
        var first = await Program.RunForPeopleAsync("send", "1", "--resend");

        Assert.Contains("'mtpdu send 1 --to practice --resend PHOTO' sends it again", Unbroken(plan), StringComparison.Ordinal);
        Assert.Contains("older images of those photos stay online, and 'mtpdu show 1' still names them", Unbroken(again.Ends(0)), StringComparison.Ordinal);
        Assert.DoesNotContain("older images", Unbroken(first.Ends(0)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_published_perhaps_is_told_by_every_run_that_ends_with_it()
    {
        AWalk.Of(3).SaveTo(Photos);
        Service.AddFault("finish:garbage:first=1");
        (await UploadAsync()).Ends(3);

        var run = (await Program.RunAsync("send", "1")).Ends(3);
        var told = Unbroken((await Program.RunForPeopleAsync("send", "1")).Ends(3));

        var part = Assert.Single(run.Of("part"));
        Assert.Equal("publishing", part.Text("state"));
        Assert.Contains("it can be published again", part.Text("next_step"), StringComparison.Ordinal);
        Assert.Contains("Part 1 at mapillary: It is not known whether it was published at", told, StringComparison.Ordinal);
        Assert.Contains("If there are none by", told, StringComparison.Ordinal);
        Assert.DoesNotContain("tells when the images are visible", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_published_perhaps_is_published_again_only_after_72_hours()
    {
        AWalk.Of(3).SaveTo(Photos);
        Service.AddFault("finish:garbage:first=1");
        (await UploadAsync()).Ends(3);

        var early = (await Program.RunAsync("send", "1", "--publish-again")).Ends(6);
        Assert.Contains("--publish-again is possible from", early.Summary.Text("error"), StringComparison.Ordinal);
        Assert.Equal("3 photos, 3 already_sent", early.Counts());
        Assert.DoesNotContain("--publish-again", (await Program.RunAsync("status")).Of("part")[^1].Text("next_step"), StringComparison.Ordinal);
        HoursPass(73);
        Assert.Contains("--publish-again", (await Program.RunAsync("status")).Of("part")[^1].Text("next_step"), StringComparison.Ordinal);
        (await Program.RunAsync("send", "1")).Ends(3);
        Assert.Equal(1, (await Service.StateAsync()).CallsOf("finish"));

        var run = (await Program.RunAsync("send", "1", "--publish-again", "--follow")).Ends(0);

        Assert.Equal("3 photos, 3 sent, 3 visible", run.Counts());
        await BytesAreWholeAsync();
        Assert.Single((await Service.StateAsync()).Clusters);
    }

    [Fact]
    public async Task Of_two_programs_at_once_only_one_sends_and_the_other_says_so()
    {
        AWalk.Of(3).SaveTo(Photos);
        (await Program.RunAsync(["import", .. Uploading(Photos)[1..]])).Ends(0);
        Service.AddFault("upload:delay=600000");

        await Program.KillAsync(
            async () =>
            {
                await Service.WhenAsync(state => state.CallsOf("upload") > 0);
                var second = (await Program.RunAsync("send", "1")).Ends(1);
                var looking = (await Program.RunAsync("show", "1")).Ends(0);
                Assert.Contains("Another run of the program is sending", second.Summary.Text("error"), StringComparison.Ordinal);
                Assert.Equal(3, looking.Count("count"));
            },
            "send",
            "1");

        Service.ClearFaults();
        Assert.Equal("3 photos, 3 sent, 3 visible", (await Program.RunAsync("send", "1", "--follow")).Ends(0).Counts());
        await PublishedOnceAsync(3);
    }

    // As it was before it was broken into lines.
    private static string Unbroken(ProgramRun run) => string.Join(' ', run.Output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
