using System.Text;
using MapThePaths.Tests.Fixtures;

namespace MapThePaths.Tests.Flows;

/// <summary>Beside a walk of three photos lies something that cannot go with them.</summary>
public sealed class PhotosThatCannotBeSent : AFlow
{
    public PhotosThatCannotBeSent() => AWalk.Of(3).SaveTo(Photos);

    [Fact]
    public Task Without_a_position() =>
        IsLeftOutAsync(APhoto.Anywhere().TakenUtc("2023-05-10 10:00:30").Bytes(), "no-position", exitCode: 0);

    [Fact]
    public Task On_null_island() =>
        IsLeftOutAsync(APhoto.At(0, 0).TakenUtc("2023-05-10 10:00:30").Bytes(), "null-island", exitCode: 0);

    [Fact]
    public Task Without_a_time() =>
        IsLeftOutAsync(APhoto.At(47.1, 8.5).Bytes(), "no-capture-time", exitCode: 0);

    [Fact]
    public Task A_text_named_like_a_photo() =>
        IsLeftOutAsync("Dear diary"u8.ToArray(), "not-a-jpeg", exitCode: 3);

    [Fact]
    public Task An_empty_file() =>
        IsLeftOutAsync([], "empty-file", exitCode: 3);

    [Fact]
    public Task A_truncated_photo() =>
        IsLeftOutAsync(AWalk.Of(9).OfSize(20_000).Photo(9).Bytes()[..9_000], "truncated", exitCode: 3);

    [Fact]
    public Task The_same_place_in_the_same_direction() =>
        IsLeftOutAsync(APhoto.At(47.10015, 8.5).Facing(31).TakenUtc("2023-05-10 10:00:07.500").Camera("Trek", "One").Bytes(), "duplicate-position", exitCode: 0);

    [Fact]
    public Task A_cubic_projection() =>
        IsLeftOutAsync(AWalk.Of(4).Photo(4).Projected("cubic").Bytes(), "projection-not-accepted", exitCode: 0);

    [Fact]
    public Task A_copy_under_another_name() =>
        IsLeftOutAsync(AWalk.Of(3).Photo(2).Bytes(), "same-content", exitCode: 0);

    [Fact]
    public async Task An_unreadable_folder_is_told_of()
    {
        if (OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess)
        {
            Assert.Skip("Permissions do not bind this user.");
            return;
        }

        var locked = Directory.CreateDirectory(Photo("locked"));
        locked.UnixFileMode = UnixFileMode.None;

        var run = await UploadAsync();

        locked.UnixFileMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        Assert.Equal(["locked unreadable"], run.LeftOut);
    }

    [Fact]
    public async Task Everything_at_once_is_accounted_for()
    {
        Save("a.jpg", []);
        Save("b.jpg", Encoding.ASCII.GetBytes("no photo"));
        APhoto.Anywhere().TakenUtc("2023-05-10 10:00:30").SaveTo(Photo("c.jpg"));
        Save("d.jpg", await File.ReadAllBytesAsync(Photo(AWalk.NameOf(1)), TestContext.Current.CancellationToken));

        var run = (await UploadAsync("--follow")).Ends(3);

        Assert.Equal("7 photos, 3 sent, 4 left_out, 3 visible", run.Counts());
        Assert.Equal(4, run.LeftOut.Count);
        Assert.Contains("Not all is done: a.jpg and 1 other file cannot be read as photos.", run.Error, StringComparison.Ordinal);
        var again = await UploadAsync();
        Assert.Equal("7 photos, 3 already_sent, 4 left_out, 3 visible", again.Counts());
    }

    [Fact]
    public async Task A_file_that_is_no_photo_and_not_named_like_one_is_none_of_our_business()
    {
        Save("notes.txt", "Dear diary"u8.ToArray());
        Save("track.gpx", "<gpx/>"u8.ToArray());

        var run = (await UploadAsync()).Ends(0);

        Assert.Equal("3 photos, 3 sent", run.Counts());
        Assert.Equal(2, (await Program.RunAsync("inspect", Photos)).Count("passed_over"));
        Assert.Contains("2 other files passed over, since they are no JPEG: 1 .gpx, 1 .txt.", (await Program.RunForPeopleAsync("inspect", Photos)).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_with_the_same_reason_are_told_together()
    {
        for (var i = 10; i < 20; i++)
        {
            APhoto.Anywhere().TakenUtc($"2023-05-10 10:00:{i}").SaveTo(Photo($"lost{i}.jpg"));
        }

        var run = (await Program.RunForPeopleAsync(["import", .. Uploading(Photos)[1..]])).Ends(0);

        Assert.Contains(
            "10 photos are left out: each has no GPS position (no-position): lost10.jpg, lost11.jpg, lost12.jpg and 7 more.", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_copy_is_told_with_the_photo_that_it_copies()
    {
        Save("z.jpg", await File.ReadAllBytesAsync(Photo(AWalk.NameOf(2)), TestContext.Current.CancellationToken));

        var run = (await Program.RunAsync(["import", .. Uploading(Photos)[1..]])).Ends(0);

        Assert.Equal(Photo(AWalk.NameOf(2)), run.Of("left_out").Single().Text("twin"));
        Assert.Equal(Photo(AWalk.NameOf(2)), (await Program.RunAsync("plan", "1")).Of("left_out").Single().Text("twin"));
    }

    [Fact]
    public async Task An_import_that_makes_no_sequence_says_why_in_its_summary()
    {
        File.Delete(Photo(AWalk.NameOf(1)));
        File.Delete(Photo(AWalk.NameOf(2)));

        var run = (await Program.RunAsync(["import", .. Uploading(Photos)[1..]])).Ends(2);

        Assert.Equal("No sequence is made: it needs at least 2 photos that can be used, and 1 of 1 can.", run.Summary.Text("error"));
    }

    [Fact]
    public async Task A_second_import_says_what_it_changed()
    {
        await Program.RunAsync(["import", .. Uploading(Photos)[1..]]);

        var run = (await Program.RunForPeopleAsync(["import", .. Uploading(Photos, "--description", "By the lake", "--max-gap", "90")[1..]])).Ends(0);

        Assert.Contains("goes on: 3 photos, 0 left out; changed: description, rules for cuts.", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_broken_photo_that_was_copied_anew_goes_out_once_its_folder_is_imported_again()
    {
        var whole = AWalk.Of(4).OfSize(20_000).Photo(4).Bytes();
        Save("walk04.jpg", whole[..9_000]);
        (await UploadAsync()).Ends(3);
        Save("walk04.jpg", whole);
        Assert.Contains("Copy from the card again, then import the folder again with the same name and transport.", (await Program.RunForPeopleAsync("plan", "1")).Output.ReplaceLineEndings(" "), StringComparison.Ordinal);

        Assert.Contains("goes on: 4 photos, 0 left out; changed: 1 photo.", (await Program.RunForPeopleAsync(["import", .. Uploading(Photos)[1..]])).Ends(0).Output, StringComparison.Ordinal);

        Assert.Equal("4 photos, 1 sent, 3 already_sent", (await UploadAsync()).Ends(0).Counts().Replace(", 3 visible", "", StringComparison.Ordinal));
        await BytesAreWholeAsync();
    }

    [Fact]
    public async Task A_photo_that_changed_between_import_and_send_fails_alone()
    {
        await Program.RunAsync(["import", .. Uploading(Photos)[1..]]);
        AWalk.Of(3).OfSize(9_000).Photo(2).SaveTo(Photo(AWalk.NameOf(2)));

        var run = (await Program.RunAsync("send", "1", "--follow")).Ends(3);

        Assert.Equal("3 photos, 2 sent, 1 failed, 2 visible", run.Counts());
        Assert.Equal("changed-since-import", Assert.Single(run.Of("failed")).Text("code"));
    }

    [Fact]
    public async Task A_photo_that_is_gone_fails_alone_and_is_sent_when_it_is_back()
    {
        await Program.RunAsync(["import", .. Uploading(Photos)[1..]]);
        var away = Path.Combine(Program.WorkingFolder, "away.jpg");
        File.Move(Photo(AWalk.NameOf(2)), away);
        var run = (await Program.RunAsync("send", "1")).Ends(3);
        Assert.Equal("file-missing", Assert.Single(run.Of("failed")).Text("code"));
        File.Move(away, Photo(AWalk.NameOf(2)));

        var again = (await Program.RunAsync("send", "1", "--follow")).Ends(0);

        Assert.Equal("3 photos, 1 sent, 2 already_sent, 3 visible", again.Counts());
    }

    [Fact]
    public async Task A_lone_photo_is_no_sequence()
    {
        File.Delete(Photo(AWalk.NameOf(1)));
        File.Delete(Photo(AWalk.NameOf(2)));

        var run = (await UploadAsync()).Ends(2);

        Assert.Contains("at least 2 photos", run.Error, StringComparison.Ordinal);
        Assert.Empty(run.Of("sequence"));
    }

    [Fact]
    public async Task The_same_reasons_stand_in_inspect_import_plan_and_show()
    {
        APhoto.Anywhere().TakenUtc("2023-05-10 10:00:30").SaveTo(Photo("x.jpg"));

        var inspect = (await Program.RunAsync("inspect", Photos)).Ends(0);
        var import = (await Program.RunAsync(["import", .. Uploading(Photos)[1..]])).Ends(0);
        var plan = (await Program.RunAsync("plan", "1")).Ends(0);
        var show = (await Program.RunAsync("show", "1")).Ends(0);

        Assert.Equal("no-position", inspect.Of("photo").Single(photo => photo.Text("path") == Photo("x.jpg")).Text("reason"));
        Assert.Equal(["x.jpg no-position"], import.LeftOut);
        Assert.Equal(["x.jpg no-position"], plan.LeftOut);
        Assert.Equal("no-position", show.Of("photo").Single(photo => photo.Text("path") == Photo("x.jpg")).Text("reason"));
    }

    private async Task IsLeftOutAsync(byte[] bytes, string reason, int exitCode)
    {
        Save("x.jpg", bytes);

        var run = (await UploadAsync("--follow")).Ends(exitCode);

        Assert.Equal([$"x.jpg {reason}"], run.LeftOut);
        Assert.Equal("4 photos, 3 sent, 1 left_out, 3 visible", run.Counts());
        Assert.Equal(3, (await Service.StateAsync()).Photos.Count());
    }
}
