using MapThePaths.Core.Destinations;
using MapThePaths.Core.Model;
using MapThePaths.Tests.Fixtures;

namespace MapThePaths.Tests.Core.Following;

public sealed class VerifyingParts
{
    private readonly ScriptedDestination _destination = new();
    private readonly ManualTime _time = new();

    [Fact]
    public async Task What_is_shown_as_it_was_sent_matches()
    {
        using var journey = await PublishedAsync();
        _destination.Show();

        var part = Assert.Single(await journey.VerifyAsync(_destination));

        Assert.True(part.IsWhole);
        Assert.Equal((3, 0, 0), (part.Matching, part.Missing, part.Differing));
        Assert.All(part.Findings, finding => Assert.Equal($"image of {Path.GetFileName(finding.Path)}", finding.ImageId));
        Assert.Equal(["0.jpg visible", "1.jpg visible", "2.jpg visible"], journey.LifeLines());
        Assert.Equal(PartState.Live, journey.Part().State);
    }

    [Fact]
    public async Task What_is_not_shown_is_missing_and_is_visible_once_it_appears()
    {
        using var journey = await PublishedAsync();
        _destination.Show("0.jpg", "2.jpg");
        Assert.Equal(["0.jpg match", "1.jpg not-shown", "2.jpg match"], await journey.FindingsAsync(_destination));
        _destination.Show("1.jpg");

        Assert.Equal(["0.jpg match", "1.jpg match", "2.jpg match"], await journey.FindingsAsync(_destination));
        Assert.Equal("visible", journey.LineOf("1.jpg").State.Word());
    }

    [Fact]
    public async Task A_photo_called_missing_is_visible_when_verifying_finds_it_after_all()
    {
        using var journey = await PublishedAsync();
        _time.Advance(TimeSpan.FromHours(73));
        await journey.LookAsync(_destination);
        Assert.Equal((PartState.Live, 3), (journey.Part().State, journey.Part().Missing));
        _destination.Show();

        await journey.VerifyAsync(_destination);

        Assert.Equal((3, 0), (journey.Part().Visible, journey.Part().Missing));
    }

    [Fact]
    public async Task An_image_that_vanished_is_reported_and_its_photo_is_shown_as_missing_until_it_is_found_again()
    {
        using var journey = await LiveAsync();
        var gone = _destination.Images[1];
        _destination.Images.Remove(gone);

        Assert.Equal(["0.jpg match", "1.jpg image-gone", "2.jpg match"], await journey.FindingsAsync(_destination));
        Assert.Equal((PhotoState.Missing, "image-gone", "image of 1.jpg"), (journey.LineOf("1.jpg").State, journey.LineOf("1.jpg").Reason, journey.LineOf("1.jpg").ImageId));
        Assert.Equal((PartState.Live, 2, 1), (journey.Part().State, journey.Part().Visible, journey.Part().Missing));
        _destination.Images.Add(gone);

        Assert.Equal(["0.jpg match", "1.jpg match", "2.jpg match"], await journey.FindingsAsync(_destination));
        Assert.Null(journey.LineOf("1.jpg").Reason);
    }

    [Fact]
    public async Task An_image_that_took_the_place_of_another_is_reported_once_and_noted()
    {
        using var journey = await LiveAsync();
        _destination.Images[1] = _destination.Images[1] with { Id = "another" };

        Assert.Equal(["0.jpg match", "1.jpg image-replaced", "2.jpg match"], await journey.FindingsAsync(_destination));
        Assert.Equal("another", journey.LineOf("1.jpg").ImageId);
        Assert.Equal(["image of 1.jpg"], journey.LineOf("1.jpg").FormerImages);
        Assert.Equal(["0.jpg match", "1.jpg match", "2.jpg match"], await journey.FindingsAsync(_destination));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_image_more_than_five_metres_away_differs(bool wasSeenBefore)
    {
        using var journey = wasSeenBefore ? await LiveAsync() : await PublishedAsync();
        _destination.Images.Clear();
        _destination.Show("0.jpg", "2.jpg");
        _destination.Images.Add(ScriptedDestination.ImageOf(Photo("1.jpg"), metresNorth: 8));

        var finding = (await journey.VerifyAsync(_destination))[0].Findings[1];

        Assert.Equal((Reason.ShownElsewhere, "image of 1.jpg"), (finding.Difference, finding.ImageId));
        Assert.Equal(8, finding.Metres!.Value, 0.1);
        Assert.Equal(wasSeenBefore ? PhotoState.Visible : PhotoState.Published, journey.LineOf("1.jpg").State);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_image_with_another_time_differs(bool wasSeenBefore)
    {
        using var journey = wasSeenBefore ? await LiveAsync() : await PublishedAsync();
        _destination.Images.Clear();
        _destination.Show("0.jpg", "2.jpg");
        _destination.Images.Add(ScriptedDestination.ImageOf(Photo("1.jpg"), millisecondsLater: -500));

        var finding = (await journey.VerifyAsync(_destination))[0].Findings[1];

        Assert.Equal((Reason.ShownAtOtherTime, -0.5), (finding.Difference, finding.Seconds));
    }

    [Fact]
    public async Task An_image_of_another_camera_is_not_taken_for_the_photo_in_silence()
    {
        using var journey = await PublishedAsync();
        _destination.Show();
        _destination.Images[1] = _destination.Images[1] with { Make = "Ricoh", Model = "Theta" };
        _destination.Images[2] = _destination.Images[2] with { Make = "GOPRO", Model = "max" };

        Assert.Equal(["0.jpg match", "1.jpg shown-with-other-camera", "2.jpg match"], await journey.FindingsAsync(_destination));
    }

    [Fact]
    public async Task A_part_that_is_done_with_is_compared_too()
    {
        using var journey = await LiveAsync();
        var looks = _destination.Looks.Count;

        await journey.VerifyAsync(_destination);

        Assert.Equal(looks + 1, _destination.Looks.Count);
    }

    [Fact]
    public async Task Verifying_an_unclear_publication_may_clear_it_up()
    {
        _destination.AfterPublishing = () => throw new DestinationException(FailureKind.Unclear, "timeout", "No answer.");
        using var journey = await PublishedAsync();
        _destination.Show();

        await journey.VerifyAsync(_destination);

        Assert.Equal(PartState.Live, journey.Part().State);
    }

    [Fact]
    public async Task Parts_that_were_not_published_are_not_compared()
    {
        using var journey = Journey.Of(3, _time);
        await journey.SendAsync(_destination, dryRun: true);

        Assert.Empty(await journey.VerifyAsync(_destination));
        Assert.Empty(_destination.Looks);
    }

    private async Task<Journey> PublishedAsync()
    {
        var journey = Journey.Of(3, _time);
        await journey.SendAsync(_destination, terms: Journey.OneByOne);
        return journey;
    }

    private async Task<Journey> LiveAsync()
    {
        var journey = await PublishedAsync();
        _destination.Show();
        await journey.LookAsync(_destination);
        return journey;
    }

    private SentPhoto Photo(string name) => _destination.Arrived.Single(photo => photo.Name == name);
}
