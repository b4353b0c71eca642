using MapThePaths.Core.Catalog;
using MapThePaths.Core.Destinations;
using MapThePaths.Core.Model;
using MapThePaths.Tests.Fixtures;

namespace MapThePaths.Tests.Core.Uploading;

public sealed class SendingPhotos
{
    private readonly ScriptedDestination _destination = new();

    [Fact]
    public async Task Each_photo_arrives_once_and_each_part_is_published_once_in_its_order()
    {
        using var journey = new Journey();
        TakeInThreeParts(journey);

        var outcome = await journey.SendAsync(_destination);

        Assert.Equal(["0.jpg", "1.jpg", "2.jpg", "3.jpg", "4.jpg", "5.jpg"], _destination.ArrivedNames);
        Assert.Equal(["0.jpg 1.jpg", "2.jpg 3.jpg", "4.jpg 5.jpg"], _destination.Published.Order(StringComparer.Ordinal));
        Assert.Equal((0, 3, null), (outcome.AlreadySent.Count, journey.Parts().Count, outcome.Stopped));
    }

    [Fact]
    public async Task A_second_run_with_nothing_new_sends_and_publishes_nothing()
    {
        using var journey = Journey.Of(5);
        await journey.SendAsync(_destination);

        var outcome = await journey.SendAsync(_destination);

        Assert.Equal((5, 1), (outcome.AlreadySent.Count, journey.Parts().Count));
        Assert.Equal((5, 1, 1), (_destination.Arrived.Count, _destination.Sessions.Count, _destination.PublishCalls));
    }

    [Fact]
    public async Task A_photo_arrives_with_its_description_in_front_of_its_own_untouched_rest_and_the_file_stays_as_it_was()
    {
        using var journey = new Journey();
        Journey.Photo(0, 0).OfSize(200_000).SaveTo(journey.PathOf("0.jpg"));
        Journey.Photo(2, 10).OfSize(200_000).SaveTo(journey.PathOf("1.jpg"));
        journey.Import();
        var original = await File.ReadAllBytesAsync(journey.PathOf("0.jpg"), TestContext.Current.CancellationToken);

        await journey.SendAsync(_destination);

        var arrived = _destination.Arrived.Single(photo => photo.Name == "0.jpg");
        Assert.Equal("2026_04_30_10_00_00_250", arrived.Description.GetProperty("MAPCaptureTime").GetString());
        Assert.Equal(original[^190_000..], arrived.Bytes[^190_000..]);
        Assert.Equal(original, await File.ReadAllBytesAsync(journey.PathOf("0.jpg"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_receipt_that_cannot_be_stored_ends_the_run_and_the_next_one_publishes_each_photo_once()
    {
        using var journey = Journey.Of(12);
        journey.Rows("CREATE TRIGGER full BEFORE UPDATE OF receipt ON life_line WHEN NEW.path LIKE '%/5.jpg' BEGIN SELECT RAISE(ABORT, 'no room'); END");
        await Assert.ThrowsAsync<CatalogException>(() => journey.SendAsync(_destination));
        Assert.Equal((0, PhotoState.Waiting), (_destination.PublishCalls, journey.LineOf("5.jpg").State));
        journey.Rows("DROP TRIGGER full");

        await journey.SendAsync(_destination);

        Assert.Equal([string.Join(' ', Enumerable.Range(0, 12).Select(i => $"{i}.jpg"))], _destination.Published);
    }

    [Fact]
    public async Task Photos_that_arrive_in_another_order_are_published_in_the_order_of_the_sequence()
    {
        var lastArrived = new TaskCompletionSource();
        _destination.WhenSending = name =>
        {
            if (name == "3.jpg")
            {
                lastArrived.SetResult();
            }

            return name == "0.jpg" ? lastArrived.Task : Task.CompletedTask;
        };
        using var journey = Journey.Of(4);

        await journey.SendAsync(_destination);

        Assert.Equal(["0.jpg 1.jpg 2.jpg 3.jpg"], _destination.Published);
    }

    [Fact]
    public async Task A_refused_photo_does_not_keep_the_others()
    {
        FailFor(FailureKind.PhotoRefused, "2.jpg");
        using var journey = Journey.Of(5);

        var outcome = await journey.SendAsync(_destination);

        Assert.Equal(["0.jpg 1.jpg 3.jpg 4.jpg"], _destination.Published);
        Assert.Null(outcome.Stopped);
        var line = journey.LineOf("2.jpg");
        Assert.Equal((PhotoState.Failed, "refused-by-destination", "2.jpg: PhotoRefused"), (line.State, line.Reason, line.Message));
        Assert.Equal((5, 4, 1), (journey.Part().Photos, journey.Part().Sent, journey.Part().Failed));
        Assert.Equal("2.jpg: PhotoRefused", Assert.Single(journey.Events.Of<PhotoFailed>()).Message);
    }

    [Fact]
    public async Task A_part_whose_session_is_refused_fails_with_the_words_for_it_and_the_others_go_on()
    {
        var asked = 0;
        _destination.WhenOpening = () =>
        {
            if (++asked == 2)
            {
                throw new DestinationException(FailureKind.PartRefused, "scripted", "no room for this part");
            }
        };
        using var journey = new Journey();
        TakeInThreeParts(journey);

        var outcome = await journey.SendAsync(_destination);

        Assert.Null(outcome.Stopped);
        Assert.Equal(["1 processing", "2 failed", "3 processing"], journey.PartStates());
        Assert.Equal("no room for this part", journey.Parts()[1].Error);
        Assert.Equal(["2.jpg", "3.jpg"], journey.Lines().Where(line => line.State == PhotoState.Failed).Select(line => Path.GetFileName(line.Path)));
        Assert.Equal(2, journey.Events.Of<PhotoFailed>().Count);

        await journey.SendAsync(_destination);

        Assert.DoesNotContain(journey.Lines(), line => line.State == PhotoState.Failed);
        Assert.Equal(3, _destination.PublishCalls);
    }

    [Theory]
    [InlineData(FailureKind.SignInNeeded)]
    [InlineData(FailureKind.AskedWrongly)]
    [InlineData(FailureKind.Unreachable)]
    public async Task A_run_that_ends_while_it_opens_a_session_says_why_in_the_part(FailureKind kind)
    {
        _destination.WhenOpening = () => throw new DestinationException(kind, "scripted", "not now");
        using var journey = Journey.Of(2);

        var outcome = await journey.SendAsync(_destination);

        Assert.Equal((kind, "not now"), (outcome.Stopped!.Kind, journey.Part().Error));
        Assert.All(journey.Lines(), line => Assert.Equal(PhotoState.Waiting, line.State));
    }

    [Fact]
    public async Task A_sign_in_that_is_needed_while_photos_are_sent_is_told_in_the_part_too()
    {
        FailFor(FailureKind.SignInNeeded, "1.jpg");
        using var journey = Journey.Of(3);

        var outcome = await journey.SendAsync(_destination);

        Assert.Equal((FailureKind.SignInNeeded, "1.jpg: SignInNeeded"), (outcome.Stopped!.Kind, journey.Part().Error));
    }

    [Fact]
    public async Task A_part_of_which_every_photo_failed_is_failed_and_not_published()
    {
        FailFor(FailureKind.PhotoRefused, "0.jpg", "1.jpg");
        using var journey = Journey.Of(2);

        await journey.SendAsync(_destination);

        Assert.Equal(0, _destination.PublishCalls);
        Assert.Equal(PartState.Failed, journey.Part().State);
    }

    [Fact]
    public async Task A_failed_photo_is_tried_again_by_the_next_send_and_not_before()
    {
        FailFor(FailureKind.PhotoRefused, "0.jpg", "1.jpg");
        using var journey = Journey.Of(2);
        await journey.SendAsync(_destination);
        _destination.WhenSending = _ => Task.CompletedTask;

        await journey.SendAsync(_destination);

        Assert.Equal(["0.jpg 1.jpg"], _destination.Published);
        Assert.Equal(["1 processing"], journey.PartStates());
    }

    [Fact]
    public async Task Three_photos_in_a_row_that_reach_nobody_stop_the_run_and_the_photos_keep_waiting()
    {
        FailFor(FailureKind.Unreachable, [.. Enumerable.Range(0, 100).Select(i => $"{i}.jpg")]);
        using var journey = Journey.Of(100);
        var tried = CountTries();

        var outcome = await journey.SendAsync(_destination);

        Assert.Equal(FailureKind.Unreachable, outcome.Stopped?.Kind);
        Assert.InRange(tried(), 3, 99);
        Assert.Equal(100, journey.Lines().Count(line => line.State == PhotoState.Waiting));
        Assert.Equal((PartState.Uploading, 0), (journey.Part().State, _destination.PublishCalls));
        Assert.Contains("Unreachable", journey.Part().Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_stopped_goes_on_where_it_was_in_the_same_session()
    {
        FailFor(FailureKind.Unreachable, [.. Enumerable.Range(6, 20).Select(i => $"{i}.jpg")]);
        using var journey = Journey.Of(20);
        await journey.SendAsync(_destination);
        _destination.WhenSending = _ => Task.CompletedTask;

        var outcome = await journey.SendAsync(_destination);

        Assert.Null(outcome.Stopped);
        Assert.Equal(20, _destination.Arrived.Count);
        Assert.Single(_destination.Sessions);
        Assert.Single(_destination.Arrived.Select(photo => photo.Session).Distinct());
        Assert.Equal(string.Join(' ', Enumerable.Range(0, 20).Select(i => $"{i}.jpg")), Assert.Single(_destination.Published));
        Assert.Null(journey.Part().Error);
    }

    [Fact]
    public async Task One_photo_that_reaches_nobody_waits_and_keeps_its_part_from_being_published_without_it()
    {
        FailFor(FailureKind.Unreachable, "1.jpg");
        using var journey = Journey.Of(6);

        var outcome = await journey.SendAsync(_destination);

        Assert.Null(outcome.Stopped);
        Assert.Equal((5, 0), (_destination.Arrived.Count, _destination.PublishCalls));
        Assert.Equal(PhotoState.Waiting, journey.LineOf("1.jpg").State);
    }

    [Fact]
    public async Task A_photo_is_known_to_be_new_only_in_the_first_run()
    {
        FailFor(FailureKind.Unreachable, "1.jpg");
        using var journey = Journey.Of(4);
        await journey.SendAsync(_destination);
        _destination.WhenSending = _ => Task.CompletedTask;

        await journey.SendAsync(_destination);

        Assert.All(_destination.Arrived, photo => Assert.Equal(photo.Name == "1.jpg", photo.MayBeKnown));
    }

    [Fact]
    public async Task Photos_behind_links_are_sent_like_others()
    {
        using var elsewhere = new TemporaryFolder();
        using var journey = new Journey();
        for (var i = 0; i < 3; i++)
        {
            var photo = Journey.Photo(2 * i, 11 * i).SaveTo(elsewhere[$"{i}.jpg"]);
            File.CreateSymbolicLink(journey.PathOf($"{i}.jpg"), photo);
        }

        journey.Import();
        File.Delete(elsewhere["2.jpg"]);
        await journey.SendAsync(_destination);

        Assert.Equal(["0.jpg", "1.jpg"], _destination.ArrivedNames);
        Assert.Equal("file-missing", journey.LineOf("2.jpg").Reason);
    }

    [Fact]
    public async Task A_file_that_vanished_after_import_fails_as_missing()
    {
        using var journey = Journey.Of(3);
        File.Delete(journey.PathOf("1.jpg"));

        await journey.SendAsync(_destination);

        Assert.Equal((PhotoState.Failed, "file-missing"), (journey.LineOf("1.jpg").State, journey.LineOf("1.jpg").Reason));
        Assert.Equal(["0.jpg 2.jpg"], _destination.Published);
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(0, 1000)]
    public async Task A_file_that_changed_after_import_is_not_sent_as_if_it_were_the_old_one(int extraBytes, int laterMilliseconds)
    {
        using var journey = Journey.Of(3);
        var (path, time) = (journey.PathOf("1.jpg"), File.GetLastWriteTimeUtc(journey.PathOf("1.jpg")));
        await File.AppendAllBytesAsync(path, new byte[extraBytes], TestContext.Current.CancellationToken);
        File.SetLastWriteTimeUtc(path, time.AddMilliseconds(laterMilliseconds));

        await journey.SendAsync(_destination);

        Assert.Equal((PhotoState.Failed, "changed-since-import"), (journey.LineOf("1.jpg").State, journey.LineOf("1.jpg").Reason));
        Assert.Equal(["0.jpg 2.jpg"], _destination.Published);
    }

    [Fact]
    public async Task Another_picture_that_took_a_photos_place_and_was_imported_since_is_not_sent_as_that_photo()
    {
        using var journey = Journey.Of(3);
        journey.Take("1.jpg", seconds: 500, metres: 40);
        journey.Import("Later", ["1.jpg", "2.jpg"]);

        await journey.SendAsync(_destination);

        var lines = journey.Lines().Where(line => line.Path == journey.PathOf("1.jpg"));
        Assert.Equal((PhotoState.Failed, "changed-since-import"), lines.Select(line => (line.State, line.Reason)).Single());
        Assert.Equal(["0.jpg 2.jpg"], _destination.Published);
    }

    [Fact]
    public async Task When_signing_in_is_needed_the_run_stops_and_goes_on_afterwards()
    {
        FailFor(FailureKind.SignInNeeded, "5.jpg");
        using var journey = Journey.Of(20);

        var outcome = await journey.SendAsync(_destination);
        _destination.WhenSending = _ => Task.CompletedTask;
        await journey.SendAsync(_destination);

        Assert.Equal(FailureKind.SignInNeeded, outcome.Stopped?.Kind);
        Assert.Equal(20, _destination.Arrived.Count);
        Assert.Equal(1, _destination.PublishCalls);
    }

    [Fact]
    public async Task A_session_that_cannot_be_opened_stops_the_run_before_any_photo()
    {
        _destination.WhenOpening = () => throw Failure(FailureKind.Unreachable);
        using var journey = Journey.Of(3);

        var outcome = await journey.SendAsync(_destination);

        Assert.Equal(FailureKind.Unreachable, outcome.Stopped?.Kind);
        Assert.Empty(_destination.Arrived);
        Assert.All(journey.Lines(), line => Assert.Equal(PhotoState.Waiting, line.State));
    }

    [Fact]
    public async Task A_cancelled_run_goes_on_where_it_was()
    {
        using var cancel = new CancellationTokenSource();
        _destination.WhenSending = name => name == "6.jpg" ? cancel.CancelAsync() : Task.CompletedTask;
        using var journey = Journey.Of(20);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => journey.SendUntilAsync(_destination, cancel.Token));
        var before = _destination.ArrivedNames.ToList();
        _destination.WhenSending = name => before.Contains(name) ? throw new InvalidOperationException("Sent twice.") : Task.CompletedTask;
        await journey.SendAsync(_destination);

        Assert.InRange(before.Count, 3, 19);
        Assert.Equal(20, _destination.Arrived.Count);
        Assert.Equal(1, _destination.PublishCalls);
        Assert.Single(_destination.Sessions);
    }

    [Fact]
    public async Task At_the_end_the_progress_says_that_all_photos_and_bytes_are_there()
    {
        using var journey = Journey.Of(5);

        await journey.SendAsync(_destination);

        var last = journey.Events.Of<UploadProgress>()[^1];
        var bytes = _destination.Arrived.Sum(photo => photo.Bytes.Length);
        Assert.Equal(new UploadProgress(_destination.Name, 5, 5, bytes, bytes), last);
    }

    [Fact]
    public async Task Bytes_of_a_photo_that_did_not_arrive_are_not_counted_as_sent()
    {
        FailFor(FailureKind.PhotoRefused, "1.jpg");
        using var journey = Journey.Of(3);

        await journey.SendAsync(_destination);

        var last = journey.Events.Of<UploadProgress>()[^1];
        Assert.Equal((2, 3, _destination.Arrived.Sum(photo => (long)photo.Bytes.Length)), (last.PhotosSent, last.Photos, last.BytesSent));
    }

    private static void TakeInThreeParts(Journey journey)
    {
        for (var i = 0; i < 6; i++)
        {
            journey.Take($"{i}.jpg", seconds: (i / 2 * 500) + (i % 2), metres: 11 * i);
        }

        journey.Import();
    }

    private void FailFor(FailureKind kind, params string[] names) =>
        _destination.WhenSending = name => names.Contains(name) ? throw Failure(kind, name) : Task.CompletedTask;

    private Func<int> CountTries()
    {
        var (tries, fail) = (0, _destination.WhenSending);
        _destination.WhenSending = name =>
        {
            Interlocked.Increment(ref tries);
            return fail(name);
        };
        return () => tries;
    }

    private static DestinationException Failure(FailureKind kind, string name = "session") => new(kind, "scripted", $"{name}: {kind}");
}
