using MapThePaths.Tests.Fixtures;

namespace MapThePaths.Tests.Flows;

/// <summary>Wrong usage ends with 2, says what would be right, and sends nothing.</summary>
public sealed class AskedWrongly : AFlow
{
    [Fact]
    public async Task An_empty_folder_has_no_photos()
    {
        var folder = Photos;

        await IsWrongAsync("no photos", Uploading(folder));
        await IsWrongAsync("no photos", "inspect", folder);
    }

    [Fact]
    public async Task A_path_that_does_not_exist_is_named()
    {
        await IsWrongAsync("nowhere does not exist", Uploading(Photo("nowhere")));
        await IsWrongAsync("nowhere does not exist", "inspect", Photo("nowhere"));
    }

    [Theory]
    [InlineData("send")]
    [InlineData("plan")]
    [InlineData("show")]
    [InlineData("status")]
    public Task An_unknown_sequence_is_named(string verb) => IsWrongAsync("no sequence '42'", verb, "42");

    [Fact]
    public Task An_unknown_option_is_named() => IsWrongAsync("--colour", "list", "--colour");

    [Fact]
    public Task An_unknown_verb_is_named() => IsWrongAsync("fly", "fly");

    [Theory]
    [InlineData("'upload'", "uplaod")]
    [InlineData("'--json'", "list", "--jsno")]
    [InlineData("'--name'", "upload", "photos", "--nam", "x", "--transport", "Earth-Walk")]
    [InlineData("'--name'", "import", "photos", "--nam", "x", "--transport", "Earth-Walk")]
    public Task What_is_nearly_right_is_asked_for(string meant, params string[] arguments) => IsWrongAsync($"Did you mean {meant}?", arguments);

    [Fact]
    public async Task A_mistyped_transport_type_is_asked_for()
    {
        AWalk.Of(2).SaveTo(Photos);

        await IsWrongAsync("Did you mean 'Earth-Walk'?", "import", Photos, "--name", "x", "--transport", "Earth-Wlak");
    }

    [Fact]
    public async Task An_unknown_destination_is_told_the_known_ones()
    {
        AWalk.Of(2).SaveTo(Photos);

        await IsWrongAsync("mapillary, ", Uploading(Photos, "--to", "flickr"));
        Assert.Equal(0, (await Program.RunAsync("list")).Count("count"));
    }

    [Fact]
    public async Task Other_photos_under_a_taken_name_in_any_case_are_refused()
    {
        AWalk.Of(2).SaveTo(Photos);
        (await UploadAsync()).Ends(0);
        var other = AWalk.Of(2).Elsewhere().SaveTo(Path.Combine(Program.WorkingFolder, "other"));

        await IsWrongAsync("already", "upload", other, "--name", "LAKE WALK", "--transport", "Earth-Walk");
        Assert.Equal(2, (await Service.StateAsync()).Photos.Count());
    }

    [Fact]
    public async Task A_photo_more_under_a_taken_name_is_refused()
    {
        AWalk.Of(3).SaveTo(Photos);
        (await UploadAsync()).Ends(0);
        AWalk.Of(4).Photo(4).SaveTo(Photo("more.jpg"));

        await IsWrongAsync("already", Uploading(Photos));
    }

    [Theory]
    [InlineData("transport type", "--name", "x", "--transport", "Earth-Teleport")]
    [InlineData("100 characters", "--name", "0123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789x", "--transport", "Earth-Walk")]
    [InlineData("100 characters", "--name", " ", "--transport", "Earth-Walk")]
    [InlineData("tag", "--name", "x", "--transport", "Earth-Walk", "--tag", "two words")]
    [InlineData("time zone", "--name", "x", "--transport", "Earth-Walk", "--time-zone", "Europe/Nowhere")]
    [InlineData("--max-gap", "--name", "x", "--transport", "Earth-Walk", "--max-gap", "-1")]
    [InlineData("--max-jump", "--name", "x", "--transport", "Earth-Walk", "--max-jump", "far")]
    [InlineData("--name", "--transport", "Earth-Walk")]
    [InlineData("--transport", "--name", "x")]
    public async Task What_describes_a_sequence_wrongly_is_named(string named, params string[] options)
    {
        AWalk.Of(2).SaveTo(Photos);

        await IsWrongAsync(named, ["import", Photos, .. options]);
    }

    [Theory]
    [InlineData("--port takes a number from 0 to 65535", "emulate", "--port", "80x")]
    [InlineData("--port takes a number from 0 to 65535", "serve", "--port", "99999")]
    [InlineData("--processing-seconds takes a number", "emulate", "--processing-seconds", "soon")]
    [InlineData("--wait-seconds takes a number from 1 to 86400", "login", "mapillary", "--wait-seconds", "x")]
    [InlineData("--parallel takes a number from 1 to", "send", "1", "--parallel", "many")]
    [InlineData("--max-photos takes a whole number", "plan", "1", "--max-photos", "2.5")]
    [InlineData("--duplicate-metres takes a number", "plan", "1", "--duplicate-metres", "2,5")]
    [InlineData("--outlier-metres takes a number", "edit", "1", "--outliers", "drop", "--outlier-metres", "x")]
    [InlineData("--shift-time", "edit", "1", "--shift-time", "2,5")]
    public async Task What_is_no_number_is_answered_with_what_was_expected(string expected, params string[] arguments)
    {
        AWalk.Of(2).SaveTo(Photos);
        (await Program.RunAsync(["import", .. Uploading(Photos)[1..]])).Ends(0);

        var run = (await Program.RunAsync(arguments)).Ends(2);

        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("System.", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_fault_rule_is_answered_with_the_right_words() =>
        await IsWrongAsync("lose_reply", "emulate", "--fault", "upload:lose_everything");

    [Fact]
    public async Task Without_json_the_complaint_stands_on_standard_error_alone()
    {
        var run = (await Program.RunForPeopleAsync("show", "42")).Ends(2);

        Assert.Empty(run.Output);
        Assert.StartsWith("mtpdu: There is no sequence '42'.", run.Error, StringComparison.Ordinal);
    }

    private async Task IsWrongAsync(string complaint, params string[] arguments)
    {
        var run = (await Program.RunAsync(arguments)).Ends(2);

        Assert.Contains(complaint, run.Error, StringComparison.Ordinal);
        Assert.Contains(complaint, run.Summary.Text("error"), StringComparison.Ordinal);
        Assert.EndsWith($"mtpdu: {run.Summary.Text("error")}\n", run.Error, StringComparison.Ordinal);
    }
}
