using MapThePaths.Core.Destinations;
using MapThePaths.Destinations.Mapillary;
using MapThePaths.Tests.Fixtures;

namespace MapThePaths.Tests.Contracts;

/// <summary>The client of Mapillary's API v4 before the stand-in, which was written apart from it from the same document.</summary>
public sealed class MapillaryKeepsTheContract : DestinationContract
{
    private StandInService _service = null!;

    [Theory]
    [InlineData("me:status=500:first=2")]
    [InlineData("offset:status=503:first=2")]
    [InlineData("offset:offset_zero:first=1")]
    [InlineData("offset:garbage:first=1")]
    [InlineData("upload:status=500:every=2")]
    [InlineData("upload:backoff=12000:first=4")]
    [InlineData("upload:partial:first=1")]
    [InlineData("upload:offset_invalid:first=2")]
    [InlineData("upload:offset_zero:first=2")]
    [InlineData("upload:empty_object:first=1")]
    [InlineData("upload:garbage:first=2")]
    [InlineData("upload:multi_line")]
    [InlineData("manifest:drop_after=20:first=1")]
    [InlineData("manifest:lose_reply:first=1")]
    [InlineData("manifest:partial:first=1")]
    [InlineData("manifest:offset_invalid:first=1")]
    [InlineData("manifest:offset_zero:first=1")]
    [InlineData("manifest:empty_object:first=1")]
    [InlineData("manifest:garbage:first=1")]
    [InlineData("manifest:status=429:first=1")]
    [InlineData("manifest:status=503:first=1")]
    [InlineData("finish:status=500:first=2")]
    [InlineData("images:status=500:first=2")]
    [InlineData("image_ids:garbage:first=1")]
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
    public async Task A_foreign_receipt_is_refused_with_the_words_of_the_service()
    {
        var completion = await Sender.CompleteAsync("mtpdu_x", ["4:of another user"], mayBeKnown: false, Stop);

        var failure = await Assert.ThrowsAsync<DestinationException>(() => Sender.PublishAsync("mtpdu_x", completion, Stop));

        Assert.Equal(FailureKind.PartRefused, failure.Kind);
        Assert.Contains("unknown", failure.Message, StringComparison.Ordinal);
    }

    private protected override async Task<DestinationUnderTest> StartAsync()
    {
        _service = await StandInService.StartAsync();
        return new Mapillary(_service);
    }

    private sealed class Mapillary(StandInService service) : DestinationUnderTest
    {
        public override PhotoDestination Destination { get; } = MapillaryDestination.Create(new MapillaryOptions
        {
            Name = "practice",
            GraphUrl = service.Addresses.GraphUrl,
            UploadUrl = service.Addresses.UploadUrl,
            AccessToken = _ => Task.FromResult<string?>(service.Addresses.AccessToken),
            Clock = new ManualTime(),
        });

        public override void Meet(Trouble trouble) => service.AddFault(trouble switch
        {
            Trouble.TokenRefused => "any:not_authorized",
            Trouble.NobodyAnswers => "any:status=503:retry_after=86400",
            Trouble.PhotoCutHalfWay => "upload:drop_after=250000:first=3",
            Trouble.PhotoAnswerLost => "upload:lose_reply:first=3",
            Trouble.PhotoRefused => "upload:status=400:first=1",
            Trouble.PublishingTroubled => "finish:status=503:first=1",
            Trouble.PublishingRefused => "finish:status=400:first=1",
            Trouble.PublishingAnswerLost => "finish:lose_reply:first=1",
            Trouble.PublishingAnswerHeld => "finish:delay=600000",
            _ => throw new ArgumentOutOfRangeException(nameof(trouble)),
        });

        public override void ClearTrouble() => service.ClearFaults();

        public override Task PublishingIsUnderWayAsync() => service.WhenAsync(state => state.CallsOf("finish") > 0);

        public override async Task<IReadOnlyList<IReadOnlyList<string>>> PublishedAsync() =>
            [.. (await service.StateAsync()).Clusters.Select(cluster => cluster.Images.Select(image => image.Key.Split('_')[1]).ToList())];

        public override Task<byte[]> HeldAsync(PhotoBody photo) => service.BytesAsync($"mtpdu_{photo.ContentKey}_20260501.jpg");

        public override ValueTask DisposeAsync() => service.DisposeAsync();
    }
}
