using System.Text.Json;
using MapThePaths.Core.Destinations;
using MapThePaths.Core.Geo;
using MapThePaths.Tests.Fixtures;

namespace MapThePaths.Tests.Contracts;

/// <summary>What the comments of <c>Core/Destinations</c> promise, asked of one destination. A class for each destination says how it is started.</summary>
public abstract class DestinationContract : IAsyncLifetime
{
    private static readonly Guid Part = Guid.Parse("01234567-89ab-cdef-0123-456789abcdef");

    private readonly AGeotaggedPhoto[] _photos = [new(0), new(1), new(2)];
    private string _session = "";
    private Account? _account;

    private protected DestinationUnderTest UnderTest { get; private set; } = null!;

    private protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    private protected ISender Sender => UnderTest.Destination.Sender;

    private string[] Keys => [.. _photos.Select(photo => photo.Body.ContentKey)];

    public async ValueTask InitializeAsync() => UnderTest = await StartAsync();

    public async ValueTask DisposeAsync()
    {
        Array.ForEach(_photos, photo => photo.Dispose());
        await UnderTest.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private protected abstract Task<DestinationUnderTest> StartAsync();

    [Fact]
    public async Task Who_I_am_is_the_same_however_often_it_is_asked()
    {
        var first = await UnderTest.Destination.SignIn.WhoAmIAsync(Stop);

        Assert.Equal(first, await UnderTest.Destination.SignIn.WhoAmIAsync(Stop));
        Assert.NotEmpty(first.Id);
    }

    [Theory]
    [InlineData(nameof(WhoAmIAsync))]
    [InlineData(nameof(SendAsync))]
    [InlineData(nameof(CompleteAsync))]
    [InlineData(nameof(PublishAsync))]
    [InlineData(nameof(LookAsync))]
    public async Task A_refused_token_needs_signing_in_and_publishes_nothing(string call)
    {
        var failure = await FailureInTroubleAsync(Trouble.TokenRefused, call);

        Assert.Equal(FailureKind.SignInNeeded, failure.Kind);
        Assert.Empty(await UnderTest.PublishedAsync());
    }

    [Theory]
    [InlineData(nameof(WhoAmIAsync))]
    [InlineData(nameof(SendAsync))]
    [InlineData(nameof(CompleteAsync))]
    [InlineData(nameof(PublishAsync))]
    [InlineData(nameof(LookAsync))]
    public async Task Where_nobody_answers_the_destination_is_unreachable_and_later_goes_on(string call)
    {
        var failure = await FailureInTroubleAsync(Trouble.NobodyAnswers, call);
        UnderTest.ClearTrouble();
        await PublishAsync(mayBeKnown: true);

        Assert.Equal(FailureKind.Unreachable, failure.Kind);
        await PublishedOnceAsync();
    }

    [Fact]
    public async Task A_session_may_be_opened_again_and_the_abandoned_one_publishes_nothing()
    {
        await OpenAsync();

        await PublishAsync();

        await PublishedOnceAsync();
    }

    [Fact]
    public async Task A_session_that_was_opened_earlier_is_taken_up()
    {
        var first = await OpenAsync();

        Assert.Equal(first, await OpenAsync(first));
    }

    [Fact]
    public async Task A_dry_run_publishes_nothing()
    {
        var receipts = await SendAllAsync();

        await Sender.RehearseAsync(_session, receipts, Stop);

        Assert.Empty(await UnderTest.PublishedAsync());
        Assert.Empty((await LookAsync()).Images);
    }

    [Fact]
    public async Task Photos_may_arrive_in_any_order_and_are_published_in_that_of_their_receipts()
    {
        var session = await OpenAsync();
        var receipts = await Task.WhenAll(_photos.Reverse().Select(photo => SendAsync(session, photo)));

        await Sender.PublishAsync(session, await Sender.CompleteAsync(session, [.. receipts.Reverse()], mayBeKnown: false, Stop), Stop);

        await PublishedOnceAsync();
    }

    [Fact]
    public async Task Sending_again_brings_no_byte_twice_and_the_receipt_counts()
    {
        var session = await OpenAsync();
        await Task.WhenAll(_photos.Select(photo => SendAsync(session, photo)));

        var progress = new Progress();
        List<string> receipts = [];
        foreach (var photo in _photos)
        {
            receipts.Add(await Sender.SendAsync(session, photo.Body, mayBeKnown: true, progress, Stop));
        }

        await Sender.PublishAsync(session, await Sender.CompleteAsync(session, receipts, mayBeKnown: true, Stop), Stop);

        Assert.Equal(_photos.Select(photo => photo.Body.Length), progress.Reports);
        await PublishedOnceAsync();
    }

    [Fact]
    public async Task A_photo_that_was_never_tried_may_be_asked_for_all_the_same()
    {
        var session = await OpenAsync();

        await Sender.SendAsync(session, _photos[0].Body, mayBeKnown: true, new Progress(), Stop);

        Assert.Equal(_photos[0].Bytes, await UnderTest.HeldAsync(_photos[0].Body));
    }

    [Theory]
    [InlineData(nameof(Trouble.PhotoCutHalfWay))]
    [InlineData(nameof(Trouble.PhotoAnswerLost))]
    [InlineData(nameof(Trouble.PublishingTroubled))]
    public async Task Passing_trouble_is_waited_for_inside(string trouble)
    {
        UnderTest.Meet(Enum.Parse<Trouble>(trouble));

        await PublishAsync();

        await PublishedOnceAsync();
    }

    [Fact]
    public async Task A_photo_cancelled_on_its_way_can_be_sent_again()
    {
        using var cancel = new CancellationTokenSource();
        var session = await OpenAsync();
        var cancelling = new Progress(_ => cancel.Cancel());
        var end = await Record.ExceptionAsync(() => Sender.SendAsync(session, _photos[0].Body, mayBeKnown: false, cancelling, cancel.Token));

        await PublishAsync(mayBeKnown: true);

        Assert.True(end is null or OperationCanceledException, $"{end}");
        await PublishedOnceAsync();
    }

    [Fact]
    public async Task A_refused_photo_is_told_apart_and_does_not_keep_the_others()
    {
        UnderTest.Meet(Trouble.PhotoRefused);
        var session = await OpenAsync();

        var failure = await FailureOf(() => SendAsync(session, _photos[0]));
        var receipts = await Task.WhenAll(_photos.Skip(1).Select(photo => SendAsync(session, photo)));
        await Sender.PublishAsync(session, await Sender.CompleteAsync(session, receipts, mayBeKnown: true, Stop), Stop);

        Assert.Equal(FailureKind.PhotoRefused, failure.Kind);
        Assert.Equal(Keys.Skip(1), Assert.Single(await UnderTest.PublishedAsync()));
    }

    [Fact]
    public async Task Completing_publishes_nothing_and_may_be_repeated()
    {
        await CompleteAsync();
        await CompleteAsync();

        Assert.Empty(await UnderTest.PublishedAsync());
        await PublishAsync();
        await PublishedOnceAsync();
    }

    [Fact]
    public async Task A_refused_part_is_not_published_and_may_be_published_later()
    {
        UnderTest.Meet(Trouble.PublishingRefused);

        var failure = await FailureOf(() => PublishAsync());

        Assert.Equal(FailureKind.PartRefused, failure.Kind);
        Assert.Empty(await UnderTest.PublishedAsync());
        await PublishAsync();
        await PublishedOnceAsync();
    }

    [Fact]
    public async Task A_publication_whose_answer_is_lost_is_unclear_not_repeated_inside_and_found_by_looking()
    {
        UnderTest.Meet(Trouble.PublishingAnswerLost);

        var failure = await FailureOf(() => PublishAsync());

        Assert.Equal(FailureKind.Unclear, failure.Kind);
        await PublishedOnceAsync();
        Assert.Equal(3, (await LookAsync()).Images.Count);
    }

    [Fact]
    public async Task Publishing_that_is_cancelled_before_its_call_publishes_nothing_and_may_be_repeated()
    {
        var completion = await CompleteAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Sender.PublishAsync(_session, completion, new CancellationToken(canceled: true)));

        Assert.Empty(await UnderTest.PublishedAsync());
        await PublishAsync();
        await PublishedOnceAsync();
    }

    [Fact]
    public async Task Publishing_that_is_cancelled_during_its_call_is_unclear()
    {
        var completion = await CompleteAsync();
        UnderTest.Meet(Trouble.PublishingAnswerHeld);
        using var cancel = new CancellationTokenSource();

        var publishing = Sender.PublishAsync(_session, completion, cancel.Token);
        await UnderTest.PublishingIsUnderWayAsync();
        await cancel.CancelAsync();

        Assert.Equal(FailureKind.Unclear, (await FailureOf(() => publishing)).Kind);
    }

    [Fact]
    public async Task Nothing_is_seen_of_what_is_not_published()
    {
        await CompleteAsync();

        var sighting = await LookAsync();

        Assert.Empty(sighting.Images);
        Assert.Null(sighting.Failure);
    }

    [Fact]
    public async Task What_is_published_is_seen_photo_by_photo_however_often_one_looks()
    {
        await PublishAsync();

        var first = await LookAsync();
        var second = await LookAsync();

        Assert.Equal(_photos.Select(photo => photo.CapturedAt), first.Images.Select(image => image.CapturedAt).Order());
        Assert.Equal(first.Images.Select(image => image.Id), second.Images.Select(image => image.Id));
        var sequence = Assert.Single(first.Images.Select(image => image.SequenceId).Distinct());
        var record = await UnderTest.Destination.Watcher.SequenceRecordAsync(sequence!, Stop);
        Assert.Equal(JsonValueKind.Object, JsonElement.Parse(record.Record).ValueKind);
    }

    [Theory]
    [InlineData(nameof(Trouble.TokenRefused), FailureKind.SignInNeeded)]
    [InlineData(nameof(Trouble.NobodyAnswers), FailureKind.Unreachable)]
    public async Task A_sequence_that_cannot_be_asked_for_says_why(string trouble, FailureKind kind)
    {
        await PublishAsync();
        var sequence = (await LookAsync()).Images[0].SequenceId!;
        UnderTest.Meet(Enum.Parse<Trouble>(trouble));

        var failure = await FailureOf(() => UnderTest.Destination.Watcher.SequenceRecordAsync(sequence, Stop));

        Assert.Equal(kind, failure.Kind);
    }

    /// <summary>One publication of all photos, in order and whole.</summary>
    private protected async Task PublishedOnceAsync()
    {
        Assert.Equal(Keys, Assert.Single(await UnderTest.PublishedAsync()));
        foreach (var photo in _photos)
        {
            var held = await UnderTest.HeldAsync(photo.Body);
            Assert.True(held.AsSpan().SequenceEqual(photo.Bytes), "A photo did not arrive as it was sent.");
        }
    }

    private protected async Task PublishAsync(bool mayBeKnown = false)
    {
        var completion = await CompleteAsync(mayBeKnown);
        await Sender.PublishAsync(_session, completion, Stop);
    }

    private protected async Task<string> OpenAsync(string? known = null) => (await Sender.OpenSessionAsync(Part, known, Stop)).Key;

    private async Task<string> CompleteAsync(bool mayBeKnown = false)
    {
        var receipts = await SendAllAsync(mayBeKnown);
        return await Sender.CompleteAsync(_session, receipts, mayBeKnown, Stop);
    }

    private async Task<string[]> SendAllAsync(bool mayBeKnown = false)
    {
        _session = await OpenAsync();
        return await Task.WhenAll(_photos.Select(photo => SendAsync(_session, photo, mayBeKnown)));
    }

    private Task<string> SendAsync(string session, AGeotaggedPhoto photo, bool mayBeKnown = false) =>
        Sender.SendAsync(session, photo.Body, mayBeKnown, new Progress(), Stop);

    // All goes well up to this call.
    private async Task<DestinationException> FailureInTroubleAsync(Trouble trouble, string call)
    {
        _account = await WhoAmIAsync();
        _session = await OpenAsync();
        string[] receipts = call is nameof(CompleteAsync) ? await SendAllAsync() : [];
        var completion = call is nameof(PublishAsync) ? await CompleteAsync() : "";
        UnderTest.Meet(trouble);
        return await FailureOf(() => call switch
        {
            nameof(WhoAmIAsync) => WhoAmIAsync(),
            nameof(SendAsync) => SendAsync(_session, _photos[0]),
            nameof(CompleteAsync) => Sender.CompleteAsync(_session, receipts, mayBeKnown: true, Stop),
            nameof(PublishAsync) => Sender.PublishAsync(_session, completion, Stop),
            _ => LookAsync(),
        });
    }

    private protected static Task<DestinationException> FailureOf(Func<Task> call) => Assert.ThrowsAsync<DestinationException>(call);

    private protected Task<Account> WhoAmIAsync() => UnderTest.Destination.SignIn.WhoAmIAsync(Stop);

    private protected async Task<Sighting> LookAsync()
    {
        var box = GeoBox.Around([.. _photos.Select(photo => photo.Position)]);
        return await UnderTest.Destination.Watcher.LookAsync(
            new PublicationQuery(_account ??= await WhoAmIAsync(), _photos[0].CapturedAt, _photos[^1].CapturedAt, box, PublicationId: null), Stop);
    }
}
