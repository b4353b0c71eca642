using MapThePaths.Core;
using MapThePaths.Core.Catalog;
using MapThePaths.Core.Importing;
using MapThePaths.Core.Model;
using MapThePaths.Tests.Fixtures;

namespace MapThePaths.Tests.Core.Importing;

public sealed class ImportingPhotos : IDisposable
{
    private readonly Journey _journey = new();

    public void Dispose() => _journey.Dispose();

    [Fact]
    public void Every_file_is_taken_in_or_left_out_with_its_reason()
    {
        TakeWalk(3);
        File.WriteAllText(_journey.PathOf("text.jpg"), "not a photo");
        File.WriteAllBytes(_journey.PathOf("empty.jpg"), []);
        File.WriteAllBytes(_journey.PathOf("cut.jpg"), Journey.Photo(50, 50).Bytes()[..^300]);
        APhoto.Anywhere().TakenUtc("2026-04-30 10:00:00").SaveTo(_journey.PathOf("lost.jpg"));
        APhoto.At(0, 0).TakenUtc("2026-04-30 10:00:00").SaveTo(_journey.PathOf("nofix.jpg"));
        APhoto.At(47, 8).SaveTo(_journey.PathOf("timeless.jpg"));

        var result = Import("Walk");

        Assert.Equal(
            ["cut.jpg truncated", "empty.jpg empty-file", "lost.jpg no-position", "nofix.jpg null-island", "text.jpg not-a-jpeg", "timeless.jpg no-capture-time"],
            Omissions(result));
        Assert.Equal(9, result.Files);
        Assert.Equal(9, _journey.Flow.Arrange(result.Sequence!).FileCount);
    }

    [Fact]
    public void A_copy_under_another_name_is_left_out_as_same_content()
    {
        TakeWalk(2);
        File.Copy(_journey.PathOf("0.jpg"), _journey.PathOf("copy of 0.jpg"));

        var result = Import("Walk");

        Assert.Equal(["copy of 0.jpg same-content"], Omissions(result));
        Assert.Equal(3, _journey.Flow.Arrange(result.Sequence!).FileCount);
    }

    [Fact]
    public void The_same_photos_under_the_same_name_go_on_with_that_sequence()
    {
        TakeWalk(3);
        var first = Import("Round the lake");

        var second = Import("ROUND THE LAKE");

        Assert.Equal((first.Sequence!.Id, first.Sequence.Uuid, "Round the lake"), (second.Sequence!.Id, second.Sequence.Uuid, second.Sequence.Name));
        Assert.False(first.WasKnown);
        Assert.True(second.WasKnown);
    }

    [Fact]
    public void Other_sequences_do_not_keep_one_from_going_on()
    {
        TakeWalk(4);
        Import(Request("First half") with { Paths = [_journey.PathOf("0.jpg"), _journey.PathOf("1.jpg")] });
        var second = Request("Second half") with { Paths = [_journey.PathOf("2.jpg"), _journey.PathOf("3.jpg")] };

        Assert.False(Import(second).WasKnown);
        Assert.True(Import(second).WasKnown);
    }

    [Fact]
    public void Other_photos_under_a_taken_name_in_any_case_are_the_users_mistake()
    {
        TakeWalk(3);
        Import("Straße am Fluß");
        _journey.Take("new.jpg", 100, 100);

        var mistake = Assert.Throws<UserMistakeException>(() => Import("STRAßE AM FLUß"));

        Assert.Contains("'Straße am Fluß' already, with other photos (id 1; new: new.jpg).", mistake.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_new_and_what_is_gone_is_named_when_photos_are_others()
    {
        TakeWalk(5);
        Import(Request("Walk") with { Paths = [_journey.PathOf("0.jpg"), _journey.PathOf("1.jpg"), _journey.PathOf("2.jpg")] });

        var mistake = Assert.Throws<UserMistakeException>(() => Import(Request("Walk") with { Paths = [_journey.PathOf("2.jpg"), _journey.PathOf("3.jpg"), _journey.PathOf("4.jpg")] }));

        Assert.Contains("(id 1; new: 3.jpg and 1 more; gone: 0.jpg and 1 more)", mistake.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_broken_photo_may_go()
    {
        TakeWalk(3);
        File.WriteAllBytes(_journey.PathOf("2.jpg"), []);
        Import("Walk");
        File.Delete(_journey.PathOf("2.jpg"));

        var result = Import("Walk");

        Assert.Equal((true, 2, 0), (result.WasKnown, result.Files, result.LeftOut.Count));
    }

    [Fact]
    public void What_could_not_be_read_may_become_readable()
    {
        TakeWalk(3);
        Import("Walk");
        var folder = Directory.CreateDirectory(_journey.PathOf("locked")).FullName;
        _journey.Take("locked/4.jpg", 100, 100);
        _journey.Rows($"INSERT INTO sequence_file (sequence_id, path, reason) VALUES (1, '{folder}', 'unreadable')");

        Assert.Equal((true, 4), (Import("Walk").WasKnown, Import("Walk").Files));
    }

    [Fact]
    public void A_broken_photo_may_lie_whole_in_another_copy_of_the_card()
    {
        TakeWalk(3);
        var whole = File.ReadAllBytes(_journey.PathOf("2.jpg"));
        File.WriteAllBytes(_journey.PathOf("2.jpg"), whole[..^200]);
        Assert.Equal(["2.jpg truncated"], Omissions(Import("Walk")));
        Directory.Move(_journey.Card, _journey.Card + " again");
        File.WriteAllBytes(Path.Combine(_journey.Card + " again", "2.jpg"), whole);

        var result = Import("Walk", _journey.Card + " again");

        Assert.True(result.WasKnown);
        Assert.Equal(3, Photos(result.Sequence!).Count);
        Directory.Move(_journey.Card + " again", _journey.Card);
    }

    [Fact]
    public void A_name_that_another_run_takes_at_the_same_time_is_gone_on_with_for_the_same_photos()
    {
        TakeWalk(3);

        var result = ImportWhile(() => Import("Walk"), "walk");

        Assert.True(result.WasKnown);
        Assert.Equal(["Walk, 3"], _journey.Rows("SELECT name, COUNT(*) FROM sequence JOIN sequence_file ON sequence_id = id GROUP BY id"));
    }

    [Fact]
    public void A_name_that_another_run_takes_at_the_same_time_for_other_photos_is_taken()
    {
        TakeWalk(5);
        var others = Request("Walk") with { Paths = [_journey.PathOf("3.jpg"), _journey.PathOf("4.jpg")] };

        var mistake = Assert.Throws<UserMistakeException>(() => ImportWhile(() => Import(others), "walk"));

        Assert.Contains("a sequence named 'Walk' already", mistake.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Photos_that_moved_to_another_folder_stay_the_same_photos()
    {
        TakeWalk(3);
        var before = Photos(Import("Walk").Sequence!);
        Directory.Move(_journey.Card, _journey.Card + " moved");

        var after = Photos(Import("Walk", _journey.Card + " moved").Sequence!);

        Assert.Equal(before.Select(photo => (photo.Id, photo.Uuid)), after.Select(photo => (photo.Id, photo.Uuid)));
        Assert.All(after, photo => Assert.True(File.Exists(photo.Path), photo.Path));
        Directory.Move(_journey.Card + " moved", _journey.Card);
    }

    [Fact]
    public void A_file_that_did_not_change_is_not_read_again()
    {
        TakeWalk(2);
        var known = Photos(Import("Walk").Sequence!);
        var (path, time) = (_journey.PathOf("0.jpg"), File.GetLastWriteTimeUtc(_journey.PathOf("0.jpg")));
        File.WriteAllBytes(path, new byte[new FileInfo(path).Length]);
        File.SetLastWriteTimeUtc(path, time);

        var result = Import("Walk");

        Assert.Empty(result.LeftOut);
        Assert.Equal(known.Select(photo => photo.Id), Photos(result.Sequence!).Select(photo => photo.Id));
    }

    [Fact]
    public void A_file_that_changed_is_another_photo()
    {
        TakeWalk(3);
        var known = Photos(Import("Walk").Sequence!)[0];
        _journey.Take("0.jpg", 1, 3);
        File.SetLastWriteTimeUtc(known.Path, new DateTime(2026, 4, 30, 20, 0, 0, DateTimeKind.Utc));

        var changed = Photos(Import("Changed").Sequence!)[0];

        Assert.NotEqual(known.Id, changed.Id);
        Assert.NotEqual(known.Capture.Position, changed.Capture.Position);
    }

    [Fact]
    public void What_the_camera_knew_comes_back_from_the_catalog_whole()
    {
        TakeWalk(2);
        Journey.Photo(10, 50).Altitude(-12.5).Projected("equirectangular").SaveTo(_journey.PathOf("9.jpg"));

        var photo = Photos(Import("Walk").Sequence!)[^1];
        var read = Inspecting.Inspect(_journey.PathOf("9.jpg"), _journey.Time);

        Assert.Equal(read.Capture! with { Warnings = [] }, photo.Capture with { Warnings = [] });
        Assert.Equal(read.Capture!.Warnings, photo.Capture.Warnings);
        Assert.Equal((-12.5, 90, "equirectangular", 250), (photo.Capture.Altitude, photo.Capture.Heading, photo.Capture.Projection, photo.Capture.TakenAt!.Value.InUtc().Millisecond));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Fewer_than_two_usable_photos_make_no_sequence(int usable)
    {
        TakeWalk(usable);
        File.WriteAllBytes(_journey.PathOf("empty.jpg"), []);

        var result = Import("Walk");

        Assert.Null(result.Sequence);
        Assert.Equal((usable + 1, 1), (result.Files, result.LeftOut.Count));
        Assert.Null(_journey.Catalog.Sequencing.Find("Walk"));
    }

    [Fact]
    public void A_folder_without_photos_is_the_users_mistake()
    {
        Assert.Throws<UserMistakeException>(() => Import("Walk"));
    }

    [Fact]
    public void A_cancelled_import_has_stored_no_sequence_and_can_be_repeated()
    {
        TakeWalk(3);

        Assert.Throws<OperationCanceledException>(() => _journey.Flow.Import(Request("Walk"), _journey.Events, new CancellationToken(canceled: true)));

        Assert.Null(_journey.Catalog.Sequencing.Find("Walk"));
        Assert.NotNull(Import("Walk").Sequence);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("two\nlines")]
    [InlineData("a name of more than one hundred characters is too long for every list that shows it, so it is refused")]
    public void A_name_has_1_to_100_characters(string name)
    {
        TakeWalk(2);

        Assert.Throws<UserMistakeException>(() => Import(name));
        Assert.NotNull(Import(new string('n', 100)).Sequence);
        Assert.NotNull(Import(string.Concat(Enumerable.Repeat("🚲", 100))).Sequence);
    }

    [Fact]
    public void A_name_is_the_same_whatever_its_case_and_the_coding_of_its_accents()
    {
        TakeWalk(2);
        var first = Import("Forêt d'Orléans").Sequence!;

        var second = Import("FORE\u0302T D'ORLE\u0301ANS");

        Assert.True(second.WasKnown);
        Assert.Equal(first.Id, second.Sequence!.Id);
    }

    [Fact]
    public void A_tag_stands_once()
    {
        TakeWalk(2);

        Assert.Throws<UserMistakeException>(() => Import(Request("Walk") with { Tags = ["lake", "sup", "Lake"] }));
    }

    [Theory]
    [InlineData("two words")]
    [InlineData("under_score")]
    [InlineData("")]
    [InlineData("a-tag-of-more-than-thirty-signs")]
    public void A_tag_is_at_most_30_letters_digits_and_hyphens(string tag)
    {
        TakeWalk(2);

        Assert.Throws<UserMistakeException>(() => Import(Request("Walk") with { Tags = [tag] }));
        Assert.Equal(["Süd-2026"], Import(Request("Walk") with { Tags = ["Süd-2026"] }).Sequence!.Tags);
    }

    [Fact]
    public void More_than_15_tags_are_too_many()
    {
        TakeWalk(2);
        var tags = Enumerable.Range(1, 16).Select(i => $"tag-{i}").ToList();

        Assert.Throws<UserMistakeException>(() => Import(Request("Walk") with { Tags = tags }));
        Assert.Equal(tags[..15], Import(Request("Walk") with { Tags = tags[..15] }).Sequence!.Tags);
    }

    [Fact]
    public void What_is_known_already_is_not_written_again()
    {
        TakeWalk(3);
        File.Copy(_journey.PathOf("0.jpg"), _journey.PathOf("copy of 0.jpg"));
        File.WriteAllBytes(_journey.PathOf("empty.jpg"), []);
        var request = Request("Walk") with { Tags = ["sup"] };
        Import(request);
        _journey.Rows("CREATE TRIGGER again BEFORE UPDATE ON sequence BEGIN SELECT RAISE(ABORT, 'written again'); END");
        _journey.Rows("CREATE TRIGGER anew BEFORE DELETE ON sequence_file BEGIN SELECT RAISE(ABORT, 'written anew'); END");

        Assert.True(Import(request).WasKnown);
        Assert.Throws<CatalogException>(() => Import(request with { Tags = ["lake"] }));
        File.Move(_journey.PathOf("1.jpg"), _journey.PathOf("moved.jpg"));
        Assert.Throws<CatalogException>(() => Import(request));
    }

    [Fact]
    public void What_is_not_said_again_stays_as_it_was()
    {
        TakeWalk(2);
        Import(Request("Walk") with { Description = "Clockwise", Tags = ["sup"], TimeZone = "Europe/Zurich", Rules = new RuleWishes { MaxGap = 90, MaxJump = 500 } });

        Import("Walk");
        var known = _journey.Catalog.Sequencing.Find("walk")!;

        Assert.Equal(("Clockwise", "sup", "Europe/Zurich", 90, 500), (known.Description, known.Tags[0], known.TimeZone, known.Rules.MaxGap, known.Rules.MaxJump));
    }

    private void TakeWalk(int photos)
    {
        for (var i = 0; i < photos; i++)
        {
            _journey.Take($"{i}.jpg", 2 * i, 11 * i);
        }
    }

    private ImportRequest Request(string name, string? folder = null) =>
        new() { Paths = [folder ?? _journey.Card], Name = name, Transport = TransportType.Parse("Earth-Walk")! };

    private ImportResult Import(string name, string? folder = null) => Import(Request(name, folder));

    private ImportResult Import(ImportRequest request) => _journey.Flow.Import(request, _journey.Events, CancellationToken.None);

    // In a second program, while another run does something once all files are read.
    private ImportResult ImportWhile(Action another, string name)
    {
        using var catalog = OpenCatalog.Open(_journey.CatalogPath);
        var meanwhile = new Meanwhile(another);
        return new Flow(catalog, meanwhile).Import(Request(name), meanwhile, CancellationToken.None);
    }

    private IReadOnlyList<Photo> Photos(Sequence sequence) => _journey.Catalog.Sequencing.Photos(sequence.Id);

    private static IEnumerable<string> Omissions(ImportResult result) => result.LeftOut.Select(left => $"{Path.GetFileName(left.Path)} {left.Reason.Code}");

    /// <summary>Does something when the time is asked for after all files have been read.</summary>
    private sealed class Meanwhile(Action another) : TimeProvider, IProgress<FlowEvent>
    {
        private Action? _next;

        public void Report(FlowEvent value) => _next = value is FilesRead ? another : null;

        public override DateTimeOffset GetUtcNow()
        {
            Interlocked.Exchange(ref _next, null)?.Invoke();
            return base.GetUtcNow();
        }
    }
}
