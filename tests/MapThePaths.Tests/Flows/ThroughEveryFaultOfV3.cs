using MapThePaths.Core.Destinations;
using MapThePaths.Core.Model;
using MapThePaths.Destinations.MapillaryV3;
using MapThePaths.Emulator;
using MapThePaths.Tests.Fixtures;

namespace MapThePaths.Tests.Flows;

/// <summary>
/// Real photos go through the real stages and the real client of API v3 to the stand-in, and meet each fault of mapillary-v3.md §3 and §6 to §8
/// on their way (docs/destinations/mapillary-v3-faults.md). Only the clock is ours, so that no wait takes its time.
/// </summary>
public sealed class ThroughEveryFaultOfV3 : AWalkThroughFaults
{
    private string _token = "";

    protected override Task<StandInService> StartAsync() => StandInService.StartAsync();

    protected override PhotoDestination Connect(EmulatorAddresses addresses)
    {
        _token = addresses.V3.AccessToken;
        return MapillaryV3Destination.Create(new MapillaryV3Options
        {
            Url = addresses.V3.Url,
            ClientId = addresses.V3.AppId,
            AccessToken = _ => Task.FromResult<string?>(_token),
            OrganizationId = addresses.V3.OrganizationKey,
            Clock = Time,
            Jitter = () => 0,
        });
    }

    [Theory]
    [InlineData("v3_me:status=500:first=2")]
    [InlineData("v3_me:status=429:first=2")]
    [InlineData("v3_me:garbage:first=1")]
    [InlineData("v3_me:empty_object:first=1")]
    [InlineData("v3_me:lose_reply:first=2")]
    [InlineData("v3_organizations:status=503:first=2")]
    [InlineData("v3_organizations:garbage:first=1")]
    [InlineData("v3_open:status=502:first=3")]
    [InlineData("v3_open:status=429:retry_after=40:first=2")]
    [InlineData("v3_open:lose_reply:first=2")]
    [InlineData("v3_open:garbage:first=1")]
    [InlineData("v3_open:empty_object:first=1")]
    [InlineData("v3_session:status=504:first=3")]
    [InlineData("v3_session:lose_reply:first=2")]
    [InlineData("v3_session:garbage:first=1")]
    [InlineData("v3_session:empty_object:first=1")]
    [InlineData("v3_upload:status=500:first=7")]
    [InlineData("v3_upload:status=503:retry_after=40:first=2")]
    [InlineData("v3_upload:status=429:first=3")]
    [InlineData("v3_upload:status=403:first=1")]
    [InlineData("v3_upload:drop_after=100:first=7")]
    [InlineData("v3_upload:drop_after=2000:first=3")]
    [InlineData("v3_upload:lose_reply:first=7")]
    [InlineData("v3_upload:garbage:first=2")]
    [InlineData("v3_upload:drip=20000:first=1")]
    [InlineData("v3_publish:status=429:first=3")]
    [InlineData("v3_publish:status=503:first=3")]
    [InlineData("v3_publish:session_gone:first=1")]
    [InlineData("v3_sequences:status=504:first=4")]
    [InlineData("v3_sequences:garbage:first=1")]
    [InlineData("v3_sequences:empty_object:first=1")]
    [InlineData("v3_sequences:lose_reply:first=2")]
    [InlineData("v3_images:status=502:first=3")]
    [InlineData("v3_images:empty_object:first=1")]
    [InlineData("v3_images:lose_reply:first=2")]
    [InlineData("v3_sequence:status=500:first=3")]
    [InlineData("v3_sequence:garbage:first=1")]
    [InlineData("any:clock_skew=86400")]
    [InlineData("any:clock_skew=-86400")]
    public async Task Passing_trouble_is_lived_through(string fault)
    {
        Service.AddFault(fault);

        Assert.Null(await SendAsync());
        await FollowAsync();

        await EveryPhotoIsPublishedOnceAsync();
    }

    [Theory]
    [InlineData("v3_me:not_authorized", FailureKind.SignInNeeded)]
    [InlineData("v3_me:status=403", FailureKind.SignInNeeded)]
    [InlineData("v3_me:status=500", FailureKind.Unreachable)]
    [InlineData("v3_me:stall", FailureKind.Unreachable)]
    [InlineData("v3_organizations:status=403", FailureKind.SignInNeeded)]
    [InlineData("v3_open:not_authorized", FailureKind.SignInNeeded)]
    [InlineData("v3_open:status=403", FailureKind.SignInNeeded)]
    [InlineData("v3_open:status=503", FailureKind.Unreachable)]
    [InlineData("v3_upload:status=503:after=1", FailureKind.Unreachable)]
    [InlineData("v3_upload:lose_reply:after=1", FailureKind.Unreachable)]
    [InlineData("v3_upload:drop_after=100:after=1", FailureKind.Unreachable)]
    [InlineData("v3_session:not_authorized", FailureKind.SignInNeeded)]
    [InlineData("v3_session:status=503", FailureKind.Unreachable)]
    [InlineData("v3_publish:not_authorized", FailureKind.SignInNeeded)]
    [InlineData("v3_publish:status=403", FailureKind.SignInNeeded)]
    [InlineData("v3_publish:status=429", FailureKind.Unreachable)]
    public async Task Lasting_trouble_ends_the_run_and_the_next_one_goes_on(string fault, FailureKind kind)
    {
        Service.AddFault(fault);
        Assert.Equal(kind, (await SendAsync(target: fault.Split(':')[0], stalls: fault.EndsWith(":stall", StringComparison.Ordinal)))?.Kind);
        Assert.Empty(await PublishedAsync());
        Service.ClearFaults();

        Assert.Null(await SendAsync());
        await FollowAsync();

        await EveryPhotoIsPublishedOnceAsync();
    }

    [Theory]
    [InlineData("v3_upload:status=400:only=2")]
    [InlineData("v3_upload:status=404:only=2")]
    [InlineData("v3_upload:status=413:only=2")]
    public async Task A_refused_photo_is_published_by_the_next_run_and_the_others_by_this_one(string fault)
    {
        Service.AddFault(fault);
        Assert.Null(await SendAsync());
        Assert.Equal(["0.jpg published", "1.jpg failed", "2.jpg published", "3.jpg published"], Journey.LifeLines());

        Assert.Null(await SendAsync());
        await FollowAsync();

        await EveryPhotoIsPublishedOnceAsync(publications: 2);
    }

    [Theory]
    [InlineData("v3_publish:status=400:first=1")]
    [InlineData("v3_open:status=400:first=1")]
    public async Task A_refused_part_is_published_by_the_next_run(string fault)
    {
        Service.AddFault(fault);
        await SendAsync();
        Assert.Empty(await PublishedAsync());

        Assert.Null(await SendAsync());
        await FollowAsync();

        await EveryPhotoIsPublishedOnceAsync();
    }

    [Theory]
    [InlineData("v3_upload", "stall")]
    [InlineData("v3_upload", "delay=600000")]
    [InlineData("v3_open", "stall")]
    [InlineData("v3_session", "stall")]
    public async Task Silence_while_sending_is_left_after_a_minute_and_the_next_try_goes_on(string target, string silence)
    {
        Service.AddFault($"{target}:{silence}:first=1");

        Assert.Null(await SendAsync(target, stalls: true));
        await FollowAsync();

        await EveryPhotoIsPublishedOnceAsync();
    }

    [Theory]
    [InlineData("v3_sequences")]
    [InlineData("v3_images")]
    [InlineData("v3_sequence")]
    public async Task Silence_while_looking_is_left_after_a_minute_and_the_next_look_sees_all(string target)
    {
        Assert.Null(await SendAsync());
        Service.AddFault($"{target}:stall:first=1");

        var following = FollowAsync();
        await AMinutePassesAsync(target);
        await following;

        await EveryPhotoIsPublishedOnceAsync();
    }

    [Theory]
    [InlineData("v3_publish:lose_reply:first=1", false)]
    [InlineData("v3_publish:stall:first=1", true)]
    public async Task An_answer_to_publishing_that_is_lost_is_resolved_by_looking(string fault, bool stalls)
    {
        Service.AddFault(fault);

        Assert.Null(await SendAsync("v3_publish", stalls));
        Assert.Equal(PartState.Publishing, Journey.Part().State);
        Assert.Null(await SendAsync());
        await FollowAsync();

        await EveryPhotoIsPublishedOnceAsync();
        Assert.Equal(1, (await Service.StateAsync()).CallsOf("v3_publish"));
    }

    [Theory]
    [InlineData("v3_publish:status=500:first=1")]
    [InlineData("v3_publish:garbage:first=1")]
    public async Task What_is_published_perhaps_is_published_again_on_request_after_72_hours(string fault)
    {
        Service.AddFault(fault);
        Assert.Null(await SendAsync());
        Assert.Equal(PartState.Publishing, Journey.Part().State);
        await LookAsync();
        Assert.Null(await SendAsync());
        Assert.Empty(await PublishedAsync());
        Time.Advance(TimeSpan.FromHours(73));

        Assert.Equal(1, (await PublishAgainAsync()).Parts);
        Assert.Null(await SendAsync());
        await FollowAsync();

        await EveryPhotoIsPublishedOnceAsync();
    }

    [Fact]
    public async Task A_session_that_failed_after_it_was_published_goes_to_a_new_one()
    {
        Service.AddFault("v3_publish:fail_session:first=1");
        Assert.Null(await SendAsync());
        await FollowAsync();
        Assert.Equal(PartState.Failed, Journey.Part().State);

        Assert.Null(await SendAsync());
        await FollowAsync();

        await EveryPhotoIsPublishedOnceAsync();
    }

    [Fact]
    public async Task A_session_that_is_gone_when_the_next_run_takes_it_up_is_replaced()
    {
        Service.AddFault("v3_publish:not_authorized:first=1");
        Assert.Equal(FailureKind.SignInNeeded, (await SendAsync())?.Kind);
        Service.AddFault("v3_session:session_gone:first=1");

        Assert.Null(await SendAsync());
        await FollowAsync();

        await EveryPhotoIsPublishedOnceAsync();
    }

    [Theory]
    [InlineData("v3_open")]
    [InlineData("v3_session")]
    public async Task A_token_that_is_revoked_half_way_loses_nothing(string target)
    {
        Service.AddFault($"{target}:revoke:first=1");
        Assert.Equal(FailureKind.SignInNeeded, (await SendAsync())?.Kind);
        Assert.Empty(await PublishedAsync());
        _token = Service.V3TokenOf("practice");

        Assert.Null(await SendAsync());
        await FollowAsync();

        await EveryPhotoIsPublishedOnceAsync();
    }

    [Fact]
    public async Task An_image_that_the_service_drops_is_told_apart_from_those_it_shows()
    {
        Service.AddFault("image:drop_image:only=2");
        Assert.Null(await SendAsync());
        await LookAsync();
        Time.Advance(TimeSpan.FromHours(73));

        await LookAsync();
        Assert.Null(await SendAsync());

        Assert.Equal(["0.jpg visible", "1.jpg missing", "2.jpg visible", "3.jpg visible"], Journey.LifeLines());
        Assert.Equal(1, (await Service.StateAsync()).CallsOf("v3_publish"));
    }

    [Fact]
    public async Task A_session_that_the_service_splits_is_found_whole()
    {
        Service.AddFault("v3_publish:split=2");

        Assert.Null(await SendAsync());
        await FollowAsync();

        await EveryPhotoIsPublishedOnceAsync();
    }

    [Fact]
    public async Task What_is_never_processed_is_called_missing_after_72_hours_and_not_sent_again()
    {
        Service.AddFault("v3_publish:never_process:first=1");
        Assert.Null(await SendAsync());
        await LookAsync();
        Time.Advance(TimeSpan.FromHours(73));

        await LookAsync();
        Assert.Null(await SendAsync());

        Assert.All(Journey.Lines(), line => Assert.Equal(PhotoState.Missing, line.State));
        Assert.Equal(1, (await Service.StateAsync()).CallsOf("v3_publish"));
    }

    private async Task<List<V3Session>> PublishedAsync() =>
        (await Service.StateAsync()).V3Sessions.FindAll(session => session is { Status: "published", DryRun: false });

    private async Task EveryPhotoIsPublishedOnceAsync(int publications = 1)
    {
        EveryPhotoIsVisible();
        var published = await PublishedAsync();
        Assert.Equal(publications, published.Count);
        var names = published.SelectMany(session => session.Photos).Where(photo => photo.Published).Select(photo => photo.Name).ToList();
        Assert.Equal(Photos, names.Count);
        Assert.Distinct(names);
    }
}
