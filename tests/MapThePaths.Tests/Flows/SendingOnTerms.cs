using System.Diagnostics;
using MapThePaths.Tests.Fixtures;

namespace MapThePaths.Tests.Flows;

/// <summary>The options of sending: organization, bandwidth, parallel photos, what to do about failed ones.</summary>
public sealed class SendingOnTerms : AFlow
{
    [Fact]
    public async Task A_part_that_was_begun_for_an_organization_stays_with_it()
    {
        AWalk.Of(2).SaveTo(Photos);
        Service.AddFault("finish:status=503:retry_after=100000");
        Assert.NotEqual(0, (await UploadAsync("--organization", Service.Addresses.OrganizationId)).ExitCode);
        Service.ClearFaults();

        (await Program.RunAsync("send", "1")).Ends(0);

        Assert.Equal(Service.Addresses.OrganizationId, Assert.Single((await Service.StateAsync()).Clusters).OrganizationId);
    }

    [Fact]
    public async Task A_part_that_was_begun_for_an_organization_is_published_for_the_user_alone_if_he_says_so()
    {
        AWalk.Of(2).SaveTo(Photos);
        Service.AddFault("finish:status=503:retry_after=100000");
        Assert.NotEqual(0, (await UploadAsync("--organization", Service.Addresses.OrganizationId)).ExitCode);
        Service.ClearFaults();

        (await Program.RunAsync("send", "1", "--organization", "none")).Ends(0);

        Assert.Null(Assert.Single((await Service.StateAsync()).Clusters).OrganizationId);
    }

    [Fact]
    public async Task For_an_organization_the_publication_names_it()
    {
        AWalk.Of(3).SaveTo(Photos);

        (await UploadAsync("--organization", Service.Addresses.OrganizationId, "--follow")).Ends(0);

        Assert.Equal(Service.Addresses.OrganizationId, Assert.Single((await Service.StateAsync()).Clusters).OrganizationId);
    }

    [Theory]
    [InlineData("424242424242424242")]
    [InlineData("practice-club")]
    public async Task An_unknown_organization_is_wrong_usage_and_nothing_is_sent(string organization)
    {
        AWalk.Of(3).SaveTo(Photos);

        var run = (await UploadAsync("--organization", organization)).Ends(2);

        Assert.Contains($"there is no organization {organization}", run.Summary.Text("error"), StringComparison.Ordinal);
        Assert.Empty((await Service.StateAsync()).Sessions);
        (await UploadAsync()).Ends(0);
    }

    [Fact]
    public async Task The_practice_services_have_no_such_organization_either()
    {
        AWalk.Of(2).SaveTo(Photos);

        (await UploadAsync("--to", "practice", "--organization", "42")).Ends(2);
    }

    [Fact]
    public async Task Bandwidth_is_kept_to()
    {
        AWalk.Of(6).OfSize(50_000).SaveTo(Photos);
        var watch = Stopwatch.StartNew();

        (await UploadAsync("--bandwidth", "200K")).Ends(0);

        Assert.True(watch.Elapsed.TotalSeconds >= 1.3, $"300 KB took {watch.Elapsed}.");
        await PublishedOnceAsync(6);
    }

    [Theory]
    [InlineData("--bandwidth", "fast")]
    [InlineData("--bandwidth", "0")]
    [InlineData("--bandwidth", "-1M")]
    [InlineData("--bandwidth", "2MB/s")]
    [InlineData("--parallel", "0")]
    [InlineData("--parallel", "65")]
    [InlineData("--parallel", "many")]
    [InlineData("--on-errors", "0")]
    [InlineData("--on-errors", "ignore")]
    public async Task What_makes_no_sense_is_wrong_usage(string option, string value)
    {
        AWalk.Of(2).SaveTo(Photos);

        var run = (await UploadAsync(option, value)).Ends(2);

        Assert.Contains(option, run.Summary.Text("error"), StringComparison.Ordinal);
        Assert.Equal(0, (await Program.RunAsync("list")).Count("count"));
    }

    [Fact]
    public async Task One_photo_at_once_if_the_user_says_so()
    {
        AWalk.Of(5).SaveTo(Photos);
        Service.AddFault("upload:status=400:first=1");

        var run = (await UploadAsync("--parallel", "1", "--on-errors", "stop")).Ends(3);

        Assert.Equal("5 photos, 5 failed", run.Counts());
        Assert.Equal(1, (await Service.StateAsync()).CallsOf("upload"));
    }

    [Theory]
    [InlineData("continue", "goes_on_without_it", "its part is published without it, and the others go on (--on-errors continue)")]
    [InlineData("stop", "waits", "the run stops: its part waits, and so does every part that is not complete by then (--on-errors stop)")]
    [InlineData("3", "goes_on_without_it", "At the 3rd the run stops: its part waits, and so does every part that is not complete by then (--on-errors 3)")]
    public async Task The_plan_says_what_becomes_of_a_part_whose_photo_fails(string policy, string word, string sentence)
    {
        AWalk.Of(2).SaveTo(Photos);
        (await Program.RunAsync(["import", .. Uploading(Photos)[1..]])).Ends(0);

        var run = (await Program.RunAsync("plan", "1", "--on-errors", policy)).Ends(0);

        Assert.Equal((policy, word), (run.Summary.Text("on_errors"), Assert.Single(run.Of("part")).Text("if_photo_fails")));
        Assert.Contains(sentence, run.Error.ReplaceLineEndings(" "), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("continue", "1: 2 published; 2: 1 published, 1 failed; 3: 2 published")]
    [InlineData("stop", "1: 2 published; 2: 1 waiting, 1 failed; 3: 2 waiting")]
    public async Task A_run_does_as_its_plan_says_and_tells_which_photo_failed_and_why(string policy, string parts)
    {
        AWalk.Of(6).WithPauseBefore(3).WithPauseBefore(5).SaveTo(Photos);
        Service.AddFault("finish:never_process");
        Service.AddFault("upload:status=400:only=3");

        var run = (await UploadAsync("--parallel", "1", "--on-errors", policy)).Ends(3);

        var failed = Assert.Single(run.Of("failed"));
        Assert.Equal(("walk03.jpg", "refused-by-destination"), (Path.GetFileName(failed.Text("path")), failed.Text("code")));
        var states = (await Program.RunAsync("show", "1")).Of("photo").Select(photo => photo.GetProperty("states")[0]).ToList();
        Assert.Equal(parts, string.Join("; ", states.GroupBy(state => state.Number("part")).Select(part =>
            $"{part.Key}: {string.Join(", ", part.CountBy(state => state.Text("state") ?? "").OrderByDescending(count => count.Key).Select(count => $"{count.Value} {count.Key}"))}")));
    }

    [Fact]
    public async Task Stopped_by_failed_photos_it_says_so_and_the_same_command_goes_on()
    {
        AWalk.Of(6).SaveTo(Photos);
        Service.AddFault("upload:status=400:first=2");

        var run = (await UploadAsync("--parallel", "1", "--on-errors", "2")).Ends(3);

        Assert.Contains("--on-errors", run.Summary.Text("error"), StringComparison.Ordinal);
        Assert.Equal(2, run.Of("failed").Count);
        Assert.Equal(0, (await Service.StateAsync()).CallsOf("finish"));
        Assert.Equal("6 photos, 6 sent, 6 visible", (await UploadAsync("--on-errors", "2", "--follow")).Ends(0).Counts());
    }

    [Fact]
    public async Task Who_waits_is_told_why_and_how_long()
    {
        AWalk.Of(4).SaveTo(Photos);
        Service.AddFault("upload:status=429:backoff=1200:only=2");

        var run = (await UploadAsync()).Ends(0);

        var waiting = Assert.Single(run.Of("waiting"));
        Assert.Equal("too many requests", waiting.Text("why"));
        Assert.InRange(waiting.GetProperty("seconds").GetDouble(), 1.2, 1.4);
        Assert.Contains(".jpg waits 2 s: too many requests", run.Error, StringComparison.Ordinal);
    }
}
