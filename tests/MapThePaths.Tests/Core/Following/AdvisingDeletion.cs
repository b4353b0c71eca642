using MapThePaths.Core.Destinations;
using MapThePaths.Core.Model;
using MapThePaths.Tests.Fixtures;

namespace MapThePaths.Tests.Core.Following;

public sealed class AdvisingDeletion
{
    /// <summary>A segment that another program may add to a header.</summary>
    private static readonly byte[] Comment = [0xFF, 0xFE, 0, 5, (byte)'a', (byte)'b', (byte)'c'];

    private readonly ScriptedDestination _destination = new();

    [Fact]
    public async Task Only_a_photo_whose_image_was_seen_just_now_may_be_deleted()
    {
        using var journey = await LiveAsync();
        _destination.Images.RemoveAt(1);

        var advice = await AdviseAsync(journey);

        Assert.Equal(["0.jpg safe", "1.jpg image-gone", "2.jpg safe"], Words(advice));
        Assert.Equal((new FileInfo(journey.PathOf("0.jpg")).Length, "scripted", "image of 0.jpg"), (advice[0].Size, advice[0].Destination, advice[0].ImageId));
    }

    [Fact]
    public async Task A_photo_that_differs_is_kept()
    {
        using var journey = await LiveAsync();
        _destination.Images[0] = _destination.Images[0] with { CapturedAt = _destination.Images[0].CapturedAt.PlusNanoseconds(1_000_000) };
        _destination.Images[1] = _destination.Images[1] with { Id = "another" };
        _destination.Images[2] = _destination.Images[2] with { Model = "Theta" };

        Assert.Equal(["0.jpg shown-at-other-time", "1.jpg image-replaced", "2.jpg shown-with-other-camera"], Words(await AdviseAsync(journey)));
    }

    [Fact]
    public async Task A_file_that_is_not_the_one_that_was_sent_any_more_is_kept()
    {
        using var journey = await LiveAsync();
        File.SetLastWriteTimeUtc(journey.PathOf("0.jpg"), new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        var modified = File.GetLastWriteTimeUtc(journey.PathOf("1.jpg"));
        var bytes = await File.ReadAllBytesAsync(journey.PathOf("1.jpg"), TestContext.Current.CancellationToken);
        bytes[^3] ^= 1;
        await File.WriteAllBytesAsync(journey.PathOf("1.jpg"), bytes, TestContext.Current.CancellationToken);
        File.SetLastWriteTimeUtc(journey.PathOf("1.jpg"), modified);
        File.Delete(journey.PathOf("2.jpg"));

        Assert.Equal(["0.jpg changed-since-import", "1.jpg changed-since-import", "2.jpg file-missing"], Words(await AdviseAsync(journey)));
    }

    [Fact]
    public async Task A_file_that_was_replaced_by_another_photo_and_imported_again_is_kept()
    {
        using var journey = await LiveAsync();
        journey.Take("1.jpg", 300, 300);
        journey.Import("Second");

        Assert.Equal(["0.jpg safe", "1.jpg changed-since-import", "2.jpg safe"], Words(await AdviseAsync(journey)));
    }

    [Fact]
    public async Task What_practice_shows_is_no_reason_to_delete()
    {
        using var journey = await LiveAsync();

        var advice = await AdviseAsync(journey, standIn: "scripted");

        Assert.Equal(["0.jpg practice-only", "1.jpg practice-only", "2.jpg practice-only"], Words(advice));
    }

    [Fact]
    public async Task A_dry_run_is_no_reason_to_delete()
    {
        using var journey = Journey.Of(2);
        await journey.SendAsync(_destination, dryRun: true);

        Assert.Equal(["0.jpg dry-run-only", "1.jpg dry-run-only"], Words(await AdviseAsync(journey)));
    }

    [Fact]
    public async Task Photos_that_were_never_sent_are_kept()
    {
        using var journey = Journey.Of(2);

        Assert.Equal(["0.jpg not-sent", "1.jpg not-sent"], Words(await AdviseAsync(journey)));
    }

    [Fact]
    public async Task A_photo_that_a_second_destination_still_waits_for_is_kept()
    {
        using var journey = await LiveAsync();
        var other = new ScriptedDestination { Name = "other", WhenSending = name => name == "1.jpg" ? throw Refusal() : Task.CompletedTask };
        await journey.SendAsync(other);

        Assert.Equal(["0.jpg not-shown", "1.jpg not-sent", "2.jpg not-shown"], Words(await AdviseAsync(journey, other)));
    }

    [Fact]
    public async Task Left_out_photos_and_copies_are_kept_with_their_reason()
    {
        using var journey = new Journey();
        journey.Take("a.jpg", 0, 0);
        journey.Take("b.jpg", 2, 10);
        journey.Take("twin of b.jpg", 3, 10);
        File.Copy(journey.PathOf("a.jpg"), journey.PathOf("copy.jpg"));
        await File.WriteAllTextAsync(journey.PathOf("text.jpg"), "not a photo", TestContext.Current.CancellationToken);
        journey.Import();
        await journey.SendAsync(_destination, terms: Journey.OneByOne);
        _destination.Show();

        Assert.Equal(
            ["a.jpg safe", "b.jpg safe", "copy.jpg same-content", "text.jpg not-a-jpeg", "twin of b.jpg duplicate-position"],
            Words(await AdviseAsync(journey)));
    }

    [Fact]
    public async Task What_a_stand_in_shows_is_no_reason_to_delete()
    {
        using var journey = await LiveAsync();

        var advice = await AdviseAsync(journey, standIn: "scripted", why: Reason.StandInOnly);

        Assert.Equal(["0.jpg stand-in-only", "1.jpg stand-in-only", "2.jpg stand-in-only"], Words(advice));
    }

    [Fact]
    public async Task A_photo_that_waits_in_another_sequence_s_part_could_not_be_compared()
    {
        using var journey = Journey.Of(3);
        await journey.SendAsync(_destination, terms: Journey.OneByOne);
        journey.Import("Second", ["1.jpg", "2.jpg"]);
        journey.Rows("UPDATE part SET state = 'uploaded' RETURNING id");

        Assert.Equal(["1.jpg not-verified", "2.jpg not-verified"], Words(await AdviseAsync(journey, sequence: "Second")));
    }

    [Fact]
    public async Task A_photo_that_another_sequence_sent_is_verified_with_that_sequence_s_part()
    {
        using var journey = await LiveAsync();
        journey.Take("new.jpg", 9, 50);
        journey.Import("Second", ["2.jpg", "new.jpg"]);
        await journey.SendAsync(_destination, "Second", terms: Journey.OneByOne);
        _destination.Show("new.jpg");

        Assert.Equal(["2.jpg safe", "new.jpg safe"], Words(await AdviseAsync(journey, sequence: "Second")));
    }

    [Fact]
    public async Task A_file_whose_picture_went_out_under_another_header_is_kept_and_not_called_unsent()
    {
        using var journey = await LiveAsync();
        var bytes = await File.ReadAllBytesAsync(journey.PathOf("1.jpg"), TestContext.Current.CancellationToken);
        await File.WriteAllBytesAsync(journey.PathOf("other.jpg"), [.. bytes[..2], .. Comment, .. bytes[2..]], TestContext.Current.CancellationToken);
        journey.Import("Second", ["2.jpg", "other.jpg"]);

        Assert.Equal(["2.jpg safe", "other.jpg sent-as-another-file"], Words(await AdviseAsync(journey, sequence: "Second")));
    }

    [Fact]
    public async Task After_a_folder_was_renamed_and_imported_again_the_files_are_named_where_they_lie_now()
    {
        using var journey = await LiveAsync();
        Directory.CreateDirectory(journey.PathOf("later"));
        foreach (var i in Enumerable.Range(0, 3))
        {
            File.Move(journey.PathOf($"{i}.jpg"), journey.PathOf($"later/{i}.jpg"));
        }

        journey.Import();

        var advice = await AdviseAsync(journey);
        Assert.Equal(["0.jpg safe", "1.jpg safe", "2.jpg safe"], Words(advice));
        Assert.All(advice, original => Assert.Equal("later", Path.GetFileName(Path.GetDirectoryName(original.Path))));
    }

    private static IEnumerable<string> Words(IEnumerable<DeletionAdvice> advice) =>
        advice.Select(original => $"{Path.GetFileName(original.Path)} {original.Doubt?.Code ?? "safe"}");

    private static DestinationException Refusal() => new(FailureKind.PhotoRefused, "no", "No.");

    private async Task<IReadOnlyList<DeletionAdvice>> AdviseAsync(
        Journey journey, ScriptedDestination? other = null, string sequence = "Walk", string standIn = "practice", Reason? why = null)
    {
        List<PartVerification> verifications = [];
        var id = journey.Catalog.Sequencing.Find(sequence)!.Id;
        await foreach (var part in journey.Flow.VerifyAsync(
            (name, _) => Task.FromResult(name == other?.Name ? other.Contracts : _destination.Contracts), id, accounts: null, journey.Events, TestContext.Current.CancellationToken))
        {
            verifications.Add(part);
        }

        return [.. journey.Flow.AdviseDeletion(id, verifications, new Dictionary<string, Reason>(StringComparer.Ordinal) { [standIn] = why ?? Reason.PracticeOnly }, accounts: null)];
    }

    private async Task<Journey> LiveAsync()
    {
        var journey = Journey.Of(3);
        await journey.SendAsync(_destination, terms: Journey.OneByOne);
        _destination.Show();
        await journey.LookAsync(_destination);
        return journey;
    }
}
