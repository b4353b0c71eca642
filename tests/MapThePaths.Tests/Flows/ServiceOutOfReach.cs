using System.Text.Json;
using MapThePaths.Tests.Fixtures;

namespace MapThePaths.Tests.Flows;

/// <summary>Nobody is signed in, the service does not answer, or asks for days of patience: the run ends, and the next one goes on.</summary>
public sealed class ServiceOutOfReach : AFlow
{
    private const string ComeBackTomorrow = "status=503:retry_after=100000";

    [Fact]
    public async Task Without_a_token_sign_in_is_needed()
    {
        AWalk.Of(2).SaveTo(Photos);
        Program.With("MAPILLARY_ACCESS_TOKEN", "");

        var run = (await UploadAsync()).Ends(4);

        Assert.Contains("MAPILLARY_ACCESS_TOKEN", run.Error, StringComparison.Ordinal);
        Assert.Equal("2 photos, 2 failed", run.Counts());
    }

    [Fact]
    public async Task Doctor_says_of_a_service_that_does_not_answer_that_it_does_not_and_of_one_that_is_not_set_up_that_it_is_missing()
    {
        Program.With("MAPILLARY_GRAPH_URL", "http://127.0.0.1:1");

        var run = (await Program.RunForPeopleAsync("doctor")).Ends(0);

        Assert.Matches("(?m)^no answer +mapillary ", run.Output);
        Assert.Matches("(?m)^missing +mapillary-v3 ", run.Output);
        Assert.Contains("nobody listens", run.Output, StringComparison.Ordinal);
        Assert.Contains("ready, needs no account", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("MLY|1|0123456789abcdef0123456789abcdef")]
    [InlineData("nonsense")]
    public async Task A_refused_token_needs_signing_in(string token)
    {
        AWalk.Of(2).SaveTo(Photos);
        Program.With("MAPILLARY_ACCESS_TOKEN", token);

        var run = (await UploadAsync()).Ends(4);

        Assert.Equal("2 photos, 2 failed", run.Counts());
        Assert.Empty((await Service.StateAsync()).Sessions);
    }

    [Theory]
    [InlineData("upload:revoke:only=6")]
    [InlineData("manifest:revoke:first=1")]
    [InlineData("finish:revoke:first=1")]
    public async Task A_token_that_ends_on_the_way_loses_nothing(string fault)
    {
        AWalk.Of(8).OfSize(5_000).SaveTo(Photos);
        Service.AddFault(fault);
        Assert.DoesNotContain("Next: ", (await UploadAsync()).Ends(4).Error, StringComparison.Ordinal);
        Program.With("MAPILLARY_ACCESS_TOKEN", Service.TokenOf("practice"));

        var run = (await UploadAsync("--follow")).Ends(0);

        Assert.Equal("8 photos, 8 sent, 8 visible", run.Counts());
        await PublishedOnceAsync(8);
    }

    [Fact]
    public async Task Where_nobody_listens_nothing_is_lost()
    {
        AWalk.Of(3).SaveTo(Photos);
        Program.With("MAPILLARY_GRAPH_URL", "http://127.0.0.1:9/graph");
        var failed = (await UploadAsync()).Ends(5);
        Assert.Equal("3 photos, 3 failed", failed.Counts());
        Assert.Contains("nobody listens at http://127.0.0.1:9 ", failed.Error, StringComparison.Ordinal);
        Assert.Contains("0 sent now, 3 not sent: they wait here; 0 visible", failed.Error, StringComparison.Ordinal);
        Assert.Equal(3, failed.Count("waiting"));
        Program.With("MAPILLARY_GRAPH_URL", Service.Addresses.GraphUrl);

        var run = (await UploadAsync("--follow")).Ends(0);

        Assert.Equal("3 photos, 3 sent, 3 visible", run.Counts());
        await PublishedOnceAsync(3);
    }

    [Theory]
    [InlineData("me")]
    [InlineData("upload")]
    public async Task Photos_of_an_earlier_run_are_not_counted_as_sent_by_one_that_reaches_nobody(string target)
    {
        AWalk.Of(5).SaveTo(Photos);
        Service.AddFault($"upload:{ComeBackTomorrow}:only=5");
        Assert.Equal("5 photos, 4 sent, 1 failed", (await UploadAsync()).Ends(3).Counts());
        Service.AddFault($"{target}:{ComeBackTomorrow}");

        var run = (await UploadAsync()).Ends(5);

        Assert.Equal("5 photos, 4 already_sent, 1 failed", run.Counts());
        Assert.Contains("0 sent now, 4 were there before, 1 not sent: it waits here; 4 of those sent are in a part that is not published; 0 visible.", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_service_that_answers_with_trouble_is_not_taken_for_a_network_without_any()
    {
        AWalk.Of(2).SaveTo(Photos);
        Service.AddFault($"me:{ComeBackTomorrow}");

        var run = (await UploadAsync()).Ends(5);

        Assert.Contains("The service is in trouble", run.Summary.Text("error"), StringComparison.Ordinal);
        Assert.DoesNotContain("Check the network", run.Summary.Text("error"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_service_that_asks_for_a_day_of_patience_ends_the_run()
    {
        AWalk.Of(6).SaveTo(Photos);
        Service.AddFault($"upload:{ComeBackTomorrow}");
        var failed = (await UploadAsync()).Ends(5);
        Assert.Equal("6 photos, 6 failed", failed.Counts());
        Service.ClearFaults();

        var run = (await Program.RunAsync("send", "1", "--follow")).Ends(0);

        Assert.Equal("6 photos, 6 sent, 6 visible", run.Counts());
        await PublishedOnceAsync(6);
    }

    [Fact]
    public async Task One_photo_with_bad_luck_is_sent_by_the_next_run_with_its_part()
    {
        AWalk.Of(5).SaveTo(Photos);
        Service.AddFault($"upload:{ComeBackTomorrow}:only=5");
        var first = (await UploadAsync()).Ends(3);
        Assert.Equal(5, first.Count("photos"));
        Assert.Empty((await Service.StateAsync()).FinishCalls);

        var run = (await UploadAsync("--follow")).Ends(0);

        Assert.Equal(5, run.Count("visible"));
        Assert.Equal(6, (await Service.StateAsync()).CallsOf("upload"));
        await PublishedOnceAsync(5);
    }

    [Fact]
    public async Task Publishing_out_of_reach_leaves_the_photos_where_they_are_for_the_next_run()
    {
        AWalk.Of(4).SaveTo(Photos);
        Service.AddFault($"finish:{ComeBackTomorrow}");
        var first = await UploadAsync();
        Assert.NotEqual(0, first.ExitCode);
        Service.ClearFaults();

        var run = (await UploadAsync("--follow")).Ends(0);

        Assert.Equal("4 photos, 4 sent, 4 visible", run.Counts());
        Assert.Equal(4, (await Service.StateAsync()).CallsOf("upload"));
        Assert.Single((await Service.StateAsync()).Clusters);
    }

    [Fact]
    public async Task When_only_looking_fails_it_is_tried_again_until_it_succeeds()
    {
        AWalk.Of(3).SaveTo(Photos);
        Service.AddFault($"images:{ComeBackTomorrow}:only=2");

        var run = (await UploadAsync("--follow")).Ends(0);

        Assert.Equal("3 photos, 3 sent, 3 visible", run.Counts());
        Assert.Equal(2, Assert.Single(run.Of("look_failed")).GetProperty("next_look_in").GetDouble());
    }

    [Fact]
    public async Task A_single_look_that_fails_says_so_and_shows_what_was_known_before()
    {
        AWalk.Of(3).SaveTo(Photos);
        (await UploadAsync()).Ends(0);
        Service.AddFault($"images:{ComeBackTomorrow}");

        var run = (await Program.RunAsync("status")).Ends(5);

        Assert.Equal("processing", Assert.Single(run.Of("part")).Text("state"));
        Assert.Equal(JsonValueKind.Null, Assert.Single(run.Of("look_failed")).GetProperty("next_look_in").ValueKind);
    }

    [Theory]
    [InlineData("practice", "mapillary")]
    [InlineData("mapillary", "practice")]
    public async Task A_sign_in_that_is_needed_is_heard_whatever_else_went_wrong(string first, string second)
    {
        AWalk.Of(3).SaveTo(Photos);
        Save("broken.jpg", []);
        Program.With("MAPILLARY_ACCESS_TOKEN", "");
        (await UploadAsync("--to", "practice", "--dry-run")).Ends(3);

        var run = (await UploadAsync("--to", first, "--to", second)).Ends(4);

        Assert.Contains("nobody is signed in", run.Summary.Text("error"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Trouble_at_one_destination_does_not_keep_photos_from_another()
    {
        AWalk.Of(3).SaveTo(Photos);
        Program.With("MAPILLARY_ACCESS_TOKEN", "");

        var run = (await UploadAsync("--to", "mapillary", "--to", "practice")).Ends(4);

        Assert.Equal("6 photos, 3 sent, 3 failed", run.Counts());
        Assert.Contains(run.Of("part"), part => part.Text("destination") == "practice" && part.Text("state") == "processing");
    }
}
