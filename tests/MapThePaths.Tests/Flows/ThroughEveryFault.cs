using MapThePaths.Core.Destinations;
using MapThePaths.Core.Model;
using MapThePaths.Destinations.Mapillary;
using MapThePaths.Emulator;
using MapThePaths.Tests.Fixtures;

namespace MapThePaths.Tests.Flows;

/// <summary>
/// Real photos go through the real stages and the real client to the stand-in, and meet each row of mapillary-v4.md §5.5, §9.2 and §14 on
/// their way (docs/destinations/mapillary-faults.md). Only the clock is ours, so that no wait takes its time.
/// </summary>
public sealed class ThroughEveryFault : AWalkThroughFaults
{
    protected override Task<StandInService> StartAsync() => StandInService.StartAsync(new EmulatorOptions { TimeProvider = Time });

    protected override PhotoDestination Connect(EmulatorAddresses addresses) => MapillaryDestination.Create(new MapillaryOptions
    {
        GraphUrl = addresses.GraphUrl,
        UploadUrl = addresses.UploadUrl,
        AccessToken = _ => Task.FromResult<string?>(addresses.AccessToken),
        Waits = Told,
        Clock = Time,
        Jitter = () => 0,
    });

    [Theory]
    [InlineData("upload:partial:first=2")]
    [InlineData("upload:offset_invalid:first=6")]
    [InlineData("manifest:offset_invalid:first=6")]
    [InlineData("upload:backoff=12000:first=3")]
    [InlineData("upload:status=400:backoff=13000:first=3")]
    [InlineData("upload:status=429:retry_after=40:first=2")]
    [InlineData("upload:status=503:retry_after=40:first=2")]
    [InlineData("upload:status=500:first=7")]
    [InlineData("upload:garbage:http=400:only=2")]
    [InlineData("upload:garbage:http=404:only=4")]
    [InlineData("upload:drop_after=100:first=9")]
    [InlineData("upload:lose_reply:first=7")]
    [InlineData("offset:lose_reply:first=3")]
    [InlineData("upload:graph=4:first=7")]
    [InlineData("upload:graph=2:first=7")]
    [InlineData("offset:graph=4:first=3")]
    [InlineData("manifest:graph=4:first=3")]
    [InlineData("finish:graph=4:first=3")]
    [InlineData("finish:graph=2:first=3")]
    [InlineData("finish:graph=4:http=429:backoff=20000:first=3")]
    [InlineData("me:graph=4:first=2")]
    [InlineData("me:graph=2:first=2")]
    [InlineData("images:graph=4:first=3")]
    [InlineData("images:graph=2:first=9")]
    [InlineData("images:graph=100:first=1")]
    [InlineData("images:graph=100:http=500:first=1")]
    [InlineData("images:graph=1:http=500:first=3")]
    [InlineData("images:graph=100.33:first=2")]
    [InlineData("image_ids:graph=100.33:first=1")]
    [InlineData("image_ids:graph=4:first=3")]
    [InlineData("me:usage=99:first=1")]
    [InlineData("any:usage=99")]
    [InlineData("any:clock_skew=86400")]
    public async Task Passing_trouble_is_lived_through(string fault)
    {
        Service.AddFault(fault);

        Assert.Null(await SendAsync());
        await FollowAsync();

        await EveryPhotoIsPublishedOnceAsync();
    }

    [Theory]
    [InlineData("me:graph=190:http=500", FailureKind.SignInNeeded)]
    [InlineData("me:graph=190:http=400", FailureKind.SignInNeeded)]
    [InlineData("me:graph=368.1348007", FailureKind.SignInNeeded)]
    [InlineData("me:graph=100.33", FailureKind.SignInNeeded)]
    [InlineData("me:graph=4", FailureKind.Unreachable)]
    [InlineData("me:stall", FailureKind.Unreachable)]
    [InlineData("upload:not_authorized:only=2", FailureKind.SignInNeeded)]
    [InlineData("upload:status=403:only=2", FailureKind.SignInNeeded)]
    [InlineData("upload:graph=190:http=500:only=2", FailureKind.SignInNeeded)]
    [InlineData("upload:graph=368.1348007:only=2", FailureKind.SignInNeeded)]
    [InlineData("upload:graph=4:after=1", FailureKind.Unreachable)]
    [InlineData("upload:offset_invalid:after=1", FailureKind.Unreachable)]
    [InlineData("upload:partial:after=1", FailureKind.Unreachable)]
    [InlineData("upload:lose_reply:after=1", FailureKind.Unreachable)]
    [InlineData("upload:status=503:after=1", FailureKind.Unreachable)]
    [InlineData("upload:garbage:http=400", FailureKind.Unreachable)]
    [InlineData("upload:garbage:http=403:after=1", FailureKind.Unreachable)]
    [InlineData("offset:status=503", FailureKind.Unreachable)]
    [InlineData("manifest:not_authorized", FailureKind.SignInNeeded)]
    [InlineData("manifest:graph=368.1348007", FailureKind.SignInNeeded)]
    [InlineData("manifest:graph=4", FailureKind.Unreachable)]
    [InlineData("manifest:offset_invalid", FailureKind.Unreachable)]
    [InlineData("finish:graph=190:http=500", FailureKind.SignInNeeded)]
    [InlineData("finish:graph=368.1348007", FailureKind.SignInNeeded)]
    [InlineData("finish:graph=4", FailureKind.Unreachable)]
    [InlineData("finish:graph=2", FailureKind.Unreachable)]
    public async Task Lasting_trouble_ends_the_run_and_the_next_one_goes_on(string fault, FailureKind kind)
    {
        Service.AddFault(fault);
        Assert.Equal(kind, (await SendAsync(target: fault.Split(':')[0], stalls: fault.Contains(":stall", StringComparison.Ordinal)))?.Kind);
        Assert.Empty((await Service.StateAsync()).Clusters);
        Service.ClearFaults();

        Assert.Null(await SendAsync());
        await FollowAsync();

        await EveryPhotoIsPublishedOnceAsync();
    }

    [Theory]
    [InlineData("upload:graph=100:only=2")]
    [InlineData("upload:graph=100.33:only=2")]
    [InlineData("upload:status=400:only=2")]
    [InlineData("upload:status=404:only=2")]
    public async Task A_refused_photo_is_published_by_the_next_run_and_the_others_by_this_one(string fault)
    {
        Service.AddFault(fault);
        Assert.Null(await SendAsync());
        Assert.Equal(["0.jpg published", "1.jpg failed", "2.jpg published", "3.jpg published"], Journey.LifeLines());

        Assert.Null(await SendAsync());
        await FollowAsync();

        await EveryPhotoIsPublishedOnceAsync(publications: 2);
    }

    [Fact]
    public async Task A_photo_that_is_refused_again_without_a_word_while_the_others_arrive_is_refused_alone()
    {
        Service.AddFault("upload:garbage:http=400:only=2");
        Service.AddFault("upload:garbage:http=400:only=5");
        Assert.Null(await SendAsync());
        Assert.Equal(["0.jpg published", "1.jpg failed", "2.jpg published", "3.jpg published"], Journey.LifeLines());

        Assert.Null(await SendAsync());
        await FollowAsync();

        await EveryPhotoIsPublishedOnceAsync(publications: 2);
    }

    [Fact]
    public async Task A_photo_that_somebody_sends_elsewhere_waits_although_the_others_arrive()
    {
        Service.AddFault("upload:garbage:http=302:only=2");
        Assert.Null(await SendAsync());
        Assert.Equal(["0.jpg sent", "1.jpg waiting", "2.jpg sent", "3.jpg sent"], Journey.LifeLines());

        Assert.Null(await SendAsync());
        await FollowAsync();

        await EveryPhotoIsPublishedOnceAsync();
    }

    [Theory]
    [InlineData("finish:graph=100:first=1")]
    [InlineData("finish:graph=100.33:first=1")]
    [InlineData("manifest:graph=100:first=1")]
    [InlineData("manifest:graph=100.33:first=1")]
    public async Task A_refused_part_is_published_by_the_next_run_without_sending_its_photos_again(string fault)
    {
        Service.AddFault(fault);
        await SendAsync();
        Assert.Equal(PartState.Failed, Journey.Part().State);

        Assert.Null(await SendAsync());
        await FollowAsync();

        await EveryPhotoIsPublishedOnceAsync();
        Assert.Equal(Photos, (await Service.StateAsync()).CallsOf("upload"));
    }

    [Theory]
    [InlineData("images:graph=190:http=500")]
    [InlineData("images:graph=368.1348007")]
    public async Task Looking_that_needs_a_sign_in_ends_and_the_next_look_sees_all(string fault)
    {
        Service.AddFault(fault);
        Assert.Null(await SendAsync());
        Assert.Equal(FailureKind.SignInNeeded, (await Assert.ThrowsAsync<DestinationException>(FollowAsync)).Kind);
        Service.ClearFaults();

        await FollowAsync();

        await EveryPhotoIsPublishedOnceAsync();
    }

    [Theory]
    [InlineData("upload", "stall")]
    [InlineData("upload", "delay=600000")]
    [InlineData("offset", "stall")]
    [InlineData("manifest", "stall")]
    [InlineData("manifest", "delay=600000")]
    public async Task Silence_while_sending_is_left_after_a_minute_and_the_next_try_goes_on(string target, string silence)
    {
        Service.AddFault($"{target}:{silence}:first=1");

        Assert.Null(await SendAsync(target, stalls: true));
        await FollowAsync();

        await EveryPhotoIsPublishedOnceAsync();
    }

    [Theory]
    [InlineData("images", "stall")]
    [InlineData("images", "delay=600000")]
    [InlineData("image_ids", "stall")]
    public async Task Silence_while_looking_is_left_after_a_minute_and_the_next_look_sees_all(string target, string silence)
    {
        Assert.Null(await SendAsync());
        Service.AddFault($"{target}:{silence}:first=1");

        var following = FollowAsync();
        await AMinutePassesAsync(target);
        await following;

        await EveryPhotoIsPublishedOnceAsync();
    }

    [Fact]
    public async Task Silence_after_publishing_is_resolved_by_looking()
    {
        Service.AddFault("finish:stall:first=1");

        Assert.Null(await SendAsync("finish", stalls: true));
        Assert.Equal(PartState.Publishing, Journey.Part().State);
        await FollowAsync();

        await EveryPhotoIsPublishedOnceAsync();
        Assert.Equal(1, (await Service.StateAsync()).CallsOf("finish"));
    }

    [Fact]
    public async Task A_publication_that_is_put_off_for_days_is_made_with_handles_that_still_live()
    {
        Service.AddFault("finish:graph=4");
        for (var days = 0; days < 10; days += 2)
        {
            Assert.Equal(FailureKind.Unreachable, (await SendAsync())?.Kind);
            Time.Advance(TimeSpan.FromHours(49));
        }

        Service.ClearFaults();
        Assert.Null(await SendAsync());
        await FollowAsync();

        Assert.All(Journey.Lines(), line => Assert.Equal(PhotoState.Visible, line.State));
        Assert.Equal(Photos, Assert.Single((await Service.StateAsync()).Clusters).Images.Count);
    }

    [Fact]
    public async Task Silence_instead_of_publishing_is_resolved_by_looking_for_72_hours_and_publishing_again_on_request()
    {
        Service.AddFault("finish:delay=600000:first=1");
        Assert.Null(await SendAsync("finish", stalls: true));
        await LookAsync();
        Assert.Null(await SendAsync());
        Assert.Empty((await Service.StateAsync()).Clusters);
        Time.Advance(TimeSpan.FromHours(73));

        Assert.Equal(1, (await PublishAgainAsync()).Parts);
        Assert.Null(await SendAsync());
        await FollowAsync();

        await EveryPhotoIsPublishedOnceAsync(sendings: 2);
    }

    [Theory]
    [InlineData("me:usage=96:first=1", "looking for images")]
    [InlineData("images:usage=96:first=1", "publishing")]
    [InlineData("finish:usage=96:first=1", "asking who is signed in")]
    [InlineData("images:usage=96:only=2", "asking for a sequence")]
    public async Task Waiting_because_nearly_all_of_the_limit_is_used_is_told(string fault, string operation)
    {
        Service.AddFault(fault);

        Assert.Null(await SendAsync());
        await FollowAsync();

        var wait = Assert.Single(Journey.Events.Of<DestinationWaits>());
        Assert.InRange(wait.Wait.TotalSeconds, 50, 60);
        Assert.StartsWith($"mapillary: {operation}: the service asks us to slow down", wait.Why, StringComparison.Ordinal);
    }

    // A long wait that is told of passes at once.
    private void Told(UploadWait wait)
    {
        Journey.Events.Report(new DestinationWaits(wait.Length, wait.Why));
        if (wait.Length >= TimeSpan.FromSeconds(50))
        {
            Time.Advance(wait.Length);
        }
    }

    private async Task EveryPhotoIsPublishedOnceAsync(int publications = 1, int sendings = 1)
    {
        EveryPhotoIsVisible();
        var state = await Service.StateAsync();
        Assert.Equal(Photos * sendings, state.Photos.Count(photo => photo.Complete));
        Assert.Equal(publications, state.Clusters.Count);
        var published = state.Clusters.SelectMany(cluster => cluster.Images).Select(image => ContentIn(image.Key));
        Assert.Equal(state.Photos.Select(photo => ContentIn(photo.Key)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal), published.Order(StringComparer.Ordinal));
    }

    // Between our mark and the day.
    private static string ContentIn(string key) => key.Split('_')[1];
}
