using MapThePaths.Tests.Fixtures;

namespace MapThePaths.Tests.Flows;

public sealed class SendingAgain : AFlow
{
    [Fact]
    public async Task What_is_left_out_after_it_was_sent_is_told_to_be_there_still()
    {
        AWalk.Of(4).SaveTo(Photos);
        (await UploadAsync("--follow")).Ends(0);
        (await Program.RunAsync("edit", "1", "--remove", "walk01.jpg", "--remove", "walk02.jpg")).Ends(0);

        var plan = (await Program.RunAsync("plan", "1")).Ends(0);

        Assert.Contains("2 of those left out are at mapillary already: leaving them out now takes nothing away there.", plan.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_send_sends_nothing()
    {
        AWalk.Of(4).SaveTo(Photos);
        (await UploadAsync("--follow")).Ends(0);
        var before = await Service.StateAsync();

        var run = (await Program.RunAsync("send", "1")).Ends(0);

        var after = await Service.StateAsync();
        Assert.Equal("4 photos, 4 already_sent, 4 visible", run.Counts());
        Assert.Equal(before.CallsOf("upload"), after.CallsOf("upload"));
        Assert.Equal(before.CallsOf("manifest"), after.CallsOf("manifest"));
        Assert.Single(after.FinishCalls);
    }

    [Fact]
    public async Task The_same_upload_again_sends_nothing()
    {
        AWalk.Of(4).SaveTo(Photos);
        (await UploadAsync("--follow")).Ends(0);

        var run = (await UploadAsync("--follow")).Ends(0);

        Assert.Equal("4 photos, 4 already_sent, 4 visible", run.Counts());
        await PublishedOnceAsync(4);
        Assert.Equal(4, (await Service.StateAsync()).CallsOf("upload"));
    }

    [Fact]
    public async Task A_catalog_from_before_still_tells_which_headings_were_corrected()
    {
        AWalk.Of(3).SaveTo(Photos);
        (await UploadAsync()).Ends(0);
        CatalogIsOfVersion10();
        Assert.Equal(0, (await Program.RunAsync("plan", "1")).Ends(0).Count("corrected"));

        (await Program.RunAsync("edit", "1", "--heading-offset", "90")).Ends(0);

        Assert.Equal(["sent-with-other-heading"], (await Program.RunAsync("plan", "1")).Ends(0).Of("corrected").SelectMany(line => line.GetProperty("reasons").EnumerateArray()).Select(reason => reason.GetString()).Distinct());
    }

    [Theory]
    [InlineData(false, "--heading-offset", "90")]
    [InlineData(false, "--headings", "compute", "--heading-offset", "90")]
    [InlineData(true, "--headings", "compute")]
    public async Task Headings_that_are_computed_or_turned_by_an_edit_are_told_as_corrected(bool hasHeadings, params string[] edit)
    {
        SaveWalk(hasHeadings);
        (await UploadAsync()).Ends(0);
        Assert.Equal(0, (await Program.RunAsync("plan", "1")).Ends(0).Count("corrected"));

        (await Program.RunAsync(["edit", "1", .. edit])).Ends(0);

        ProgramRun[] runs = [(await Program.RunAsync("plan", "1")).Ends(0), (await Program.RunAsync("send", "1")).Ends(0)];
        Assert.All(runs, run => Assert.Equal(Enumerable.Repeat("sent-with-other-heading", 4), Corrected(run).Select(photo => photo.Reason)));
        (await Program.RunAsync("send", "1", "--resend")).Ends(0);
        Assert.Equal(0, (await Program.RunAsync("plan", "1")).Ends(0).Count("corrected"));
        (await Program.RunAsync("undo", "1")).Ends(0);
        Assert.Equal(4, (await Program.RunAsync("plan", "1")).Ends(0).Count("corrected"));
    }

    [Fact]
    public async Task A_computed_heading_that_follows_another_neighbour_is_no_correction()
    {
        SaveWalk(hasHeadings: false);
        (await UploadAsync()).Ends(0);

        (await Program.RunAsync("edit", "1", "--remove", "3.jpg")).Ends(0);

        Assert.Equal(0, (await Program.RunAsync("plan", "1")).Ends(0).Count("corrected"));
    }

    [Fact]
    public async Task What_is_sent_and_not_visible_yet_is_not_sent_again()
    {
        AWalk.Of(3).SaveTo(Photos);
        Service.AddFault("finish:never_process");
        (await UploadAsync()).Ends(0);

        var run = (await UploadAsync()).Ends(0);

        Assert.Equal("3 photos, 3 already_sent", run.Counts());
        await PublishedOnceAsync(3);
    }

    [Fact]
    public async Task The_same_photos_under_the_name_in_another_case_go_on_with_that_sequence()
    {
        AWalk.Of(3).SaveTo(Photos);
        (await UploadAsync()).Ends(0);

        var run = (await Program.RunAsync("upload", Photos, "--name", "LAKE walk ", "--transport", "Earth-Walk")).Ends(0);

        Assert.Equal("1", run.Of("sequence")[0].Text("id"));
        Assert.Equal(3, run.Count("already_sent"));
        Assert.Equal(1, (await Program.RunAsync("list")).Count("count"));
    }

    [Fact]
    public async Task The_same_photos_under_another_name_are_there_already()
    {
        AWalk.Of(3).SaveTo(Photos);
        (await UploadAsync()).Ends(0);

        var run = (await Program.RunAsync("upload", Photos, "--name", "Another", "--transport", "Earth-Walk")).Ends(0);

        Assert.Equal(3, run.Count("already_sent"));
        await PublishedOnceAsync(3);
    }

    [Fact]
    public async Task Photos_that_were_moved_to_another_folder_are_still_the_same_photos()
    {
        AWalk.Of(3).SaveTo(Photos);
        (await UploadAsync("--follow")).Ends(0);
        var elsewhere = Path.Combine(Program.WorkingFolder, "card");
        Directory.Move(Photos, elsewhere);

        var run = (await Program.RunAsync(Uploading(elsewhere))).Ends(0);

        Assert.Equal("3 photos, 3 already_sent, 3 visible", run.Counts());
        Assert.Single((await Service.StateAsync()).FinishCalls);
    }

    [Fact]
    public async Task A_sent_photo_whose_original_is_gone_stays_in_the_sequence_that_is_imported_again()
    {
        AWalk.Of(4).SaveTo(Photos);
        (await UploadAsync("--follow")).Ends(0);
        File.Delete(Photo(AWalk.NameOf(2)));

        var run = (await UploadAsync()).Ends(0);

        Assert.Equal("4 photos, 4 already_sent, 4 visible", run.Counts());
        Assert.Equal(4, (await Program.RunAsync("show", "1")).Ends(0).Of("photo").Count);
        Assert.Equal("4 photos, 4 already_sent, 4 visible", (await UploadAsync()).Ends(0).Counts());
        (await Program.RunAsync("import", Photo(AWalk.NameOf(1)), Photo(AWalk.NameOf(3)), "--name", "Lake walk", "--transport", "Earth-Walk")).Ends(2);
    }

    [Fact]
    public async Task Photos_that_another_program_geotagged_anew_are_told_as_corrected_and_not_sent_again()
    {
        var walk = AWalk.Of(3);
        walk.SaveTo(Photos);
        (await UploadAsync("--follow")).Ends(0);
        walk.Elsewhere().SaveTo(Photos);

        var run = (await UploadAsync()).Ends(0);

        Assert.Equal("3 photos, 3 already_sent, 3 visible", run.Counts());
        Assert.All(run.Of("corrected"), line => Assert.Equal("sent-with-other-position", Assert.Single(line.GetProperty("reasons").EnumerateArray()).GetString()));
        Assert.Equal(3, run.Of("corrected").Count);
        Assert.Single((await Service.StateAsync()).FinishCalls);
        var shown = (await Program.RunAsync("show", "1")).Ends(0).Of("photo");
        Assert.All(shown, photo => Assert.Equal("visible", Assert.Single(photo.GetProperty("states").EnumerateArray()).Text("state")));
    }

    [Fact]
    public async Task A_photo_whose_picture_was_worked_on_since_is_told_as_corrected_and_sent_again_only_on_purpose()
    {
        AWalk.Of(3).SaveTo(Photos);
        (await UploadAsync("--follow")).Ends(0);
        AWalk.Of(3).OfSize(9_000).Photo(2).SaveTo(Photo(AWalk.NameOf(2)));

        var run = (await UploadAsync()).Ends(0);

        Assert.Equal("3 photos, 3 already_sent, 3 visible", run.Counts());
        Assert.Equal((Photo(AWalk.NameOf(2)), "sent-with-other-picture"), Assert.Single(Corrected(run)));
        Assert.Single((await Service.StateAsync()).FinishCalls);
        Assert.Equal("1 sent", (await Program.RunAsync("send", "1", "--resend", AWalk.NameOf(2))).Ends(0).Counts().Split(", ")[1]);
        Assert.Empty(Corrected((await Program.RunAsync("plan", "1")).Ends(0)));
    }

    [Fact]
    public async Task Another_photo_under_the_name_of_one_that_was_sent_is_sent()
    {
        AWalk.Of(3).SaveTo(Photos);
        (await UploadAsync()).Ends(0);
        AWalk.Of(4).OfSize(9_000).Photo(4).SaveTo(Photo(AWalk.NameOf(2)));

        var run = (await UploadAsync()).Ends(0);

        Assert.Equal("3 photos, 1 sent, 2 already_sent", run.Counts());
        Assert.Empty(Corrected(run));
    }

    [Fact]
    public async Task A_photo_of_a_burst_that_took_the_name_of_another_is_still_itself()
    {
        var other = AWalk.Of(1).OfSize(9_000).Photo(1);
        AWalk.Of(2).SaveTo(Photos);
        (await UploadAsync()).Ends(0);
        var elsewhere = Directory.CreateDirectory(Path.Combine(Photos, "..", "burst")).FullName;
        other.SaveTo(Path.Combine(elsewhere, "burst.jpg"));
        AWalk.Of(3).Photo(3).SaveTo(Path.Combine(elsewhere, "later.jpg"));
        (await Program.RunAsync("import", elsewhere, "--name", "Burst", "--transport", "Earth-Walk")).Ends(0);
        other.Altitude(52).SaveTo(Photo(AWalk.NameOf(1)));

        var run = (await UploadAsync()).Ends(0);

        Assert.Equal("2 photos, 1 sent, 1 already_sent", run.Counts());
        Assert.Empty(Corrected(run));
    }

    [Fact]
    public async Task Photos_sent_by_one_user_are_sent_for_another_user_too()
    {
        AWalk.Of(2).SaveTo(Photos);
        (await UploadAsync()).Ends(0);
        Program.With("MAPILLARY_ACCESS_TOKEN", Service.TokenOf("somebody"));

        var run = (await UploadAsync("--follow")).Ends(0);

        Assert.Equal(2, run.Count("sent"));
        Assert.Equal(2, (await Service.StateAsync()).Clusters.Count);
    }

    [Fact]
    public async Task Status_of_a_whole_sequence_asks_the_service_nothing()
    {
        AWalk.Of(2).SaveTo(Photos);
        (await UploadAsync("--follow")).Ends(0);
        var before = (await Service.StateAsync()).CallsOf("images");

        var run = (await Program.RunAsync("status")).Ends(0);

        Assert.Equal("live", Assert.Single(run.Of("part")).Text("state"));
        Assert.Equal(2, run.Count("visible"));
        Assert.Equal(before, (await Service.StateAsync()).CallsOf("images"));
    }

    // Each step in another direction.
    private void SaveWalk(bool hasHeadings)
    {
        foreach (var i in Enumerable.Range(1, 4))
        {
            var photo = APhoto.At(47 + (i * 0.0001), 8 + (i * i * 0.0001)).TakenUtc($"2023-05-10 10:00:0{i}").Camera("Trek", "One");
            (hasHeadings ? photo.Facing(200) : photo).SaveTo(Photo($"{i}.jpg"));
        }
    }

    private static IEnumerable<(string? Path, string? Reason)> Corrected(ProgramRun run) => run.Of("corrected")
        .SelectMany(line => line.GetProperty("reasons").EnumerateArray(), (line, reason) => (line.Text("path"), reason.GetString()));
}
