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
        Assert.Contains("waiting 2 s: too many requests", run.Error, StringComparison.Ordinal);
    }
}
