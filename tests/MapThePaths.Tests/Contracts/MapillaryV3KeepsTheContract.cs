using MapThePaths.Core.Destinations;
using MapThePaths.Destinations.MapillaryV3;
using MapThePaths.Tests.Fixtures;

namespace MapThePaths.Tests.Contracts;

/// <summary>The client of Mapillary's API v3 before the stand-in, which was written apart from it from the same document.</summary>
public sealed class MapillaryV3KeepsTheContract : DestinationContract
{
    private StandInService _service = null!;

    [Theory]
    [InlineData("v3_me:status=500:first=2")]
    [InlineData("v3_open:status=504:first=2")]
    [InlineData("v3_open:lose_reply:first=1")]
    [InlineData("v3_open:garbage:first=1")]
    [InlineData("v3_open:empty_object:first=1")]
    [InlineData("v3_session:status=429:first=1")]
    [InlineData("v3_session:garbage:first=1")]
    [InlineData("v3_upload:status=503:every=2")]
    [InlineData("v3_upload:status=429:first=2")]
    [InlineData("v3_upload:status=403:first=1")]
    [InlineData("v3_upload:garbage:first=1")]
    [InlineData("v3_publish:status=429:first=2")]
    [InlineData("v3_sequences:status=504:first=4")]
    [InlineData("v3_sequences:garbage:first=1")]
    [InlineData("v3_images:empty_object:first=1")]
    [InlineData("v3_sequence:status=502:first=1")]
    public async Task A_part_arrives_whole_and_once_in_spite_of(string fault)
    {
        _service.AddFault(fault);

        await PublishAsync(mayBeKnown: true);

        await PublishedOnceAsync();
        var images = (await LookAsync()).Images;
        Assert.Equal(3, images.Count);
        await UnderTest.Destination.Watcher.SequenceRecordAsync(images[0].SequenceId!, Stop);
    }

    [Fact]
    public async Task A_session_is_shown_while_it_is_open()
    {
        var abandoned = await OpenAsync();
        await PublishAsync();

        Assert.Equal(abandoned, Assert.Single(await SessionsAsync()).Key);
    }

    [Theory]
    [InlineData(nameof(Trouble.TokenRefused), FailureKind.SignInNeeded)]
    [InlineData(nameof(Trouble.NobodyAnswers), FailureKind.Unreachable)]
    public async Task Sessions_that_cannot_be_asked_for_say_why(string trouble, FailureKind kind)
    {
        UnderTest.Meet(Enum.Parse<Trouble>(trouble));

        Assert.Equal(kind, (await FailureOf(SessionsAsync)).Kind);
    }

    private Task<IReadOnlyList<RemoteSession>> SessionsAsync() => UnderTest.Destination.Sessions!.SessionsAsync(Stop);

    private protected override async Task<DestinationUnderTest> StartAsync()
    {
        _service = await StandInService.StartAsync();
        return new MapillaryV3(_service);
    }

    private sealed class MapillaryV3(StandInService service) : DestinationUnderTest
    {
        public override PhotoDestination Destination { get; } = MapillaryV3Destination.Create(new MapillaryV3Options
        {
            Url = service.Addresses.V3.Url,
            ClientId = service.Addresses.V3.AppId,
            AccessToken = _ => Task.FromResult<string?>(service.Addresses.V3.AccessToken),
            Clock = new ManualTime(),
        });

        public override void Meet(Trouble trouble) => service.AddFault(trouble switch
        {
            Trouble.TokenRefused => "any:not_authorized",
            Trouble.NobodyAnswers => "any:status=503:retry_after=86400",
            Trouble.PhotoCutHalfWay => "v3_upload:drop_after=250000:first=3",
            Trouble.PhotoAnswerLost => "v3_upload:lose_reply:first=3",
            Trouble.PhotoRefused => "v3_upload:status=400:first=1",
            Trouble.PublishingTroubled => "v3_publish:status=429:first=1",
            Trouble.PublishingRefused => "v3_publish:status=400:first=1",
            Trouble.PublishingAnswerLost => "v3_publish:lose_reply:first=1",
            Trouble.PublishingAnswerHeld => "v3_publish:delay=600000",
            _ => throw new ArgumentOutOfRangeException(nameof(trouble)),
        });

        public override void ClearTrouble() => service.ClearFaults();

        public override Task PublishingIsUnderWayAsync() => service.WhenAsync(state => state.CallsOf("v3_publish") > 0);

        public override async Task<IReadOnlyList<IReadOnlyList<string>>> PublishedAsync()
        {
            var published = (await service.StateAsync()).V3Sessions.Where(session => session is { PublishedAt: not null, DryRun: false });
            return [.. await Task.WhenAll(published.Select(KeysAsync))];
        }

        public override async Task<byte[]> HeldAsync(PhotoBody photo)
        {
            var name = $"mtpdu_{photo.ContentKey}.jpg";
            var session = (await service.StateAsync()).V3Sessions.Last(session => session.Photos.Exists(held => held.Name == name));
            return await service.BytesOfAsync(session, name);
        }

        public override ValueTask DisposeAsync() => service.DisposeAsync();

        private async Task<IReadOnlyList<string>> KeysAsync(V3Session session)
        {
            var sequence = await Destination.Watcher.SequenceRecordAsync(session.Photos[0].SequenceKey!, TestContext.Current.CancellationToken);
            return [.. sequence.ImageIds.Select(image => session.Photos.Single(photo => photo.ImageKey == image).Name["mtpdu_".Length..^".jpg".Length])];
        }
    }
}
