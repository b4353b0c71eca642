using MapThePaths.Emulator;
using MapThePaths.Tests.Fixtures;

namespace MapThePaths.Tests.Flows;

/// <summary>After the upload: is it really there, and may the card be formatted?</summary>
public sealed class Verifying : AFlow
{
    protected override EmulatorOptions Options => new() { ProcessingSeconds = 0 };

    [Fact]
    public async Task All_match_when_the_service_shows_every_photo()
    {
        AWalk.Of(4).WithPauseBefore(3).SaveTo(Photos);
        (await UploadAsync("--follow")).Ends(0);

        var run = (await Program.RunAsync("verify", "1")).Ends(0);

        Assert.Equal(["2 0 0", "2 0 0"], run.Of("part").Select(part => $"{part.Text("visible")} {part.Text("missing")} {part.Text("differs")}"));
        Assert.Equal((2, 4, 4, 0), (run.Count("parts"), run.Count("photos"), run.Count("visible"), run.Count("not_sent")));
        Assert.Empty(run.Of("safe_to_delete"));
    }

    [Fact]
    public async Task Images_that_another_computer_sent_before_are_no_reason_to_delete()
    {
        AWalk.Of(3).SaveTo(Photos);
        Service.AddFault("image:drop_image:after=3");
        (await UploadAsync("--follow")).Ends(0);
        using var elsewhere = new Mtpdu(ServiceSettings);
        (await elsewhere.RunAsync(Uploading(Photos))).Ends(0);

        var run = (await elsewhere.RunAsync("verify", "1", "--safe-to-delete", "--trust", Service.Addresses.GraphUrl)).Ends(3);

        Assert.Equal((0, 3, 0), (run.Count("visible"), run.Count("missing"), run.Count("safe_to_delete")));
    }

    [Fact]
    public async Task Images_of_another_part_of_the_same_minutes_are_still_its_own()
    {
        AWalk.Of(3).SaveTo(Photos);
        (await UploadAsync()).Ends(0);
        var other = Directory.CreateDirectory(Path.Combine(Program.WorkingFolder, "other")).FullName;
        foreach (var photo in Enumerable.Range(1, 3))
        {
            AWalk.Of(3).OfSize(20_000).Photo(photo).Camera("Trek", "Two").SaveTo(Path.Combine(other, AWalk.NameOf(photo)));
        }

        (await Program.RunAsync("upload", other, "--name", "Other", "--transport", "Earth-Walk", "--follow")).Ends(0);

        Assert.Equal(6, (await Program.RunAsync("status", "--follow")).Ends(0).Count("visible"));
    }

    [Fact]
    public async Task A_search_that_fails_does_not_keep_a_part_from_being_published()
    {
        AWalk.Of(3).SaveTo(Photos);
        Service.AddFault("images:graph=190");

        var run = (await UploadAsync()).Ends(0);

        Assert.Equal("3 photos, 3 sent", run.Counts());
        Assert.Contains("which images of these times were there before", Assert.Single(run.Of("note")).Text("message"), StringComparison.Ordinal);
        await PublishedOnceAsync(3);
    }

    [Fact]
    public async Task A_photo_that_the_service_dropped_is_named_and_its_original_kept()
    {
        AWalk.Of(3).SaveTo(Photos);
        Service.AddFault("image:drop_image:only=2");
        (await UploadAsync()).Ends(0);

        var run = (await Program.RunAsync("verify", "1", "--safe-to-delete", "--trust", Service.Addresses.GraphUrl)).Ends(3);

        var differs = Assert.Single(run.Of("differs"));
        Assert.Equal(("walk02.jpg", "missing", "not-shown"), (Path.GetFileName(differs.Text("path")), differs.Text("result"), differs.Text("reason")));
        Assert.Equal(["walk01.jpg", "walk03.jpg"], run.Of("safe_to_delete").Select(line => Path.GetFileName(line.Text("path"))));
        Assert.Equal("not-shown", Assert.Single(run.Of("keep")).Text("reason"));
        var size = new FileInfo(Photo("walk01.jpg")).Length + new FileInfo(Photo("walk03.jpg")).Length;
        Assert.Equal((2, size), (run.Count("safe_to_delete"), run.Summary.GetProperty("bytes_to_free").GetInt64()));
        Assert.Equal(3, Directory.GetFiles(Photos).Length);
    }

    [Fact]
    public async Task Nothing_is_safe_to_delete_while_the_service_is_at_work()
    {
        AWalk.Of(2).SaveTo(Photos);
        Service.AddFault("finish:never_process");
        (await UploadAsync()).Ends(0);

        var run = (await Program.RunAsync("verify", "1", "--safe-to-delete", "--trust", Service.Addresses.GraphUrl)).Ends(3);

        Assert.Equal((2, 0), (run.Count("missing"), run.Count("safe_to_delete")));
        Assert.Equal("processing", Assert.Single(run.Of("part")).Text("state"));
    }

    [Fact]
    public async Task A_file_that_changed_after_it_was_sent_is_kept()
    {
        AWalk.Of(3).SaveTo(Photos);
        (await UploadAsync("--follow")).Ends(0);
        await File.AppendAllTextAsync(Photo("walk02.jpg"), "x", TestContext.Current.CancellationToken);

        var run = (await Program.RunAsync("verify", "1", "--safe-to-delete", "--trust", Service.Addresses.GraphUrl)).Ends(3);

        Assert.Equal("changed-since-import", Assert.Single(run.Of("keep")).Text("reason"));
        Assert.Equal(2, run.Count("safe_to_delete"));
    }

    [Fact]
    public async Task What_only_practice_has_is_never_safe_to_delete()
    {
        AWalk.Of(2).SaveTo(Photos);
        (await UploadAsync("--to", "practice", "--follow")).Ends(0);

        var run = (await Program.RunAsync("verify", "1", "--safe-to-delete", "--trust", Service.Addresses.GraphUrl)).Ends(3);

        Assert.Equal((2, 0), (run.Count("visible"), run.Count("safe_to_delete")));
        Assert.All(run.Of("keep"), line => Assert.Equal("practice-only", line.Text("reason")));
    }

    [Fact]
    public async Task What_was_never_published_does_not_pass()
    {
        AWalk.Of(2).SaveTo(Photos);
        (await UploadAsync("--dry-run")).Ends(0);

        var run = (await Program.RunAsync("verify", "1", "--safe-to-delete", "--trust", Service.Addresses.GraphUrl)).Ends(3);

        Assert.Equal((0, 2, 0), (run.Count("parts"), run.Count("not_sent"), run.Count("safe_to_delete")));
        Assert.StartsWith("Nothing of 'Lake walk' was published", run.Summary.Text("error"), StringComparison.Ordinal);
        Assert.All(run.Of("keep"), line => Assert.Equal("dry-run-only", line.Text("reason")));
    }

    [Fact]
    public async Task Without_a_sign_in_nothing_is_said_to_be_safe()
    {
        AWalk.Of(2).SaveTo(Photos);
        (await UploadAsync("--follow")).Ends(0);
        Program.With("MAPILLARY_ACCESS_TOKEN", "");

        Assert.Empty((await Program.RunAsync("verify", "1", "--safe-to-delete", "--trust", Service.Addresses.GraphUrl)).Ends(4).Of("safe_to_delete"));
    }

    [Fact]
    public async Task A_destination_that_is_down_keeps_no_other_from_being_compared()
    {
        Program.With("MAPILLARY_V3_URL", Service.Addresses.V3.Url).With("MAPILLARY_V3_APP_ID", Service.Addresses.V3.AppId).With("MAPILLARY_V3_ACCESS_TOKEN", Service.Addresses.V3.AccessToken);
        AWalk.Of(2).SaveTo(Photos);
        (await UploadAsync("--to", "mapillary", "--to", "mapillary-v3", "--follow")).Ends(0);
        Service.AddFault("me:status=503:retry_after=86400");

        var run = (await Program.RunAsync("verify", "1", "--safe-to-delete", "--trust", Service.Addresses.GraphUrl, "--trust", Service.Addresses.V3.Url)).Ends(5);

        Assert.Equal("mapillary", Assert.Single(run.Of("look_failed")).Text("destination"));
        Assert.Equal(("mapillary-v3", "2"), (Assert.Single(run.Of("part")).Text("destination"), $"{run.Count("visible")}"));
        Assert.All(run.Of("keep"), line => Assert.Equal(("mapillary", "not-verified"), (line.Text("destination"), line.Text("reason"))));
        Assert.Equal((0, 5), (run.Count("safe_to_delete"), run.Count("exit_code")));
        Assert.StartsWith("mapillary: ", run.Summary.Text("error"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Trust_in_an_address_that_no_destination_has_is_refused_and_those_that_have_one_are_named()
    {
        AWalk.Of(2).SaveTo(Photos);
        (await UploadAsync()).Ends(0);

        var refused = (await Program.RunAsync("verify", "1", "--safe-to-delete", "--trust", "http://127.0.0.1:1")).Ends(2);

        Assert.Contains("no destination is at 'http://127.0.0.1:1'", refused.Summary.Text("error"), StringComparison.Ordinal);
        Assert.Contains(Service.Addresses.GraphUrl, refused.Summary.Text("error"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task For_people_it_is_a_table_with_what_could_be_freed()
    {
        AWalk.Of(2).SaveTo(Photos);
        (await UploadAsync("--follow")).Ends(0);

        var output = (await Program.RunForPeopleAsync("verify", "1", "--safe-to-delete", "--trust", Service.Addresses.GraphUrl)).Ends(0).Output;

        Assert.Contains("2 match, 0 missing, 0 differ", output, StringComparison.Ordinal);
        Assert.Contains(Photo("walk01.jpg"), output, StringComparison.Ordinal);
        Assert.Contains("Safe to delete: 2 photos", output, StringComparison.Ordinal);
        Assert.Contains("Nothing was deleted", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_lies_at_a_stand_in_is_never_safe_to_delete_and_the_stand_in_is_named()
    {
        AWalk.Of(2).SaveTo(Photos);
        (await UploadAsync("--follow")).Ends(0);

        var run = (await Program.RunAsync("verify", "1", "--safe-to-delete")).Ends(3);

        Assert.Equal((2, 0), (run.Count("visible"), run.Count("safe_to_delete")));
        Assert.Empty(run.Of("safe_to_delete"));
        Assert.All(run.Of("keep"), line => Assert.Equal("stand-in-only", line.Text("reason")));
        Assert.Contains($"By your settings 'mapillary' is {Service.Addresses.GraphUrl}, not the live service", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Why_many_photos_are_kept_is_said_once_and_only_stand_ins_that_have_them_are_named()
    {
        AWalk.Of(3).SaveTo(Photos);
        Program.With("MAPILLARY_V3_URL", Service.Addresses.V3.Url);
        (await UploadAsync("--follow")).Ends(0);

        var words = (await Program.RunForPeopleAsync("verify", "1", "--safe-to-delete")).Ends(3).Output;

        Assert.Equal(2, words.Split("(stand-in-only)").Length);
        Assert.Contains("walk01.jpg, walk02.jpg, walk03.jpg", words, StringComparison.Ordinal);
        Assert.DoesNotContain("mapillary-v3", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_image_that_vanished_is_not_called_visible_by_any_verb()
    {
        AWalk.Of(3).SaveTo(Photos);
        (await UploadAsync("--follow")).Ends(0);
        AskCatalog<object?>("UPDATE life_line SET reason = 'image-gone' WHERE path LIKE '%walk02.jpg'");

        var states = (await Program.RunAsync("show", "1")).Ends(0).Of("photo").Select(photo => photo.GetProperty("states")[0].Text("state"));
        var part = Assert.Single((await Program.RunAsync("status", "1")).Of("part"));

        Assert.Equal(["visible", "missing", "visible"], states);
        Assert.Equal((2, 1), (part.Number("visible"), part.Number("missing")));
    }

    [Fact]
    public async Task Photos_that_two_sequences_share_are_verified_and_judged_with_either()
    {
        AWalk.Of(4).SaveTo(Photos);
        (await UploadAsync("--follow")).Ends(0);
        (await Program.RunAsync("import", Photo("walk03.jpg"), Photo("walk04.jpg"), "--name", "Its end", "--transport", "Earth-Walk")).Ends(0);

        var run = (await Program.RunAsync("verify", "2", "--safe-to-delete", "--trust", Service.Addresses.GraphUrl)).Ends(0);

        Assert.Equal((1, 2, 2, 0, 2), (run.Count("parts"), run.Count("photos"), run.Count("visible"), run.Count("not_sent"), run.Count("safe_to_delete")));
        Assert.Equal("1", Assert.Single(run.Of("part")).Text("sequence_id"));
        Assert.Empty(run.Of("keep"));
    }

    [Fact]
    public async Task What_stands_at_a_stand_in_is_told_as_such_before_anybody_deletes()
    {
        foreach (var (name, value) in Service.V3Environment())
        {
            Program.With(name, value);
        }

        AWalk.Of(2).SaveTo(Photos);
        (await UploadAsync("--to", "mapillary-v3", "--follow")).Ends(0);

        var output = (await Program.RunForPeopleAsync("verify", "1", "--safe-to-delete", "--trust", Service.Addresses.V3.Url)).Ends(0).Output;

        Assert.Contains($"Mind that 'mapillary-v3' is {Service.Addresses.V3.Url} here", output, StringComparison.Ordinal);
    }
}
