using MapThePaths.Core.Destinations;
using MapThePaths.Core.Model;
using MapThePaths.Tests.Fixtures;
using NodaTime;

namespace MapThePaths.Tests.Core.Publishing;

public sealed class PublishingAgain
{
    private readonly ScriptedDestination _destination = new();
    private readonly ManualTime _time = new();

    [Fact]
    public async Task Before_72_hours_it_is_refused_with_the_moment_from_which_it_is_possible()
    {
        using var journey = await UnclearAsync();
        var asked = Instant.FromDateTimeOffset(_time.GetUtcNow());
        _time.Advance(TimeSpan.FromHours(72) - TimeSpan.FromSeconds(1));

        var answer = await journey.PublishAgainAsync(_destination);
        await journey.SendAsync(_destination);

        Assert.Equal((0, asked + Duration.FromHours(72)), (answer.Parts, answer.NotBefore!.Value));
        Assert.Equal((PartState.Publishing, 1), (journey.Part().State, _destination.PublishCalls));
    }

    [Fact]
    public async Task After_72_hours_without_an_image_the_part_is_published_again_and_old_receipts_are_renewed()
    {
        using var journey = await UnclearAsync();
        _time.Advance(TimeSpan.FromHours(72));

        var answer = await journey.PublishAgainAsync(_destination);
        await journey.SendAsync(_destination);

        Assert.Equal((1, null), (answer.Parts, answer.NotBefore));
        Assert.Equal((2, 6), (_destination.PublishCalls, _destination.Arrived.Count));
        Assert.Equal(["1 processing"], journey.PartStates());
    }

    [Fact]
    public async Task Receipts_that_are_still_fresh_are_used_again()
    {
        using var journey = await UnclearAsync();
        _time.Advance(TimeSpan.FromHours(72));
        journey.Rows($"UPDATE life_line SET sent_at = {_time.GetUtcNow().AddHours(-47).ToUnixTimeMilliseconds()} WHERE path NOT LIKE '%1.jpg' RETURNING path");

        await journey.PublishAgainAsync(_destination);
        await journey.SendAsync(_destination);

        Assert.Equal(["1.jpg"], _destination.Arrived.Skip(3).Select(photo => photo.Name));
        Assert.Equal("0.jpg 1.jpg 2.jpg", _destination.Published[^1]);
    }

    [Fact]
    public async Task If_one_last_look_finds_an_image_nothing_is_published_again()
    {
        using var journey = await UnclearAsync();
        _time.Advance(TimeSpan.FromHours(72));
        _destination.Show("1.jpg");

        var answer = await journey.PublishAgainAsync(_destination);
        await journey.SendAsync(_destination);

        Assert.Equal((0, null), (answer.Parts, answer.NotBefore));
        Assert.Equal((1, 1), (_destination.PublishCalls, journey.Part().Visible));
    }

    [Fact]
    public async Task Without_that_wish_it_is_never_published_again()
    {
        using var journey = await UnclearAsync();
        _time.Advance(TimeSpan.FromDays(30));

        await journey.LookAsync(_destination);
        await journey.SendAsync(_destination);

        Assert.Equal((1, PartState.Publishing), (_destination.PublishCalls, journey.Part().State));
    }

    [Fact]
    public async Task A_run_that_dies_after_the_wish_publishes_with_the_next_send()
    {
        using var journey = await UnclearAsync();
        _time.Advance(TimeSpan.FromHours(72));

        await journey.PublishAgainAsync(_destination);
        Assert.Equal(["1 uploading"], journey.PartStates());
        await journey.SendAsync(_destination);
        await journey.SendAsync(_destination);

        Assert.Equal(2, _destination.PublishCalls);
    }

    [Fact]
    public async Task Where_nothing_is_unclear_nothing_changes()
    {
        using var journey = Journey.Of(3, _time);
        await journey.SendAsync(_destination);

        Assert.Equal((0, null), (await journey.PublishAgainAsync(_destination)) is var answer ? (answer.Parts, answer.NotBefore) : default);
        Assert.Equal(PartState.Processing, journey.Part().State);
    }

    private async Task<Journey> UnclearAsync()
    {
        _destination.AfterPublishing = () => throw new DestinationException(FailureKind.Unclear, "timeout", "No answer.");
        var journey = Journey.Of(3, _time);
        await journey.SendAsync(_destination);
        _destination.AfterPublishing = () => { };
        _destination.Published.Clear();
        return journey;
    }
}
