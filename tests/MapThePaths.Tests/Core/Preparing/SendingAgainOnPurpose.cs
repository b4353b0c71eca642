using MapThePaths.Core.Destinations;
using MapThePaths.Core.Model;
using MapThePaths.Core.Preparing;
using MapThePaths.Tests.Fixtures;

namespace MapThePaths.Tests.Core.Preparing;

public sealed class SendingAgainOnPurpose
{
    private readonly ScriptedDestination _destination = new();

    [Fact]
    public async Task All_photos_go_out_again_and_their_life_lines_start_anew()
    {
        using var journey = await LiveAsync();

        var outcome = await journey.ResendAsync(_destination);

        Assert.Empty(outcome.AlreadySent);
        Assert.Equal(["0.jpg 1.jpg 2.jpg", "0.jpg 1.jpg 2.jpg"], _destination.Published);
        Assert.Equal(6, _destination.Arrived.Count);
        Assert.All(journey.Lines(), line => Assert.Equal((PhotoState.Published, null), (line.State, line.ImageId)));
        Assert.Equal("publication 2", journey.Part().PublicationId);
    }

    [Fact]
    public async Task One_photo_alone_may_go_out_again()
    {
        using var journey = await LiveAsync();

        var outcome = await journey.ResendAsync(_destination, "1.jpg");

        Assert.Equal(2, outcome.AlreadySent.Count);
        Assert.Equal(["0.jpg 1.jpg 2.jpg", "1.jpg"], _destination.Published);
        Assert.Equal(["0.jpg visible", "1.jpg published", "2.jpg visible"], journey.LifeLines());
        Assert.Equal(["1 live", "2 processing"], journey.PartStates());
    }

    [Fact]
    public async Task An_old_image_is_not_taken_for_the_new_one_and_stays_known()
    {
        using var journey = await LiveAsync();
        await journey.ResendAsync(_destination, "1.jpg");
        await journey.LookAsync(_destination);
        Assert.Equal("published", journey.LineOf("1.jpg").State.Word());
        _destination.Images.Add(_destination.Images.Single(image => image.Id == "image of 1.jpg") with { Id = "the new one" });

        await journey.LookAsync(_destination);

        var line = journey.LineOf("1.jpg");
        Assert.Equal((PhotoState.Visible, "the new one"), (line.State, line.ImageId));
        Assert.Equal(["image of 1.jpg"], line.FormerImages);
        Assert.All(await journey.FindingsAsync(_destination), finding => Assert.EndsWith(" match", finding, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_run_that_was_stopped_goes_on_and_publishes_nothing_a_third_time()
    {
        using var journey = new Journey();
        foreach (var i in Enumerable.Range(0, 4))
        {
            journey.Take($"{i}.jpg", (i / 2 * 500) + i, 11 * i);
        }

        journey.Import();
        await journey.SendAsync(_destination);
        var calls = 0;
        _destination.BeforePublishing = () => _ = ++calls == 2 ? throw new DestinationException(FailureKind.Unreachable, "down", "Nobody answers.") : 0;
        await journey.ResendAsync(_destination);
        _destination.BeforePublishing = () => { };

        await journey.ResendAsync(_destination);

        Assert.Equal(["0.jpg 1.jpg", "0.jpg 1.jpg", "2.jpg 3.jpg", "2.jpg 3.jpg"], _destination.Published.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_plain_send_finishes_a_resend_that_was_stopped_and_nothing_more()
    {
        using var journey = await LiveAsync();
        _destination.BeforePublishing = () => throw new DestinationException(FailureKind.Unreachable, "down", "Nobody answers.");
        await journey.ResendAsync(_destination);
        _destination.BeforePublishing = () => { };

        await journey.SendAsync(_destination);
        await journey.SendAsync(_destination);

        Assert.Equal(2, _destination.Published.Count);
        Assert.Equal(PartState.Processing, journey.Part().State);
    }

    [Fact]
    public async Task A_resend_after_a_whole_one_sends_once_more()
    {
        using var journey = await LiveAsync();
        await journey.ResendAsync(_destination);

        await journey.ResendAsync(_destination);

        Assert.Equal(3, _destination.Published.Count);
    }

    [Fact]
    public async Task Photos_of_an_unclear_publication_are_not_sent_again_that_way()
    {
        using var journey = Journey.Of(3);
        _destination.AfterPublishing = () => throw new DestinationException(FailureKind.Unclear, "timeout", "No answer.");
        await journey.SendAsync(_destination);

        var outcome = await journey.ResendAsync(_destination);

        Assert.Equal((3, 1), (outcome.AlreadySent.Count, _destination.PublishCalls));
        Assert.Equal(PartState.Publishing, journey.Part().State);
    }

    [Fact]
    public async Task A_corrected_place_time_or_heading_of_a_sent_photo_is_told_and_nothing_is_sent()
    {
        using var journey = await LiveAsync();

        var plan = Edited(journey.Plan(_destination));
        var told = new PreparingStage(journey.Catalog, journey.Time).Store(plan, _destination.Account, _destination.Rules, dryRun: false);

        Assert.Equal(
            ["0.jpg sent-with-other-position image of 0.jpg", "1.jpg sent-with-other-time sent-with-other-heading image of 1.jpg", "2.jpg  image of 2.jpg"],
            told.AlreadyThere.Select(photo => $"{Path.GetFileName(photo.Path)} {string.Join(' ', photo.Corrections.Select(reason => reason.Code))} {photo.ImageId}"));
        Assert.Equal(told.AlreadyThere.Select(photo => photo.Path), journey.Flow.AlreadyThere(plan, accounts: null).Select(photo => photo.Path));
        Assert.Single(journey.Parts());
    }

    [Fact]
    public async Task Cutting_anew_dropping_renaming_and_importing_twice_send_nothing_again()
    {
        using var journey = await LiveAsync();
        File.Delete(journey.PathOf("1.jpg"));
        Directory.CreateDirectory(journey.PathOf("later"));
        File.Move(journey.PathOf("0.jpg"), journey.PathOf("later/zero.jpg"));
        journey.Import("Second", maxGap: 1);
        journey.Import("Second", maxGap: 1);

        var outcome = await journey.SendAsync(_destination, "Second");

        Assert.Equal(2, outcome.AlreadySent.Count);
        Assert.Equal((1, 3), (_destination.PublishCalls, _destination.Arrived.Count));
    }

    private static Plan Edited(Plan plan)
    {
        var photos = plan.Parts[0].Photos;
        ArrangedPhoto[] edited =
        [
            photos[0] with { Position = photos[0].Position with { Latitude = photos[0].Position.Latitude + 0.00001 } },
            photos[1] with { TakenAt = photos[1].TakenAt.PlusNanoseconds(1_000_000), Heading = 270 },
            photos[2],
        ];
        return plan with { Parts = [plan.Parts[0] with { Photos = edited }] };
    }

    private async Task<Journey> LiveAsync()
    {
        var journey = Journey.Of(3);
        await journey.SendAsync(_destination);
        _destination.Show();
        await journey.LookAsync(_destination);
        return journey;
    }
}
