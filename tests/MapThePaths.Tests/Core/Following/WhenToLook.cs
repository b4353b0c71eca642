using MapThePaths.Core.Destinations;
using MapThePaths.Core.Model;
using MapThePaths.Tests.Fixtures;

namespace MapThePaths.Tests.Core.Following;

public sealed class WhenToLook
{
    private readonly ScriptedDestination _destination = new();
    private readonly HurriedTime _time = new();
    private readonly List<DateTimeOffset> _looks = [];

    [Fact]
    public async Task Looks_come_at_once_then_ever_more_rarely_and_do_not_end_when_the_photos_are_called_missing()
    {
        using var journey = await PublishedAsync();
        var published = _time.GetUtcNow();
        var missing = 0;
        _destination.WhenLooking = _ =>
        {
            _looks.Add(_time.GetUtcNow());
            missing = Math.Max(missing, journey.Part().Missing);
            _destination.Show(_time.GetUtcNow() - published < TimeSpan.FromHours(80) ? ["nothing"] : []);
            return new Sighting([.. _destination.Images], Failure: null);
        };

        await journey.FollowAsync(_destination);

        var gaps = _looks.Zip(_looks.Skip(1), (from, to) => (After: from - published, Seconds: (to - from).TotalSeconds)).ToList();
        Assert.Equal(published, _looks[0]);
        Assert.Equal([2, 5, 15, 60, 300], gaps.Take(5).Select(gap => gap.Seconds));
        Assert.All(gaps.Skip(5), gap => Assert.Equal(gap.After < TimeSpan.FromDays(1) ? 300 : 3600, gap.Seconds));
        Assert.InRange(_looks[^1] - published, TimeSpan.FromHours(80), TimeSpan.FromHours(81));
        Assert.Equal((PartState.Live, 2, 0), (journey.Part().State, missing, journey.Part().Missing));
    }

    [Fact]
    public async Task Following_ends_after_thirty_days_with_what_is_missing()
    {
        using var journey = await PublishedAsync();
        var published = _time.GetUtcNow();
        _destination.WhenLooking = _ =>
        {
            _looks.Add(_time.GetUtcNow());
            _destination.Show(["nothing"]);
            return new Sighting([.. _destination.Images], Failure: null);
        };

        await journey.FollowAsync(_destination);

        Assert.InRange(_looks[^1] - published, TimeSpan.FromDays(30), TimeSpan.FromDays(30) + TimeSpan.FromHours(1));
        Assert.Equal(2, journey.Part().Missing);
    }

    [Fact]
    public async Task A_part_that_has_been_unclear_for_more_than_thirty_days_is_looked_for_once()
    {
        _destination.AfterPublishing = () => throw new DestinationException(FailureKind.Unclear, "scripted", "The answer did not come.");
        using var journey = await PublishedAsync();
        journey.Rows($"UPDATE part SET intent_at = {_time.GetUtcNow().AddDays(-31).ToUnixTimeMilliseconds()} RETURNING id");
        _destination.WhenLooking = _ =>
        {
            _looks.Add(_time.GetUtcNow());
            return _looks.Count > 3 ? throw new InvalidOperationException("Looked without end.") : new Sighting([], Failure: null);
        };

        await journey.FollowAsync(_destination);

        Assert.Single(_looks);
        Assert.Equal(PartState.Publishing, journey.Part().State);
    }

    [Fact]
    public async Task Following_ends_with_the_look_that_sees_the_last_photo()
    {
        using var journey = await PublishedAsync();
        _destination.WhenLooking = _ =>
        {
            _looks.Add(_time.GetUtcNow());
            _destination.Show(_looks.Count switch { 3 => ["0.jpg"], 4 => ["1.jpg"], _ => ["nothing"] });
            return new Sighting([.. _destination.Images], Failure: null);
        };

        await journey.FollowAsync(_destination);

        Assert.Equal([2, 5, 15], _looks.Zip(_looks.Skip(1), (from, to) => (to - from).TotalSeconds));
        Assert.Equal(PartState.Live, journey.Part().State);
        Assert.Equal([0, 0, 1, 2], journey.Events.Of<Looked>().Select(looked => looked.Visible));
    }

    [Fact]
    public async Task Several_parts_are_each_looked_for_in_their_own_time()
    {
        using var journey = new Journey(_time);
        journey.Take("0.jpg", 0, 0);
        journey.Take("1.jpg", 2, 10);
        journey.Take("2.jpg", 500, 20);
        journey.Take("3.jpg", 502, 30);
        journey.Import();
        await journey.SendAsync(_destination);
        _destination.WhenLooking = query =>
        {
            _looks.Add(_time.GetUtcNow());
            _destination.Show(query.PublicationId == "publication 1" || _looks.Count > 4 ? [] : ["nothing"]);
            return new Sighting([.. _destination.Images], Failure: null);
        };

        await journey.FollowAsync(_destination);

        Assert.Equal(["1 live", "2 live"], journey.PartStates());
        Assert.Equal(["publication 1", "publication 2"], _destination.Looks.Take(2).Select(look => look.PublicationId).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task An_outage_is_waited_out_at_growing_gaps_however_long_and_makes_nothing_missing()
    {
        using var journey = await PublishedAsync();
        var published = _time.GetUtcNow();
        _destination.WhenLooking = _ =>
        {
            _looks.Add(_time.GetUtcNow());
            if (_time.GetUtcNow() - published < TimeSpan.FromDays(4))
            {
                throw new DestinationException(FailureKind.Unreachable, "no-connection", "no connection");
            }

            _destination.Show();
            return new Sighting([.. _destination.Images], Failure: null);
        };

        await journey.FollowAsync(_destination);

        Assert.Equal([2, 5, 15, 60, 300, 300], _looks.Zip(_looks.Skip(1), (from, to) => (to - from).TotalSeconds).Take(6));
        Assert.Equal(["0.jpg visible", "1.jpg visible"], journey.LifeLines());
        Assert.Equal(_looks.Count - 1, journey.Events.Of<LookFailed>().Count);
        Assert.All(journey.Events.Of<LookFailed>(), failed => Assert.Equal("no connection", failed.Message));
    }

    [Fact]
    public async Task Nothing_published_is_nothing_to_follow()
    {
        using var journey = Journey.Of(2, _time);

        await journey.FollowAsync(_destination);

        Assert.Empty(_destination.Looks);
    }

    private async Task<Journey> PublishedAsync()
    {
        var journey = Journey.Of(2, _time);
        await journey.SendAsync(_destination);
        _destination.WhenLooking = _ =>
        {
            _looks.Add(_time.GetUtcNow());
            return new Sighting([], Failure: null);
        };
        return journey;
    }
}
