using MapThePaths.Tests.Fixtures;

namespace MapThePaths.Tests.Flows;

/// <summary>One run to two destinations: one exit code has to stand for both (README, "Every verb takes").</summary>
public sealed class SeveralDestinations : AFlow
{
    private const string Partly = "upload:status=400:only=2";
    private const string PartlyAtV3 = "v3_upload:status=400:only=2";
    private const string OutOfReach = "me:status=503:retry_after=86400";
    private const string OutOfReachAtV3 = "v3_me:status=503:retry_after=86400";
    private const string SignedOut = "me:not_authorized";
    private const string SignedOutAtV3 = "v3_me:not_authorized";

    protected override IReadOnlyDictionary<string, string> ServiceSettings => new Dictionary<string, string>(Service.Environment(), StringComparer.Ordinal)
    {
        ["MAPILLARY_V3_URL"] = Service.Addresses.V3.Url,
        ["MAPILLARY_V3_APP_ID"] = Service.Addresses.V3.AppId,
        ["MAPILLARY_V3_ACCESS_TOKEN"] = Service.Addresses.V3.AccessToken,
    };

    [Fact]
    public async Task What_goes_on_with_a_resend_that_was_stopped_at_the_second_one_is_told_truly()
    {
        AWalk.Of(3).SaveTo(Photos);
        string[] both = ["--to", "mapillary", "--to", "mapillary-v3", "--follow"];
        (await UploadAsync(both)).Ends(0);
        Service.AddFault("v3_upload:delay=600000");
        var uploads = (await Service.StateAsync()).CallsOf("v3_upload");

        var stopped = await Program.InterruptTwiceAsync(() => Service.WhenAsync(state => state.CallsOf("v3_upload") > uploads), ["send", "1", "--resend", .. both]);

        Assert.DoesNotContain("all was sent again", stopped.Ends(130).Summary.Text("error"), StringComparison.Ordinal);
        Assert.Contains("the same command with --to mapillary-v3 alone goes on from there", stopped.Summary.Text("error"), StringComparison.Ordinal);
        Service.ClearFaults();
        (await Program.RunAsync("send", "1", "--resend", "--to", "mapillary-v3", "--follow")).Ends(0);
        Assert.Equal(2, (await Service.StateAsync()).Clusters.Count);
    }

    [Fact]
    public async Task What_goes_on_with_a_resend_that_one_of_them_did_not_take_is_told_truly()
    {
        AWalk.Of(3).SaveTo(Photos);
        string[] both = ["--to", "mapillary", "--to", "mapillary-v3"];
        (await UploadAsync([.. both, "--follow"])).Ends(0);
        Service.AddFault(SignedOutAtV3);

        var failed = (await Program.RunAsync(["send", "1", "--resend", .. both])).Ends(4);

        Assert.Contains("But mind: the same command with --to mapillary-v3 alone goes on from there", failed.Summary.Text("error"), StringComparison.Ordinal);
        Assert.Contains("with mapillary it would send once more what was sent again there.", failed.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plan_that_is_the_same_for_all_of_them_is_told_once()
    {
        AWalk.Of(3).SaveTo(Photos);
        string[] both = ["--to", "mapillary", "--to", "mapillary-v3"];

        var sent = (await Program.RunForPeopleAsync(Uploading(Photos, both))).Ends(0).Output;
        var plan = (await Program.RunAsync(["plan", "1", .. both])).Ends(0);

        Assert.All([sent, plan.Error], words =>
        {
            Assert.Contains("Plan for 'Lake walk' to mapillary-v3: the same as to mapillary.", words, StringComparison.Ordinal);
            Assert.Equal(2, words.Split("walk01.jpg").Length);
        });
        Assert.Equal(["mapillary", "mapillary-v3"], plan.Of("part").Select(part => part.Text("destination")));
    }

    [Fact]
    public async Task All_of_them_get_the_photos_before_images_are_waited_for()
    {
        AWalk.Of(3).SaveTo(Photos);
        Service.AddFault("finish:never_process");

        var stopped = await Program.InterruptAsync(
            () => Service.WhenAsync(state => state.V3Sessions.Exists(session => session.PublishedAt is not null) && state.CallsOf("images") > 1), Uploading(Photos, "--to", "mapillary", "--to", "mapillary-v3", "--follow"));

        Assert.Contains(
            "3 of 3 photos are sent to mapillary and 3 of 3 photos to mapillary-v3, and the same command goes on from there.", stopped.Ends(130).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_arrived_is_followed_though_another_one_lets_nobody_in()
    {
        AWalk.Of(3).SaveTo(Photos);
        Service.AddFault(SignedOutAtV3);

        var run = (await UploadAsync("--to", "mapillary", "--to", "mapillary-v3", "--follow")).Ends(4);

        Assert.Equal((3, 3), (run.Count("sent"), run.Count("visible")));
        Assert.Contains("mapillary: of 3 photos, 3 sent now; 3 visible.", run.Error, StringComparison.Ordinal);
        Assert.Contains("mapillary-v3: of 3 photos, 0 sent now, 3 not sent: they wait here; 0 visible.", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, null, 0)]
    [InlineData(null, PartlyAtV3, 3)]
    [InlineData(Partly, null, 3)]
    [InlineData(OutOfReach, PartlyAtV3, 5)]
    [InlineData(Partly, OutOfReachAtV3, 5)]
    [InlineData(SignedOut, OutOfReachAtV3, 4)]
    [InlineData(OutOfReach, SignedOutAtV3, 4)]
    [InlineData(SignedOut, PartlyAtV3, 4)]
    [InlineData(SignedOut, null, 4)]
    [InlineData(null, OutOfReachAtV3, 5)]
    public async Task What_only_a_person_can_mend_comes_before_what_may_be_over_later_and_that_before_what_is_partly_done(string? fault, string? faultAtV3, int code)
    {
        AWalk.Of(3).SaveTo(Photos);
        new[] { fault, faultAtV3 }.OfType<string>().ToList().ForEach(Service.AddFault);

        var run = (await UploadAsync("--parallel", "1", "--to", "mapillary", "--to", "mapillary-v3")).Ends(code);

        Assert.Equal(code, run.Count("exit_code"));
        Assert.Equal(6, run.Count("photos"));
        var tried = run.Of("part").Select(part => part.Text("destination")).Distinct();
        Assert.Equal(new[] { fault is OutOfReach or SignedOut ? null : "mapillary", faultAtV3 is OutOfReachAtV3 or SignedOutAtV3 ? null : "mapillary-v3" }.OfType<string>(), tried);
    }
}
