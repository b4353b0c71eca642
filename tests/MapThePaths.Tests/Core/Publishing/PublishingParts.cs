using MapThePaths.Core.Catalog;
using MapThePaths.Core.Destinations;
using MapThePaths.Core.Model;
using MapThePaths.Tests.Fixtures;

namespace MapThePaths.Tests.Core.Publishing;

public sealed class PublishingParts
{
    private const string PartRow = "SELECT state, intent_at IS NOT NULL, publication_id FROM part";

    private readonly ScriptedDestination _destination = new();

    [Fact]
    public async Task The_intent_is_stored_before_the_call_and_the_answer_after_it()
    {
        using var journey = Journey.Of(2);
        IReadOnlyList<string> during = [];
        _destination.BeforePublishing = () => during = journey.Rows(PartRow);

        await journey.SendAsync(_destination);

        Assert.Equal(["publishing, 1, "], during);
        Assert.Equal(["processing, 1, publication 1"], journey.Rows(PartRow));
        Assert.Equal(["0.jpg published", "1.jpg published"], journey.LifeLines());
    }

    [Fact]
    public async Task A_publication_whose_answer_was_lost_is_never_repeated_by_itself()
    {
        _destination.AfterPublishing = Fail(FailureKind.Unclear);
        using var journey = Journey.Of(3);
        var first = await journey.SendAsync(_destination);
        _destination.AfterPublishing = () => { };

        var second = await journey.SendAsync(_destination);

        Assert.Null(first.Stopped);
        Assert.Equal((3, 1), (second.AlreadySent.Count, journey.Parts().Count));
        Assert.Equal((1, 3), (_destination.PublishCalls, _destination.Arrived.Count));
        Assert.Equal((PartState.Publishing, "scripted trouble"), (journey.Part().State, journey.Part().Error));
        Assert.All(journey.Lines(), line => Assert.Equal(PhotoState.Sent, line.State));
    }

    [Fact]
    public async Task A_program_that_died_during_the_call_does_not_repeat_it()
    {
        _destination.AfterPublishing = () => throw new InvalidOperationException("The program dies.");
        using var journey = Journey.Of(3);
        await Assert.ThrowsAsync<InvalidOperationException>(() => journey.SendAsync(_destination));
        _destination.AfterPublishing = () => { };

        await journey.SendAsync(_destination);

        Assert.Equal(1, _destination.PublishCalls);
        Assert.Equal(PartState.Publishing, journey.Part().State);
    }

    [Fact]
    public async Task A_list_of_photos_with_a_receipt_of_this_run_is_new_and_one_that_an_earlier_run_may_have_brought_is_not()
    {
        var time = new ManualTime();
        _destination.WhenTaking = _ => time.Advance(TimeSpan.FromSeconds(1));
        _destination.BeforePublishing = Fail(FailureKind.Unreachable);
        using var journey = Journey.Of(2, time);
        await journey.SendAsync(_destination);
        _destination.BeforePublishing = () => { };

        await journey.SendAsync(_destination);

        Assert.Equal([false, true], _destination.CompletedAsKnown);
        Assert.Equal(PartState.Processing, journey.Part().State);
    }

    [Fact]
    public async Task A_refused_part_is_failed_with_the_destinations_words_and_only_a_new_send_tries_it_again()
    {
        _destination.BeforePublishing = Fail(FailureKind.PartRefused);
        using var journey = Journey.Of(3);
        await journey.SendAsync(_destination);
        Assert.Equal((PartState.Failed, "scripted trouble"), (journey.Part().State, journey.Part().Error));
        await journey.LookAsync(_destination);
        _destination.BeforePublishing = () => { };

        await journey.SendAsync(_destination);

        Assert.Equal((2, 3, 0), (_destination.PublishCalls, _destination.Arrived.Count, _destination.Looks.Count));
        Assert.Equal((PartState.Processing, null), (journey.Part().State, journey.Part().Error));
    }

    [Fact]
    public async Task A_refused_part_does_not_keep_the_others()
    {
        var refused = 0;
        _destination.BeforePublishing = () => _ = refused++ == 0 ? throw Trouble(FailureKind.PartRefused) : 0;
        using var journey = new Journey();
        TakeInTwoParts(journey);

        var outcome = await journey.SendAsync(_destination);

        Assert.Null(outcome.Stopped);
        Assert.Equal(["failed", "processing"], journey.Parts().Select(part => part.State.Word()).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(FailureKind.Unreachable)]
    [InlineData(FailureKind.SignInNeeded)]
    public async Task When_nothing_can_be_published_now_the_run_stops_and_the_next_one_publishes(FailureKind kind)
    {
        _destination.BeforePublishing = Fail(kind);
        using var journey = Journey.Of(3);
        var first = await journey.SendAsync(_destination);
        Assert.Equal(["uploaded, 0, "], journey.Rows(PartRow));
        _destination.BeforePublishing = () => { };

        await journey.SendAsync(_destination);

        Assert.Equal(kind, first.Stopped?.Kind);
        Assert.Equal((3, "0.jpg 1.jpg 2.jpg"), (_destination.Arrived.Count, Assert.Single(_destination.Published)));
    }

    [Fact]
    public async Task When_the_catalog_fails_at_publishing_the_uploads_beside_it_stop_too()
    {
        using var journey = new Journey();
        TakeInTwoParts(journey);
        journey.Rows("CREATE TRIGGER refuse BEFORE UPDATE OF intent_at ON part BEGIN SELECT RAISE(ABORT, 'the disk is full'); END");
        _destination.HoldsBack = name => name is "2.jpg" or "3.jpg";

        var sending = journey.SendAsync(_destination).WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);

        Assert.Contains("the disk is full", (await Assert.ThrowsAsync<CatalogException>(() => sending)).Message, StringComparison.Ordinal);
        Assert.Equal(["0.jpg", "1.jpg"], _destination.ArrivedNames);
        Assert.Equal(0, _destination.PublishCalls);
    }

    [Fact]
    public async Task A_session_that_cannot_be_completed_leaves_no_intent()
    {
        _destination.WhenCompleting = Fail(FailureKind.Unreachable);
        using var journey = Journey.Of(3);

        await journey.SendAsync(_destination);

        Assert.Equal(["uploaded, 0, "], journey.Rows(PartRow));
        Assert.Equal(0, _destination.PublishCalls);
    }

    [Fact]
    public async Task A_dry_run_sends_everything_and_never_publishes()
    {
        using var journey = Journey.Of(3);

        var outcome = await journey.SendAsync(_destination, dryRun: true);

        Assert.Equal((3, 0), (_destination.Arrived.Count, _destination.PublishCalls));
        Assert.Equal((PartState.DryRun, 3, 0), (journey.Part().State, journey.Part().DryRun, journey.Part().Sent));
        Assert.Equal(["0.jpg dry_run", "1.jpg dry_run", "2.jpg dry_run"], journey.LifeLines());
        Assert.Equal((0, 1, null), (outcome.AlreadySent.Count, journey.Parts().Count, outcome.Stopped));
    }

    [Fact]
    public async Task A_dry_run_after_a_publication_changes_nothing()
    {
        using var journey = Journey.Of(3);
        await journey.SendAsync(_destination);

        var outcome = await journey.SendAsync(_destination, dryRun: true);

        Assert.Equal(3, outcome.AlreadySent.Count);
        Assert.Equal(["0.jpg published", "1.jpg published", "2.jpg published"], journey.LifeLines());
    }

    [Fact]
    public async Task Cancelled_before_the_call_the_part_is_published_by_the_next_run()
    {
        using var cancel = new CancellationTokenSource();
        _destination.WhenCompleting = cancel.Cancel;
        using var journey = Journey.Of(3);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => journey.SendUntilAsync(_destination, cancel.Token));
        Assert.Equal(["uploaded, 0, "], journey.Rows(PartRow));
        _destination.WhenCompleting = () => { };

        await journey.SendAsync(_destination);

        Assert.Equal((1, 3), (_destination.PublishCalls, _destination.Arrived.Count));
    }

    [Fact]
    public async Task A_call_that_the_sender_says_was_never_made_leaves_no_intent_and_is_made_by_the_next_run()
    {
        using var cancel = new CancellationTokenSource();
        _destination.BeforePublishing = () =>
        {
            cancel.Cancel();
            cancel.Token.ThrowIfCancellationRequested();
        };
        using var journey = Journey.Of(3);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => journey.SendUntilAsync(_destination, cancel.Token));
        Assert.Equal(["uploaded, 0, "], journey.Rows(PartRow));
        _destination.BeforePublishing = () => { };

        await journey.SendAsync(_destination);

        Assert.Equal(["0.jpg 1.jpg 2.jpg"], _destination.Published);
        Assert.Equal(3, _destination.Arrived.Count);
    }

    [Fact]
    public async Task Cancelled_during_the_call_an_answer_that_comes_all_the_same_is_stored()
    {
        using var cancel = new CancellationTokenSource();
        _destination.BeforePublishing = cancel.Cancel;
        using var journey = Journey.Of(3);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => journey.SendUntilAsync(_destination, cancel.Token));

        Assert.Equal(["processing, 1, publication 1"], journey.Rows(PartRow));
    }

    private static void TakeInTwoParts(Journey journey)
    {
        for (var i = 0; i < 4; i++)
        {
            journey.Take($"{i}.jpg", seconds: (i / 2 * 500) + (i % 2), metres: 11 * i);
        }

        journey.Import();
    }

    private static Action Fail(FailureKind kind) => () => throw Trouble(kind);

    private static DestinationException Trouble(FailureKind kind) => new(kind, "scripted", "scripted trouble");
}
