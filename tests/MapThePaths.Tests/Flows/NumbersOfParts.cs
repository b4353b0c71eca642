using System.Text.RegularExpressions;
using MapThePaths.Tests.Fixtures;

namespace MapThePaths.Tests.Flows;

/// <summary>A part has one number: the plan tells the one that the run gives, and everybody else tells that one.</summary>
public sealed partial class NumbersOfParts : AFlow
{
    [Fact]
    public async Task A_new_sequence_is_sent_as_it_is_planned()
    {
        await ImportAsync(AWalk.Of(6).WithPauseBefore(4));

        Assert.Equal("1 1 1 2 2 2", await SendsAsPlannedAsync());
        Assert.Equal("1 1 1 2 2 2", await PlannedAsync());
    }

    [Fact]
    public async Task A_part_whose_photos_went_with_another_sequence_has_none()
    {
        var first = Directory.CreateDirectory(Path.Combine(Program.WorkingFolder, "first")).FullName;
        AWalk.Of(3).SaveTo(first);
        await ImportAsync(AWalk.Of(6).WithPauseBefore(4));
        (await Program.RunAsync("upload", first, "--name", "First", "--transport", "Earth-Walk")).Ends(0);

        Assert.Equal("– – – 1 1 1", await SendsAsPlannedAsync());
        Assert.Equal("– – – 1 1 1", await PlannedAsync());
        Assert.Contains(" – ", (await Program.RunForPeopleAsync("plan", "1")).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("walk01.jpg walk02.jpg walk03.jpg", "2 2 2 1 1 1")]
    [InlineData("walk04.jpg walk05.jpg walk06.jpg", "1 1 1 2 2 2")]
    public async Task What_comes_later_counts_on_wherever_it_lies(string later, string numbers)
    {
        await ImportAsync(AWalk.Of(6).WithPauseBefore(4));
        (await Program.RunAsync(["edit", "1", "--remove", .. later.Split(' ')])).Ends(0);
        await SendsAsPlannedAsync();
        (await Program.RunAsync("undo", "1")).Ends(0);

        Assert.Equal(numbers, await SendsAsPlannedAsync());
        Assert.Equal(numbers, await PlannedAsync());
    }

    [Fact]
    public async Task What_is_sent_again_counts_on()
    {
        await ImportAsync(AWalk.Of(6).WithPauseBefore(4));
        await SendsAsPlannedAsync();

        var run = (await Program.RunForPeopleAsync("send", "1", "--resend", "walk05.jpg")).Ends(0).Output;

        Assert.Equal(["1", "3"], Rows().Matches(run).Select(row => row.Groups["part"].Value));
        Assert.Equal(["3"], Published().Matches(run).Select(part => part.Groups["part"].Value));
        Assert.Equal("1 1 1 2 3 2", await SendsAsPlannedAsync());
    }

    [Fact]
    public async Task A_run_that_was_stopped_goes_on_with_the_numbers_it_had()
    {
        await ImportAsync(AWalk.Of(6).WithPauseBefore(4));
        Service.AddFault("upload:delay=600000:after=2");
        await Program.KillAsync(() => Service.WhenAsync(state => state.CallsOf("upload") > 2), "send", "1", "--parallel", "1");
        Service.ClearFaults();

        Assert.Equal("1 1 1 2 2 2", await SendsAsPlannedAsync());
    }

    [Fact]
    public async Task A_part_that_was_never_published_and_has_other_photos_now_counts_on()
    {
        await ImportAsync(AWalk.Of(6).WithPauseBefore(4));
        Service.AddFault("finish:status=400");
        (await Program.RunAsync("send", "1")).Ends(5);
        Service.ClearFaults();
        (await Program.RunAsync("edit", "1", "--remove", "walk01.jpg")).Ends(0);

        Assert.Equal("3 3 2 2 2", await SendsAsPlannedAsync());
    }

    [Fact]
    public async Task Parts_of_another_account_at_the_same_destination_count_on_and_the_run_tells_that_plan()
    {
        await ImportAsync(AWalk.Of(6).WithPauseBefore(4));
        await SendsAsPlannedAsync();
        Program.With("MAPILLARY_ACCESS_TOKEN", Service.TokenOf("bob"));

        var run = (await Program.RunForPeopleAsync("send", "1")).Ends(0).Output;

        Assert.Equal(["3", "4"], Rows().Matches(run).Select(row => row.Groups["part"].Value));
        Assert.Equal(["3", "4"], Published().Matches(run).Select(part => part.Groups["part"].Value).Order(StringComparer.Ordinal));
        Assert.Equal(["1", "2", "3", "4"], (await Program.RunAsync("status", "1")).Of("part").Select(part => part.Text("part")).Distinct().Order(StringComparer.Ordinal));
    }

    private async Task ImportAsync(AWalk walk)
    {
        walk.SaveTo(Photos);
        (await Program.RunAsync("import", Photos, "--name", "Walk", "--transport", "Earth-Walk")).Ends(0);
    }

    // The number of each photo's part when all is sent. What was not there before has the number that the plan told, and the others tell the same ones.
    private async Task<string> SendsAsPlannedAsync()
    {
        var (planned, before) = ((await PlannedAsync()).Split(' '), await ShownAsync());
        var run = (await Program.RunAsync("send", "1")).Ends(0);
        var after = await ShownAsync();

        Assert.All(after.Index(), photo => Assert.True(
            before[photo.Index].IsThere || photo.Item.Part == planned[photo.Index], $"Photo {photo.Index + 1} was planned for part {planned[photo.Index]} and went with {photo.Item.Part}."));
        var numbers = after.Select(photo => photo.Part).Where(part => part != "–").Distinct().Order(StringComparer.Ordinal).ToList();
        Assert.Equal(numbers, (await Program.RunAsync("status", "1")).Of("part").Select(part => part.Text("part")).Distinct().Order(StringComparer.Ordinal));
        Assert.Subset(numbers.ToHashSet(), run.Of("part").Select(part => part.Text("part")!).ToHashSet());
        return string.Join(' ', after.Select(photo => photo.Part));
    }

    private async Task<List<(string Part, bool IsThere)>> ShownAsync() => [..
        from photo in (await Program.RunAsync("show", "1")).Ends(0).Of("photo")
        where photo.Text("reason") is null
        let state = photo.GetProperty("states").EnumerateArray().SingleOrDefault()
        select state.ValueKind == default ? ("–", false) : (state.Text("sequence_id") == "1" ? state.Text("part")! : "–", state.Text("state") is "published" or "visible")];

    // A number for each photo that takes part, in order; a dash where its part has none.
    private async Task<string> PlannedAsync() => string.Join(' ', (await Program.RunAsync("plan", "1")).Ends(0).Of("part")
        .SelectMany(part => Enumerable.Repeat(part.Text("part") ?? "–", part.Number("photos"))));

    [GeneratedRegex(@"^ +(?<part>\d+|–) +\d+ ", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 1000)]
    private static partial Regex Rows();

    [GeneratedRegex(@"^ +part (?<part>\d+)( at .*)? is published", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 1000)]
    private static partial Regex Published();
}
