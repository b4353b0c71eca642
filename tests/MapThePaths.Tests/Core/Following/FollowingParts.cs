using MapThePaths.Core.Destinations;
using MapThePaths.Core.Model;
using MapThePaths.Tests.Fixtures;

namespace MapThePaths.Tests.Core.Following;

public sealed class FollowingParts
{
    private readonly ScriptedDestination _destination = new();
    private readonly ManualTime _time = new();

    [Fact]
    public async Task A_part_is_live_when_all_its_photos_are_visible_and_is_looked_for_no_more()
    {
        using var journey = await PublishedAsync();
        _destination.Show();

        await journey.LookAsync(_destination);
        await journey.LookAsync(_destination);

        Assert.Equal((PartState.Live, 3, 0), (journey.Part().State, journey.Part().Visible, journey.Part().Missing));
        Assert.Single(_destination.Looks);
        var looked = Assert.Single(journey.Events.Of<Looked>());
        Assert.Equal((PartState.Live, 3, 3, null), (looked.State, looked.Visible, looked.Photos, looked.NextLookIn));
    }

    [Fact]
    public async Task A_part_of_which_some_photos_are_visible_is_looked_for_again()
    {
        using var journey = await PublishedAsync();
        _destination.Show("1.jpg");

        await journey.LookAsync(_destination);

        Assert.Equal(["0.jpg published", "1.jpg visible", "2.jpg published"], journey.LifeLines());
        Assert.Equal(PartState.Processing, journey.Part().State);
        Assert.Equal(TimeSpan.FromSeconds(2), Assert.Single(journey.Events.Of<Looked>()).NextLookIn);
    }

    [Fact]
    public async Task What_was_visible_once_stays_so_and_is_counted_although_a_later_look_misses_it()
    {
        using var journey = await PublishedAsync();
        _destination.Show("1.jpg");
        await journey.LookAsync(_destination);
        _destination.Images.Clear();
        _destination.Show("0.jpg");

        await journey.LookAsync(_destination);

        Assert.Equal(["0.jpg visible", "1.jpg visible", "2.jpg published"], journey.LifeLines());
        Assert.Equal([1, 2], journey.Events.Of<Looked>().Select(looked => looked.Visible));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_destination_that_refuses_to_answer_does_not_keep_another_from_being_looked_at(bool untilDone)
    {
        var other = new ScriptedDestination { Name = "a-dead-one" };
        using var journey = await PublishedAsync();
        await journey.SendAsync(other);
        _destination.Show();
        other.WhenLooking = _ => throw new DestinationException(FailureKind.SignInNeeded, "190", "the token has ended");

        var failure = await Assert.ThrowsAsync<DestinationException>(() => journey.Flow.FollowAsync(
            (name, _) => Task.FromResult(name == other.Name ? other.Contracts : _destination.Contracts),
            sequenceId: null, untilDone, journey.Events, TestContext.Current.CancellationToken));

        Assert.Equal("the token has ended", failure.Message);
        Assert.Equal(["a-dead-one Processing", "scripted Live"], journey.Parts().Select(part => $"{part.Destination} {part.State}"));
        Assert.Equal("a-dead-one", Assert.Single(journey.Events.Of<LookFailed>()).Destination);
        Assert.Single(other.Looks);
    }

    [Fact]
    public async Task Images_are_looked_for_under_the_name_that_the_account_bears_today()
    {
        using var journey = await PublishedAsync();
        _destination.Account = _destination.Account with { Name = "renamed" };
        _destination.Show();

        await journey.LookAsync(_destination);

        Assert.Equal("renamed", Assert.Single(_destination.Looks).Account.Name);
        Assert.Equal((PartState.Live, "renamed"), (journey.Part().State, journey.Part().AccountName));
    }

    [Fact]
    public async Task What_another_account_sent_is_looked_for_under_its_own_name()
    {
        using var journey = await PublishedAsync();
        _destination.Account = new Account("4712", "somebody-else");

        await journey.LookAsync(_destination);

        Assert.Equal("mapper", Assert.Single(_destination.Looks).Account.Name);
        Assert.Equal("mapper", journey.Part().AccountName);
    }

    [Fact]
    public async Task What_is_not_visible_after_72_hours_is_missing()
    {
        using var journey = await PublishedAsync();
        _destination.Show("0.jpg", "2.jpg");
        _time.Advance(TimeSpan.FromHours(72) - TimeSpan.FromSeconds(1));
        await journey.LookAsync(_destination);
        Assert.Equal((PartState.Processing, 0), (journey.Part().State, journey.Part().Missing));
        _time.Advance(TimeSpan.FromSeconds(1));

        await journey.LookAsync(_destination);

        Assert.Equal(["0.jpg visible", "1.jpg missing", "2.jpg visible"], journey.LifeLines());
        Assert.Equal((PartState.Live, 1), (journey.Part().State, journey.Part().Missing));
    }

    [Fact]
    public async Task A_missing_photo_counts_as_already_sent_so_that_it_is_not_doubled()
    {
        using var journey = await PublishedAsync();
        _time.Advance(TimeSpan.FromHours(72));
        await journey.LookAsync(_destination);

        var outcome = await journey.SendAsync(_destination);

        Assert.Equal((3, 1), (outcome.AlreadySent.Count, _destination.PublishCalls));
    }

    [Fact]
    public async Task An_unclear_publication_is_recognised_by_its_images()
    {
        using var journey = await UnclearAsync();
        _destination.Show("0.jpg");

        await journey.LookAsync(_destination);

        Assert.Equal((PartState.Processing, 1), (journey.Part().State, journey.Part().Visible));
        Assert.Equal(["0.jpg visible", "1.jpg published", "2.jpg published"], journey.LifeLines());
        Assert.Null(_destination.Looks[0].PublicationId);
        Assert.Null(journey.Part().Error);
    }

    [Fact]
    public async Task A_publication_recognised_once_does_not_become_unclear_again_by_an_empty_look()
    {
        using var journey = await UnclearAsync();
        _destination.Show("0.jpg");
        await journey.LookAsync(_destination);
        _destination.Images.Clear();

        await journey.LookAsync(_destination);
        Assert.Equal(PartState.Processing, journey.Part().State);
        _time.Advance(TimeSpan.FromHours(72));
        await journey.LookAsync(_destination);

        Assert.Equal(["0.jpg visible", "1.jpg missing", "2.jpg missing"], journey.LifeLines());
        Assert.Equal(PartState.Live, journey.Part().State);
    }

    [Fact]
    public async Task An_unclear_publication_that_shows_nothing_stays_unclear_and_nothing_of_it_is_missing()
    {
        using var journey = await UnclearAsync();
        _time.Advance(TimeSpan.FromHours(100));

        await journey.LookAsync(_destination);

        Assert.Equal(PartState.Publishing, journey.Part().State);
        Assert.All(journey.Lines(), line => Assert.Equal(PhotoState.Sent, line.State));
        Assert.Equal(TimeSpan.FromSeconds(2), Assert.Single(journey.Events.Of<Looked>()).NextLookIn);
    }

    [Fact]
    public async Task A_program_that_died_while_publishing_looks_for_the_images_too()
    {
        _destination.AfterPublishing = () => throw new InvalidOperationException("The program dies.");
        using var journey = Journey.Of(3, _time);
        await Assert.ThrowsAsync<InvalidOperationException>(() => journey.SendAsync(_destination));
        _destination.Show();

        await journey.LookAsync(_destination);

        Assert.Equal(PartState.Live, journey.Part().State);
    }

    [Fact]
    public async Task A_publication_that_the_destination_gave_up_is_failed_with_its_words_and_can_be_sent_again()
    {
        using var journey = await PublishedAsync();
        _destination.WhenLooking = _ => new Sighting([], "The zip could not be read.");
        await journey.LookAsync(_destination);
        Assert.Equal((PartState.Failed, "The zip could not be read.", 3), (journey.Part().State, journey.Part().Error, journey.Part().Failed));
        Assert.All(journey.Lines(), line => Assert.Equal((PhotoState.Failed, "The zip could not be read."), (line.State, line.Message)));

        var outcome = await journey.SendAsync(_destination);

        Assert.Equal((0, 2, 6), (outcome.AlreadySent.Count, _destination.PublishCalls, _destination.Arrived.Count));
        Assert.Equal(2, _destination.Sessions.Count);
        Assert.Equal((PartState.Processing, "publication 2"), (journey.Part().State, journey.Part().PublicationId));
    }

    [Fact]
    public async Task Parts_that_were_not_published_are_not_looked_for()
    {
        using var journey = Journey.Of(3, _time);
        await journey.SendAsync(_destination, dryRun: true);

        await journey.LookAsync(_destination);

        Assert.Empty(_destination.Looks);
    }

    [Fact]
    public async Task A_failed_photo_is_not_waited_for()
    {
        using var journey = Journey.Of(3, _time);
        File.Delete(journey.PathOf("1.jpg"));
        await journey.SendAsync(_destination);
        _destination.Show();

        await journey.LookAsync(_destination);

        Assert.Equal(["0.jpg visible", "1.jpg failed", "2.jpg visible"], journey.LifeLines());
        Assert.Equal(PartState.Live, journey.Part().State);
    }

    private async Task<Journey> PublishedAsync()
    {
        var journey = Journey.Of(3, _time);
        await journey.SendAsync(_destination);
        return journey;
    }

    private async Task<Journey> UnclearAsync()
    {
        _destination.AfterPublishing = () => throw new DestinationException(FailureKind.Unclear, "timeout", "No answer.");
        return await PublishedAsync();
    }
}
