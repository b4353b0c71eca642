using MapThePaths.Core;
using MapThePaths.Core.Destinations;
using MapThePaths.Core.Model;
using MapThePaths.Core.Preparing;
using MapThePaths.Tests.Fixtures;

namespace MapThePaths.Tests.Core.Preparing;

public sealed class StoringParts
{
    private const string AllParts = "SELECT * FROM part ORDER BY id";
    private const string AllLifeLines = "SELECT * FROM life_line ORDER BY photo_id, destination, account";

    private readonly ScriptedDestination _destination = new();

    [Fact]
    public void The_same_plan_stored_again_leaves_the_same_rows()
    {
        using var journey = Journey.Of(4);
        Store(journey);
        var rows = journey.Rows(AllParts).Concat(journey.Rows(AllLifeLines)).ToList();

        Store(journey);

        Assert.Equal(5, rows.Count);
        Assert.Equal(rows, journey.Rows(AllParts).Concat(journey.Rows(AllLifeLines)));
    }

    [Fact]
    public void Each_photo_waits_in_its_part_and_each_left_out_one_says_why()
    {
        using var journey = new Journey();
        journey.Take("a.jpg", 0, 0);
        journey.Take("b.jpg", 10, 10);
        journey.Take("c.jpg", 500, 20);
        journey.Take("twin of c.jpg", 501, 20);
        File.WriteAllText(journey.PathOf("text.jpg"), "not a photo");
        journey.Import();

        Store(journey);

        Assert.Equal(["1 draft", "2 draft"], journey.PartStates());
        Assert.Equal(
            ["a.jpg waiting 1 ", "b.jpg waiting 1 ", "c.jpg waiting 2 ", "text.jpg left_out  not-a-jpeg", "twin of c.jpg left_out  duplicate-position"],
            journey.Lines().Select(line => $"{Path.GetFileName(line.Path)} {line.State.Word()} {line.Part} {line.Reason}"));
    }

    [Fact]
    public async Task Another_cut_keeps_the_receipts_of_photos_that_are_there_already()
    {
        using var journey = WithAPauseInTheMiddle();
        await UploadAsync(journey);

        journey.Import(maxGap: 20);
        Store(journey);

        Assert.Equal(["3", "3"], journey.Rows("SELECT COUNT(*) FROM life_line WHERE state = 'sent' AND receipt IS NOT NULL GROUP BY part_id"));
        Assert.Equal(2, journey.Parts().Count);
    }

    [Fact]
    public async Task After_another_cut_only_publishing_is_left_to_do()
    {
        using var journey = WithAPauseInTheMiddle();
        await UploadAsync(journey);
        journey.Import(maxGap: 20);

        await SendAsync(journey);

        Assert.Equal(6, _destination.Arrived.Count);
        Assert.Equal(["0.jpg 1.jpg 2.jpg", "3.jpg 4.jpg 5.jpg"], _destination.Published);
    }

    [Fact]
    public async Task A_published_photo_is_already_sent_also_when_a_second_sequence_has_it()
    {
        using var journey = Journey.Of(4);
        await SendAsync(journey);
        journey.Take("new.jpg", 9, 50);
        journey.Import("Second", ["2.jpg", "3.jpg", "new.jpg"]);

        var outcome = await SendAsync(journey, "Second");

        Assert.Equal(2, outcome.AlreadySent.Count);
        Assert.Equal("new.jpg", _destination.Published[^1]);
        Assert.Equal(["2.jpg published", "3.jpg published", "new.jpg published"], journey.LifeLines("Second"));
    }

    [Fact]
    public async Task What_another_account_sent_does_not_count()
    {
        using var journey = Journey.Of(3);
        await SendAsync(journey);
        _destination.Account = new Account("4712", "somebody else");

        var outcome = await SendAsync(journey);

        Assert.Empty(outcome.AlreadySent);
        Assert.Equal(2, _destination.Published.Count);
        Assert.Equal(6, journey.Lines().Count);
    }

    [Fact]
    public async Task What_another_destination_has_does_not_count()
    {
        using var journey = Journey.Of(3);
        await SendAsync(journey);
        var other = new ScriptedDestination { Name = "other" };

        var outcome = await journey.SendAsync(other);

        Assert.Empty(outcome.AlreadySent);
        Assert.Equal(["0.jpg 1.jpg 2.jpg"], other.Published);
    }

    [Fact]
    public async Task An_account_is_known_by_its_id_and_not_by_its_name()
    {
        using var journey = Journey.Of(3);
        await SendAsync(journey);
        _destination.Account = _destination.Account with { Name = "renamed" };

        Assert.Equal(3, (await SendAsync(journey)).AlreadySent.Count);
        Assert.Equal(1, _destination.PublishCalls);
    }

    [Fact]
    public async Task A_photo_of_a_dry_run_is_not_already_sent()
    {
        using var journey = Journey.Of(3);
        await journey.SendAsync(_destination, dryRun: true);

        var outcome = await journey.SendAsync(_destination);

        Assert.Empty(outcome.AlreadySent);
        Assert.Equal(["0.jpg 1.jpg 2.jpg"], _destination.Published);
        Assert.Equal(3, _destination.Arrived.Count);
    }

    [Theory]
    [InlineData(47, 4)]
    [InlineData(49, 8)]
    public async Task Receipts_older_than_two_days_are_dropped(int hours, int arrivals)
    {
        var time = new ManualTime();
        using var journey = Journey.Of(4, time);
        await UploadAsync(journey);
        time.Advance(TimeSpan.FromHours(hours));

        await SendAsync(journey);

        Assert.Equal(arrivals, _destination.Arrived.Count);
        Assert.Single(_destination.Published);
    }

    [Fact]
    public async Task Another_description_makes_other_bytes_so_the_photos_are_sent_again()
    {
        using var journey = Journey.Of(2);
        await UploadAsync(journey);
        journey.Import(description: "Clockwise");

        await SendAsync(journey);

        Assert.Equal(4, _destination.Arrived.Count);
        Assert.Equal(["", "", "Clockwise", "Clockwise"], _destination.Arrived.Select(photo => photo.Description.GetProperty("MTPSequenceDescription").GetString()));
    }

    [Fact]
    public async Task A_photo_that_failed_is_not_already_sent_although_its_part_was_published()
    {
        using var journey = Journey.Of(4);
        File.Move(journey.PathOf("2.jpg"), journey.PathOf("2.away"));
        await SendAsync(journey);
        File.Move(journey.PathOf("2.away"), journey.PathOf("2.jpg"));

        var outcome = await SendAsync(journey);

        Assert.Equal(3, outcome.AlreadySent.Count);
        Assert.Equal(["0.jpg 1.jpg 3.jpg", "2.jpg"], _destination.Published);
        Assert.All(journey.Lines(), line => Assert.Equal(PhotoState.Published, line.State));
    }

    [Fact]
    public async Task A_photo_that_one_sequence_published_and_another_leaves_out_stays_published()
    {
        using var journey = await WithATwinInAnotherSequenceAsync();

        await SendAsync(journey, "Second");

        Assert.Equal("published", journey.LifeLines().Last().Split(' ')[1]);
        Assert.Equal(["0 twin.jpg published", "1.jpg published", "2.jpg published"], journey.LifeLines("Second"));
    }

    [Fact]
    public async Task It_stays_published_even_when_the_sequence_that_published_it_is_gone()
    {
        using var journey = await WithATwinInAnotherSequenceAsync();
        journey.Rows("DELETE FROM sequence WHERE name = 'Walk' RETURNING name");

        Store(journey, "Second");

        Assert.Equal(["0 twin.jpg waiting", "1.jpg published", "2.jpg published"], journey.LifeLines("Second"));
    }

    [Fact]
    public async Task A_photo_that_waits_in_one_sequence_and_is_sent_by_another_is_sent_once()
    {
        using var journey = Journey.Of(3);
        Store(journey);
        journey.Import("Second", ["0.jpg", "1.jpg"]);

        await SendAsync(journey, "Second");
        await SendAsync(journey);

        Assert.Equal(["0.jpg 1.jpg", "2.jpg"], _destination.Published);
        Assert.Equal(3, _destination.Arrived.Count);
    }

    // The second sequence has a photo of its own at the very place of 1.jpg, just before it.
    private async Task<Journey> WithATwinInAnotherSequenceAsync()
    {
        var journey = Journey.Of(3);
        await SendAsync(journey);
        journey.Take("0 twin.jpg", 1, 11);
        journey.Import("Second", ["0 twin.jpg", "1.jpg", "2.jpg"]);
        Assert.Equal(["1.jpg duplicate-position"], journey.Plan(_destination, "Second").LeftOut.Select(left => $"{Path.GetFileName(left.Path)} {left.Reason.Code}"));
        return journey;
    }

    private static Journey WithAPauseInTheMiddle()
    {
        var journey = new Journey();
        foreach (var i in Enumerable.Range(0, 6))
        {
            journey.Take($"{i}.jpg", seconds: (2 * i) + (i < 3 ? 0 : 30), metres: 11 * i);
        }

        journey.Import();
        return journey;
    }

    private void Store(Journey journey, string sequence = "Walk") =>
        new PreparingStage(journey.Catalog, journey.Time).Store(journey.Plan(_destination, sequence), _destination.Account, _destination.Rules, dryRun: false);

    // All photos arrive, nothing is published.
    private async Task UploadAsync(Journey journey)
    {
        _destination.BeforePublishing = () => throw new DestinationException(FailureKind.Unreachable, "down", "Nobody answers.");
        await SendAsync(journey);
        _destination.BeforePublishing = () => { };
    }

    private Task<SendOutcome> SendAsync(Journey journey, string sequence = "Walk") => journey.SendAsync(_destination, sequence);
}
