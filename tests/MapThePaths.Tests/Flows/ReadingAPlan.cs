using System.Text.RegularExpressions;
using System.Xml.Linq;
using MapThePaths.Tests.Fixtures;

namespace MapThePaths.Tests.Flows;

/// <summary>A plan that a person reads: the table on a terminal, and the page.</summary>
public sealed partial class ReadingAPlan : AFlow
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task The_page_asks_for_nothing_and_shows_the_users_words_as_they_are()
    {
        const string Evil = "<script>alert('x')</script>\"&<img src=x onerror=alert(1)>";
        AWalk.Of(4).SaveTo(Photos);
        File.Move(Photo("walk04.jpg"), Photo("<b onclick='x'>&\".jpg"));
        (await Program.RunAsync("import", Photos, "--name", Evil, "--description", Evil, "--transport", "Earth-Walk")).Ends(0);

        var page = await PageAsync();

        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<b onclick", page, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("default-src 'none'", page, StringComparison.Ordinal);
        Assert.DoesNotMatch(Requests(), page);
        Assert.Contains("&lt;script&gt;alert(&#x27;x&#x27;)&lt;/script&gt;", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_map_has_a_line_for_each_part_a_cut_between_them_and_an_arrow_for_each_photo()
    {
        AWalk.Of(6).WithPauseBefore(4).SaveTo(Photos);
        APhoto.Anywhere().TakenUtc("2023-05-10 10:00:05").SaveTo(Photo("lost.jpg"));
        (await Program.RunAsync("import", Photos, "--name", "Walk", "--transport", "Earth-Walk")).Ends(0);
        (await Program.RunAsync("edit", "1", "--remove", "walk02.jpg")).Ends(0);

        var page = await PageAsync();
        var map = XElement.Parse(page[page.IndexOf("<svg", StringComparison.Ordinal)..(page.IndexOf("</svg>", StringComparison.Ordinal) + 6)]);

        Assert.Equal((2, 1, 5, 1), (Count("polyline", "way"), Count("line", "cut"), Count("path", "arrow"), Count("path", "cross")));
        Assert.Contains("walk02.jpg is left out: it was removed by an edit", map.Value, StringComparison.Ordinal);
        Assert.Contains("rotate(10.0)", map.ToString(), StringComparison.Ordinal);
        Assert.Contains("has no GPS position", page, StringComparison.Ordinal);
        Assert.Contains("after a pause of 2 min 2 s", page, StringComparison.Ordinal);

        int Count(string element, string kind) => map.Descendants(element).Count(found => found.Attribute("class")?.Value.Split(' ')[0] == kind);
    }

    [Fact]
    public async Task Doubts_and_what_a_doctor_proposes_stand_there_in_words()
    {
        for (var i = 0; i < 4; i++)
        {
            APhoto.At(47 + (i * 0.0001), 8).TakenUtc($"2023-05-11 10:00:{i * 5:00}").TakenByClock($"2023-05-10 12:00:{i * 5:00}").SaveTo(Photo($"p{i}.jpg"));
        }

        (await Program.RunAsync("import", Photos, "--name", "Walk", "--transport", "Earth-Walk")).Ends(0);

        var page = await PageAsync();
        var table = (await Program.RunForPeopleAsync("plan", "1")).Output;

        Assert.Contains("  Doubt in 4 photos: each has a GPS date about a day away from its camera date (gps-date-off). Check which date is right.", table, StringComparison.Ordinal);
        Assert.Contains("<summary><b>4</b> <span>has no heading of its own; it looks towards the next photo <code>heading-computed</code></span></summary>", page, StringComparison.Ordinal);
        Assert.Contains("<b>4</b> <span>has a GPS date about a day away from its camera date <code>gps-date-off</code><small>Check which date is right.</small>", page, StringComparison.Ordinal);
        Assert.Contains("If the GPS date is right and the clock&#x27;s is not, leave it.", page, StringComparison.Ordinal);
        Assert.Contains("<p>0 of 4 photos match now, 4 would match with:</p><pre>mtpdu edit 1 --shift-time -86400</pre>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_said_to_cut_nowhere_cuts_nowhere()
    {
        // Three places, minutes and a kilometre apart; at the last one half a kilometre within two seconds.
        for (var i = 0; i < 6; i++)
        {
            APhoto.At(47 + (i / 2 * 0.01) + (i * (i == 5 ? 0.001 : 0.00005)), 8).TakenUtc($"2023-05-10 10:{i / 2 * 7:00}:{i * 2:00}").SaveTo(Photo($"p{i}.jpg"));
        }

        (await Program.RunAsync("import", Photos, "--name", "Walk", "--transport", "Earth-Car")).Ends(0);

        var hint = Hints().Match((await Program.RunForPeopleAsync("plan", "1")).Ends(0).Output);
        var run = await Program.RunForPeopleAsync(["plan", "1", .. hint.Groups["options"].Value.Split(' ')]);

        Assert.StartsWith("2 cuts at a pause of more than 1 min, the longest 7 min 2 s; 1 cut at a jump of more than 100 m", hint.Value, StringComparison.Ordinal);
        Assert.DoesNotMatch(Hints(), run.Ends(0).Output);
        Assert.Contains("6 photos in 1 part,", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_names_no_folder_not_even_a_tracks()
    {
        for (var i = 0; i < 30; i++)
        {
            APhoto.Anywhere().TakenUtc($"2026-05-01 12:1{i / 30}:{i * 2:00}").SaveTo(Photo($"p{i:00}.jpg"));
        }

        var track = ATrack.Walk(610).SaveTo(_folder["day.gpx"]);
        (await Program.RunAsync("import", Photos, "--name", "Walk", "--transport", "Earth-Walk")).Ends(0);
        (await Program.RunAsync("edit", "1", "--geotag", track)).Ends(0);

        var page = await PageAsync();

        Assert.Contains("mtpdu undo 1 &amp;&amp; mtpdu edit 1 --shift-time -600 --geotag day.gpx<", page, StringComparison.Ordinal);
        Assert.DoesNotContain(_folder.Path, page, StringComparison.Ordinal);
        Assert.DoesNotContain(Photos, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_is_renewed_and_nothing_else_is_overwritten()
    {
        AWalk.Of(2).SaveTo(Photos);
        (await Program.RunAsync("import", Photos, "--name", "Walk", "--transport", "Earth-Walk")).Ends(0);
        await PageAsync();
        await PageAsync();

        var run = (await Program.RunAsync("plan", "1", "--html", Photo("walk01.jpg"))).Ends(2);

        Assert.Contains("Give the page another name", run.Error, StringComparison.Ordinal);
        Assert.Equal(["plan.html"], Directory.EnumerateFiles(_folder.Path).Select(Path.GetFileName));
    }

    [Fact]
    public async Task A_page_that_may_not_be_written_is_told_with_what_to_do()
    {
        AWalk.Of(2).SaveTo(Photos);
        (await Program.RunAsync("import", Photos, "--name", "Walk", "--transport", "Earth-Walk")).Ends(0);

        var run = (await Program.RunAsync("plan", "1", "--html", Photos)).Ends(2);

        Assert.Contains("Check the disk and the folder's permissions, or give another file.", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("show")]
    [InlineData("plan")]
    public async Task Photos_that_stand_alone_are_not_said_to_go_anywhere(string verb)
    {
        AWalk.Of(3).WithPauseBefore(2).WithPauseBefore(3).SaveTo(Photos);
        (await Program.RunAsync("import", Photos, "--name", "Walk", "--transport", "Earth-Walk")).Ends(0);

        var words = (await Program.RunForPeopleAsync(verb, "1")).Output;

        Assert.Matches("(?m)^From 2023-", words);
        Assert.DoesNotContain("under way", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_plan_tells_how_far_and_how_long_each_part_and_the_whole_goes()
    {
        AWalk.Of(5).WithPauseBefore(4).SaveTo(Photos);
        (await Program.RunAsync("import", Photos, "--name", "Walk", "--transport", "Earth-Walk")).Ends(0);

        var plan = await Program.RunAsync("plan", "1");
        var show = await Program.RunAsync("show", "1");

        Assert.Equal([11.119, 5.56], plan.Of("part").Select(part => part.GetProperty("distance").GetDouble()));
        Assert.Equal((16.679, 128.0, 10.008), (Number("distance", plan), Number("duration", plan), Number("average_speed", plan)));
        Assert.Equal((16.679, 128.0, 10.008), (Number("distance", show), Number("duration", show), Number("average_speed", show)));
        Assert.Contains("17 m in 2 parts, 6 s under way, 10.0 km/h, from ", (await Program.RunForPeopleAsync("show", "1")).Output, StringComparison.Ordinal);

        static double Number(string member, ProgramRun run) => run.Summary.GetProperty(member).GetDouble();
    }

    private async Task<string> PageAsync()
    {
        (await Program.RunAsync("plan", "1", "--html", _folder["plan.html"])).Ends(0);
        return await File.ReadAllTextAsync(_folder["plan.html"], TestContext.Current.CancellationToken);
    }

    [GeneratedRegex(@"\d+ cuts? at a [^:]*: (?<options>--[^\n]*) would cut at none", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Hints();

    [GeneratedRegex(@"<[^>]*(\b(src|href|srcset|action|data)\s*=|https?:)|<(link|iframe|object|embed|base|form)\b|url\(|@import", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Requests();
}
