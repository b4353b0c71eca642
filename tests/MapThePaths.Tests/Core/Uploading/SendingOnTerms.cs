using MapThePaths.Core.Destinations;
using MapThePaths.Core.Model;
using MapThePaths.Core.Uploading;
using MapThePaths.Tests.Fixtures;

namespace MapThePaths.Tests.Core.Uploading;

/// <summary>What the user wishes of an upload: how many at once, when to stop, when to pause; and what it tells meanwhile.</summary>
public sealed class SendingOnTerms
{
    private readonly ScriptedDestination _destination = new();

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task No_more_photos_than_wished_are_on_their_way_at_once(int parallel)
    {
        using var journey = Journey.Of(20);
        var (now, most) = (0, 0);
        _destination.WhenSending = async _ =>
        {
            InterlockedMax(ref most, Interlocked.Increment(ref now));
            await Task.Yield();
            Interlocked.Decrement(ref now);
        };

        await journey.SendAsync(_destination, terms: new UploadTerms { Parallel = parallel });

        Assert.InRange(most, 1, parallel);
        Assert.Equal(20, _destination.Arrived.Count);
    }

    [Fact]
    public async Task Photos_of_several_parts_are_on_their_way_together()
    {
        using var journey = new Journey();
        for (var i = 0; i < 4; i++)
        {
            journey.Take($"{i}.jpg", seconds: (i / 2 * 500) + (i % 2), metres: 11 * i);
        }

        journey.Import();
        using var all = new CountdownEvent(4);
        var together = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _destination.WhenSending = _ =>
        {
            if (all.Signal())
            {
                together.SetResult();
            }

            return together.Task;
        };

        await journey.SendAsync(_destination);

        Assert.Equal(2, _destination.Sessions.Count);
        Assert.Equal(4, _destination.Arrived.Count);
    }

    [Fact]
    public async Task By_default_failed_photos_never_stop_the_run()
    {
        Refuse(name => name != "11.jpg");
        using var journey = Journey.Of(12);

        var outcome = await journey.SendAsync(_destination);

        Assert.Equal((UploadEnd.Done, null), (outcome.End, outcome.Stopped));
        Assert.Equal(11, journey.Events.Of<PhotoFailed>().Count);
        Assert.Equal(["11.jpg"], _destination.Published);
    }

    [Fact]
    public async Task After_as_many_failed_photos_as_wished_the_rest_waits()
    {
        Refuse(name => name is "2.jpg" or "4.jpg");
        using var journey = Journey.Of(10);

        var outcome = await journey.SendAsync(_destination, terms: new UploadTerms { Parallel = 1, FailuresToStop = 2 });

        Assert.Equal((UploadEnd.TooManyFailures, null), (outcome.End, outcome.Stopped));
        Assert.Equal(["0.jpg", "1.jpg", "3.jpg"], _destination.ArrivedNames);
        Assert.Equal(5, journey.Lines().Count(line => line.State == PhotoState.Waiting));
        Assert.Equal(0, _destination.PublishCalls);
    }

    [Fact]
    public async Task A_part_whose_last_photo_stops_the_run_is_not_published_without_it_until_the_user_says_so()
    {
        Refuse(name => name == "3.jpg");
        using var journey = Journey.Of(4);

        await journey.SendAsync(_destination, terms: new UploadTerms { Parallel = 1, FailuresToStop = 1 });
        Assert.Equal(0, _destination.PublishCalls);
        await journey.SendAsync(_destination);

        Assert.Equal(["0.jpg 1.jpg 2.jpg"], _destination.Published);
        Assert.Equal(3, _destination.Arrived.Count);
    }

    [Fact]
    public async Task Paused_it_finishes_what_is_on_its_way_begins_nothing_and_publishes_nothing()
    {
        using var pause = new CancellationTokenSource();
        using var journey = Journey.Of(12);
        _destination.WhenSending = name => name == "2.jpg" ? pause.CancelAsync() : Task.CompletedTask;

        var outcome = await journey.SendAsync(_destination, terms: new UploadTerms { Parallel = 1, Pause = pause.Token });

        Assert.Equal((UploadEnd.Paused, null), (outcome.End, outcome.Stopped));
        Assert.Equal(["0.jpg", "1.jpg", "2.jpg"], _destination.ArrivedNames);
        Assert.Equal(3, journey.Lines().Count(line => line.State == PhotoState.Sent));
        Assert.Equal(0, _destination.PublishCalls);
    }

    [Fact]
    public async Task Paused_at_its_last_photo_a_part_is_published_by_the_next_run_without_sending_it_again()
    {
        using var pause = new CancellationTokenSource();
        using var journey = Journey.Of(3);
        _destination.WhenSending = name => name == "2.jpg" ? pause.CancelAsync() : Task.CompletedTask;
        await journey.SendAsync(_destination, terms: new UploadTerms { Parallel = 1, Pause = pause.Token });
        Assert.Equal((3, 0), (_destination.Arrived.Count, _destination.PublishCalls));

        await journey.SendAsync(_destination);

        Assert.Equal((3, 1), (_destination.Arrived.Count, _destination.PublishCalls));
    }

    [Fact]
    public async Task Paused_a_photo_that_only_waits_for_its_next_try_is_not_waited_for()
    {
        using var pause = new CancellationTokenSource();
        using var journey = Journey.Of(4);
        _destination.WaitsOf = name => name == "1.jpg" ? [Trouble(1)] : [];
        _destination.HoldsBack = name =>
        {
            if (name == "1.jpg")
            {
                pause.Cancel();
            }

            return name == "1.jpg";
        };

        var outcome = await journey.SendAsync(_destination, terms: new UploadTerms { Parallel = 1, Pause = pause.Token });

        Assert.Equal((UploadEnd.Paused, null), (outcome.End, outcome.Stopped));
        Assert.Equal(["0.jpg sent", "1.jpg waiting", "2.jpg waiting", "3.jpg waiting"], journey.LifeLines());
    }

    [Fact]
    public async Task Paused_already_a_photo_whose_try_fails_does_not_wait_for_another()
    {
        using var pause = new CancellationTokenSource();
        using var journey = Journey.Of(2);
        _destination.WhenSending = _ => pause.CancelAsync();
        _destination.WaitsOf = _ => [Trouble(1)];
        _destination.HoldsBack = _ => true;

        var outcome = await journey.SendAsync(_destination, terms: new UploadTerms { Parallel = 1, Pause = pause.Token });

        Assert.Equal(UploadEnd.Paused, outcome.End);
        Assert.Empty(_destination.Arrived);
    }

    [Fact]
    public async Task Paused_a_photo_whose_next_try_has_begun_is_finished()
    {
        using var pause = new CancellationTokenSource();
        using var journey = Journey.Of(3);
        _destination.WaitsOf = name => name == "1.jpg" ? [Trouble(1)] : [];
        _destination.WhenTaking = name =>
        {
            if (name == "1.jpg")
            {
                pause.Cancel();
            }
        };

        await journey.SendAsync(_destination, terms: new UploadTerms { Parallel = 1, Pause = pause.Token });

        Assert.Equal(["0.jpg", "1.jpg"], _destination.ArrivedNames);
    }

    [Fact]
    public async Task Paused_while_the_list_of_photos_is_on_its_way_the_part_is_left_for_the_next_run()
    {
        using var pause = new CancellationTokenSource();
        using var journey = Journey.Of(2);
        _destination.WhenCompleting = pause.Cancel;
        var outcome = await journey.SendAsync(_destination, terms: new UploadTerms { Pause = pause.Token });
        Assert.Equal((UploadEnd.Paused, 0), (outcome.End, _destination.PublishCalls));

        await journey.SendAsync(_destination);

        Assert.Equal(["0.jpg 1.jpg"], _destination.Published);
        Assert.Equal(2, _destination.Arrived.Count);
    }

    [Fact]
    public async Task When_200_tries_in_a_row_fail_and_nothing_arrives_the_run_is_given_up()
    {
        using var journey = Journey.Of(3);
        _destination.WaitsOf = name => name == "1.jpg" ? Enumerable.Range(1, 300).Select(Trouble) : [];

        var outcome = await journey.SendAsync(_destination, terms: Journey.OneByOne);

        Assert.Equal(("nothing-arrives", FailureKind.Unreachable), (outcome.Stopped?.Code, outcome.Stopped?.Kind));
        Assert.Contains("the last one: no answer", outcome.Stopped!.Message, StringComparison.Ordinal);
        Assert.Equal(["0.jpg sent", "1.jpg waiting", "2.jpg waiting"], journey.LifeLines());
        Assert.Equal(199, journey.Events.Of<PhotoWaits>().Count);
        _destination.WaitsOf = _ => [];
        await journey.SendAsync(_destination);
        Assert.Equal(["0.jpg 1.jpg 2.jpg"], _destination.Published);
        Assert.Equal(3, _destination.Arrived.Count);
    }

    [Fact]
    public async Task When_tries_fail_for_an_hour_and_nothing_arrives_the_run_is_given_up()
    {
        var time = new ManualTime();
        using var journey = Journey.Of(2, time);
        _destination.WaitsOf = _ => Enumerable.Range(1, 20).Select(failures =>
        {
            time.Advance(TimeSpan.FromMinutes(10));
            return Trouble(failures);
        });

        var outcome = await journey.SendAsync(_destination, terms: Journey.OneByOne);

        Assert.Equal("nothing-arrives", outcome.Stopped?.Code);
        Assert.Equal(6, journey.Events.Of<PhotoWaits>().Count);
    }

    [Fact]
    public async Task A_photo_that_arrives_gives_the_run_new_patience()
    {
        using var journey = Journey.Of(3);
        _destination.WaitsOf = _ => Enumerable.Range(1, 150).Select(Trouble);

        var outcome = await journey.SendAsync(_destination, terms: Journey.OneByOne);

        Assert.Null(outcome.Stopped);
        Assert.Equal(3, _destination.Arrived.Count);
    }

    [Fact]
    public async Task A_photo_of_which_the_destination_has_ever_more_does_not_wear_out_the_run()
    {
        using var journey = Journey.Of(2);
        _destination.WaitsOf = name => name == "0.jpg" ? Enumerable.Repeat(Trouble(1), 300) : [];

        var outcome = await journey.SendAsync(_destination, terms: Journey.OneByOne);

        Assert.Null(outcome.Stopped);
        Assert.Equal(2, _destination.Arrived.Count);
    }

    [Fact]
    public async Task A_photo_that_waits_is_told_of_with_the_reason()
    {
        using var journey = Journey.Of(2);
        _destination.WaitsOf = name => name == "1.jpg" ? [new UploadWait(TimeSpan.FromSeconds(12), WaitCause.TooFast, "too many requests")] : [];

        await journey.SendAsync(_destination);

        Assert.Equal([new PhotoWaits(journey.PathOf("1.jpg"), TimeSpan.FromSeconds(12), "too many requests")], journey.Events.Of<PhotoWaits>());
    }

    [Fact]
    public async Task A_photo_that_reaches_nobody_is_told_of_with_its_part()
    {
        _destination.WhenSending = name => name == "1.jpg" ? throw new DestinationException(FailureKind.Unreachable, "s", "1.jpg: nobody there") : Task.CompletedTask;
        using var journey = Journey.Of(6);

        await journey.SendAsync(_destination);

        Assert.Equal("1.jpg: nobody there", Assert.Single(journey.Events.Of<PartChanged>(), part => part.Trouble is not null).Trouble);
    }

    private static UploadWait Trouble(int failures) => new(TimeSpan.FromSeconds(1), WaitCause.Trouble, "no answer") { Failures = failures };

    private void Refuse(Predicate<string> refused) => _destination.WhenSending = name =>
        refused(name) ? throw new DestinationException(FailureKind.PhotoRefused, "scripted", $"{name} is too dark.") : Task.CompletedTask;

    private static void InterlockedMax(ref int most, int value)
    {
        for (var seen = most; value > seen;)
        {
            seen = Interlocked.CompareExchange(ref most, value, seen);
        }
    }
}
