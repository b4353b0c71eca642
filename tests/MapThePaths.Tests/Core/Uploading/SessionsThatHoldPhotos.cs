using MapThePaths.Core.Destinations;
using MapThePaths.Tests.Fixtures;

namespace MapThePaths.Tests.Core.Uploading;

/// <summary>Where photos lie in the session that they were brought to, no receipt counts anywhere else.</summary>
public sealed class SessionsThatHoldPhotos
{
    private readonly ScriptedDestination _destination = new()
    {
        SessionRecord = """{"status":"open"}""",
        Rules = new DestinationRules(500, long.MaxValue, new HashSet<string>(StringComparer.Ordinal) { "flat" }, AcceptsAir: false) { SessionHoldsPhotos = true },
    };

    [Fact]
    public async Task A_session_is_taken_up_and_its_photos_count_however_old_they_are()
    {
        var time = new ManualClock();
        using var journey = await InterruptedAsync(time);
        time.Advance(TimeSpan.FromDays(30));

        await journey.SendAsync(_destination);

        Assert.Single(_destination.Sessions);
        Assert.Equal(["0.jpg", "1.jpg", "2.jpg"], _destination.ArrivedNames);
        Assert.Single(_destination.Published);
    }

    [Fact]
    public async Task In_another_session_than_before_all_photos_are_sent_again()
    {
        using var journey = await InterruptedAsync(new ManualClock());
        _destination.LostSessions.Add(journey.Part().SessionKey!);

        await journey.SendAsync(_destination);

        var session = journey.Part().SessionKey;
        Assert.Equal(3, _destination.Arrived.Count(photo => photo.Session == session));
        Assert.Equal(["0.jpg 1.jpg 2.jpg"], _destination.Published);
        Assert.Equal(["gone", "gone"], journey.Rows("SELECT state FROM upload_session"));
    }

    [Fact]
    public async Task A_photo_that_moves_to_another_part_is_sent_again()
    {
        using var journey = await InterruptedAsync(new ManualClock());
        Journey.Photo(600, 0).SaveTo(journey.PathOf("3.jpg"));
        var begun = journey.Part().SessionKey;

        journey.Import("Longer walk");
        await journey.SendAsync(_destination, "Longer walk");

        Assert.All(_destination.Published.SelectMany(photos => photos.Split(' ')).Take(3), name => Assert.Contains(_destination.Arrived, photo => photo.Name == name && photo.Session != begun));
    }

    [Fact]
    public async Task After_a_dry_run_all_photos_are_sent_to_a_new_session()
    {
        using var journey = Journey.Of(3);
        await journey.SendAsync(_destination, dryRun: true);
        Assert.Equal(1, _destination.Rehearsals);

        await journey.SendAsync(_destination);

        Assert.Equal(6, _destination.Arrived.Count);
        Assert.Equal(2, _destination.Sessions.Count);
        Assert.Equal(["0.jpg 1.jpg 2.jpg"], _destination.Published);
    }

    [Fact]
    public async Task A_session_lost_on_the_way_takes_the_photos_that_arrive_in_it_meanwhile_with_it()
    {
        using var journey = Journey.Of(3);
        var refuses = true;
        _destination.WhenSending = name => refuses && name == "1.jpg"
            ? throw new DestinationException(FailureKind.SessionLost, "session-lost", "It is gone.")
            : Task.CompletedTask;

        await journey.SendAsync(_destination);
        Assert.Equal(["0.jpg waiting", "1.jpg waiting", "2.jpg waiting"], journey.LifeLines());
        Assert.Equal("It is gone.", journey.Part().Error);
        refuses = false;
        await journey.SendAsync(_destination);

        Assert.Equal(["0.jpg 1.jpg 2.jpg"], _destination.Published);
        Assert.Equal(3, _destination.Sessions.Count);
    }

    [Fact]
    public async Task A_session_lost_before_publishing_is_replaced_at_once()
    {
        using var journey = Journey.Of(3);
        _destination.BeforePublishing = () =>
        {
            _destination.BeforePublishing = () => { };
            throw new DestinationException(FailureKind.SessionLost, "session-lost", "It is gone.");
        };

        await journey.SendAsync(_destination);

        Assert.Equal((6, 2), (_destination.Arrived.Count, _destination.Sessions.Count));
        Assert.Equal(["0.jpg 1.jpg 2.jpg"], _destination.Published);
        Assert.Null(journey.Part().Error);
    }

    [Fact]
    public async Task A_session_that_takes_the_place_of_a_lost_one_and_is_lost_too_is_left_to_the_next_run()
    {
        using var journey = Journey.Of(3);
        _destination.BeforePublishing = () => throw new DestinationException(FailureKind.SessionLost, "session-lost", "It is gone.");

        await journey.SendAsync(_destination);
        Assert.Equal(["1 uploading"], journey.PartStates());
        Assert.Equal(2, _destination.Sessions.Count);
        _destination.BeforePublishing = () => { };
        await journey.SendAsync(_destination);

        Assert.Equal(["0.jpg 1.jpg 2.jpg"], _destination.Published);
    }

    // Two of three photos have arrived.
    private async Task<Journey> InterruptedAsync(TimeProvider time)
    {
        var journey = new Journey(time);
        for (var i = 0; i < 3; i++)
        {
            journey.Take($"{i}.jpg", 2 * i, 11 * i);
        }

        journey.Import();
        _destination.WhenSending = name => name == "2.jpg"
            ? throw new DestinationException(FailureKind.Unreachable, "scripted", "Nobody answers.")
            : Task.CompletedTask;
        await journey.SendAsync(_destination, terms: Journey.OneByOne);
        _destination.WhenSending = _ => Task.CompletedTask;
        Assert.Equal(["0.jpg sent", "1.jpg sent", "2.jpg waiting"], journey.LifeLines());
        return journey;
    }
}
