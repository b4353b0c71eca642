using System.Text.Json;
using MapThePaths.Core.Destinations;
using MapThePaths.Core.Geo;
using MapThePaths.Destinations.Mapillary;
using MapThePaths.Emulator;
using MapThePaths.Emulator.Faults;
using MapThePaths.Tests.Fixtures;

namespace MapThePaths.Tests.Destinations.Mapillary;

/// <summary>The client and the stand-in were written apart from each other, from the same document.</summary>
public sealed class AgainstTheEmulator : IAsyncLifetime
{
    private static readonly Guid Part = Guid.Parse("01234567-89ab-cdef-0123-456789abcdef");

    private readonly ManualTime _time = new();
    private readonly AGeotaggedPhoto[] _photos = [new(0), new(1), new(2)];
    private readonly HttpClient _outside = new();
    private EmulatorServer _emulator = null!;
    private PhotoDestination _destination = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _emulator = await EmulatorServer.StartAsync(new EmulatorOptions(), Stop);
        var addresses = _emulator.Addresses;
        _destination = MapillaryDestination.Create(new MapillaryOptions
        {
            Name = "practice",
            GraphUrl = addresses.GraphUrl,
            UploadUrl = addresses.UploadUrl,
            AccessToken = _ => Task.FromResult<string?>(addresses.AccessToken),
            Clock = _time,
        });
    }

    public async ValueTask DisposeAsync()
    {
        Array.ForEach(_photos, photo => photo.Dispose());
        _outside.Dispose();
        await _emulator.DisposeAsync();
    }

    [Theory]
    [InlineData("me:status=500:first=2")]
    [InlineData("offset:status=503:first=2")]
    [InlineData("offset:offset_zero:first=1")]
    [InlineData("offset:garbage:first=1")]
    [InlineData("upload:status=500:every=2")]
    [InlineData("upload:backoff=12000:first=4")]
    [InlineData("upload:drop_after=250000:first=3")]
    [InlineData("upload:lose_reply:first=3")]
    [InlineData("upload:partial:first=1")]
    [InlineData("upload:offset_invalid:first=2")]
    [InlineData("upload:empty_object:first=1")]
    [InlineData("upload:multi_line")]
    [InlineData("manifest:drop_after=20:first=1")]
    [InlineData("manifest:lose_reply:first=1")]
    [InlineData("finish:status=500:first=2")]
    [InlineData("finish:status=503:first=1")]
    [InlineData("images:status=500:first=2")]
    [InlineData("image_ids:garbage:first=1")]
    public async Task A_part_arrives_whole_and_once_in_spite_of(string fault)
    {
        _emulator.AddFault(FaultRule.Parse(fault));

        var account = await _destination.SignIn.WhoAmIAsync(Stop);
        await PublishAsync();
        var sighting = await LookAsync(account);

        Assert.Equal(
            _photos.Select(photo => photo.CapturedAt),
            sighting.Images.Select(image => image.CapturedAt).Order());
        var sequence = Assert.Single(sighting.Images.Select(image => image.SequenceId).Distinct());
        var record = (await _destination.Watcher.SequenceRecordAsync(sequence!, Stop)).Record;
        Assert.Equal(3, JsonElement.Parse(record).GetProperty("data").GetArrayLength());
        Assert.All(await ArrivedAsync(), pair => Assert.Equal(pair.Sent, pair.Arrived));
        Assert.Equal(1, await ClustersAsync());
    }

    [Theory]
    [InlineData("finish:lose_reply", 1)]
    [InlineData("finish:garbage", 0)]
    [InlineData("finish:empty_object", 1)]
    public async Task A_publication_without_a_clear_answer_is_left_to_looking(string fault, int clusters)
    {
        _emulator.AddFault(FaultRule.Parse(fault));
        var account = await _destination.SignIn.WhoAmIAsync(Stop);

        var failure = await Client.FailureOf(PublishAsync());

        Assert.Equal(FailureKind.Unclear, failure.Kind);
        Assert.Equal(clusters, await ClustersAsync());
        Assert.Equal(3 * clusters, (await LookAsync(account)).Images.Count);
    }

    [Theory]
    [InlineData("upload:not_authorized")]
    [InlineData("manifest:not_authorized")]
    [InlineData("finish:not_authorized")]
    [InlineData("upload:revoke:first=1")]
    public async Task A_token_that_stops_working_is_told_as_such(string fault)
    {
        _emulator.AddFault(FaultRule.Parse(fault));

        var failure = await Client.FailureOf(PublishAsync());

        Assert.Equal(FailureKind.SignInNeeded, failure.Kind);
        Assert.Equal(0, await ClustersAsync());
    }

    [Fact]
    public async Task A_foreign_receipt_is_refused_with_the_words_of_the_service()
    {
        var completion = await _destination.Sender.CompleteAsync("mtpdu_x", ["4:of another user"], Stop);

        var failure = await Client.FailureOf(_destination.Sender.PublishAsync("mtpdu_x", completion, Stop));

        Assert.Equal(FailureKind.PartRefused, failure.Kind);
        Assert.Contains("unknown", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sending_a_part_again_brings_no_byte_twice()
    {
        await CompleteAsync();

        var progress = new Progress();
        foreach (var photo in _photos)
        {
            await _destination.Sender.SendAsync("s", photo.Body, mayBeKnown: true, progress, Stop);
        }

        Assert.Equal(_photos.Select(photo => photo.Body.Length), progress.Reports);
    }

    private async Task PublishAsync() =>
        await _destination.Sender.PublishAsync("mtpdu_x", await CompleteAsync(), Stop);

    private async Task<string> CompleteAsync()
    {
        var session = (await _destination.Sender.OpenSessionAsync(Part, known: null, Stop)).Key;
        var receipts = await Task.WhenAll(_photos.Select(photo =>
            _destination.Sender.SendAsync(session, photo.Body, mayBeKnown: false, new Progress(), Stop)));
        return await _destination.Sender.CompleteAsync(session, receipts, Stop);
    }

    private Task<Sighting> LookAsync(Account account)
    {
        var box = GeoBox.Around([.. _photos.Select(photo => photo.Position)]);
        var query = new PublicationQuery(account, _photos[0].CapturedAt, _photos[^1].CapturedAt, box, PublicationId: null);
        return _destination.Watcher.LookAsync(query, Stop);
    }

    private Task<(byte[] Sent, byte[] Arrived)[]> ArrivedAsync() => Task.WhenAll(_photos.Select(async photo =>
        (photo.Bytes, await _outside.GetByteArrayAsync(new Uri($"{_emulator.Addresses.ControlUrl}/bytes/{photo.Key}"), Stop))));

    private async Task<int> ClustersAsync()
    {
        var state = await _outside.GetStringAsync(new Uri($"{_emulator.Addresses.ControlUrl}/state"), Stop);
        return JsonElement.Parse(state).GetProperty("clusters").GetArrayLength();
    }
}
