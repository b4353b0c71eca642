using System.Net;
using System.Text.Json;
using MapThePaths.Core.Geo;
using MapThePaths.Core.Sequencing;
using MapThePaths.Tests.Fixtures;
using NodaTime;

namespace MapThePaths.Tests.Web;

/// <summary>Edits are looked at before they are made, and can be taken back.</summary>
public sealed class Editing : APageOfAWalk
{
    [Fact]
    public async Task A_preview_shows_the_edit_and_stores_nothing()
    {
        var page = await OpenAsync();
        var id = await ImportAsync(page);
        var before = await page.GetAsync($"/api/sequences/{id}/photos");
        var first = before.GetProperty("ids")[0].GetInt64();

        var preview = await page.PostAsync($"/api/sequences/{id}/preview", new { kind = "remove", photos = new[] { first } });

        Assert.Contains("removed", preview.Text("text"), StringComparison.Ordinal);
        Assert.Equal([first], LeftOutOf(preview.GetProperty("photos")));
        Assert.Empty(LeftOutOf(await page.GetAsync($"/api/sequences/{id}/photos")));
        Assert.Empty((await page.GetAsync($"/api/sequences/{id}")).GetProperty("edits").EnumerateArray());
    }

    [Fact]
    public async Task An_edit_is_made_undone_and_done_again()
    {
        var page = await OpenAsync();
        var id = await ImportAsync(page);
        var first = (await page.GetAsync($"/api/sequences/{id}/photos")).GetProperty("ids")[0].GetInt64();

        var made = await page.PostAsync($"/api/sequences/{id}/edits", new { photos = new[] { first }, kind = "remove" });
        var undone = await page.PostAsync($"/api/sequences/{id}/undo");
        var again = await page.PostAsync($"/api/sequences/{id}/redo");

        Assert.Equal((1, 1, true, false), StateOf(made));
        Assert.Contains("removed", made.GetProperty("edits")[0].GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Equal((0, 0, false, true), StateOf(undone));
        Assert.Equal((1, 1, true, false), StateOf(again));
        Assert.Equal([first], LeftOutOf(await page.GetAsync($"/api/sequences/{id}/photos")));
        Assert.Equal(HttpStatusCode.BadRequest, (await page.RefusedAsync(HttpMethod.Post, $"/api/sequences/{id}/redo", new { })).Status);
    }

    private static readonly string[] Wishes = [
        """{"kind":"shift_time","seconds":-3600}""",
        """{"kind":"space","by":"metres","least":1}""",
        """{"kind":"outliers","mode":"smooth","metres":50}""",
        """{"kind":"outliers","mode":"drop","kilometresPerHour":200}""",
        """{"kind":"heading_offset","degrees":90}""",
        """{"kind":"headings","source":"compute"}""",
        """{"kind":"privacy","latitude":10,"longitude":10,"metres":100}""",
        """{"kind":"trim","end":"end","metres":0.5}""",
    ];

    [Fact]
    public async Task Every_kind_of_edit_can_be_made()
    {
        var page = await OpenAsync();
        var id = await ImportAsync(page);

        foreach (var wish in Wishes)
        {
            var made = await page.PostAsync($"/api/sequences/{id}/edits", JsonElement.Parse(wish));
            Assert.True(made.GetProperty("canUndo").GetBoolean());
            Assert.Equal((wish, 1), (wish, made.GetProperty("edits").GetArrayLength()));
            await page.PostAsync($"/api/sequences/{id}/undo");
        }
    }

    [Fact]
    public async Task An_edit_that_cannot_be_made_is_refused_in_words()
    {
        var page = await OpenAsync();
        var id = await ImportAsync(page);

        int[] strangers = [99_999];
        var unknown = await page.RefusedAsync(HttpMethod.Post, $"/api/sequences/{id}/edits", new { kind = "remove", photos = strangers });
        var nothing = await page.RefusedAsync(HttpMethod.Post, $"/api/sequences/{id}/preview", new { kind = "shift_time", seconds = 0 });
        var noTrack = await page.RefusedAsync(HttpMethod.Post, $"/api/sequences/{id}/preview", new { kind = "geotag", files = Words(Photo("none.gpx")) });

        Assert.Equal(HttpStatusCode.BadRequest, unknown.Status);
        Assert.Equal(HttpStatusCode.BadRequest, nothing.Status);
        Assert.Equal(HttpStatusCode.BadRequest, noTrack.Status);
        Assert.False((await page.GetAsync($"/api/sequences/{id}")).GetProperty("canUndo").GetBoolean());
    }

    [Fact]
    public async Task A_photo_that_is_left_out_lies_where_the_edits_before_had_put_it()
    {
        var page = await OpenAsync();
        var id = await ImportAsync(page);
        var first = (await page.GetAsync($"/api/sequences/{id}/photos")).GetProperty("ids")[0].GetInt64();
        var start = Instant.FromUtc(2023, 5, 10, 9, 59);
        var fixes = Enumerable.Range(0, 300).Select(i => new TrackFix(start + Duration.FromSeconds(i), new GeoPoint(46.5 + (i * 0.00002), 8.5), 500));
        await page.PostAsync($"/api/sequences/{id}/edits", new { kind = "geotag", files = Words(Track.Merge([fixes]).SaveTo(Photo("day.gpx"))) });
        await page.PostAsync($"/api/sequences/{id}/edits", new { kind = "remove", photos = new[] { first } });

        var photos = await page.GetAsync($"/api/sequences/{id}/photos");

        Assert.Equal([first], LeftOutOf(photos));
        Assert.Equal(46.5012, photos.GetProperty("latitudes").EnumerateArray().Last().GetDouble(), 0.0003);
    }

    private static readonly string[] WrongWishes = [
        """{"kind":"shift_time","seconds":0}""",
        """{"kind":"space","by":"metres","least":0}""",
        """{"kind":"space","by":"seconds","least":-1}""",
        """{"kind":"outliers","mode":"drop","metres":0}""",
        """{"kind":"heading_offset","degrees":0}""",
        """{"kind":"heading_offset","degrees":400}""",
        """{"kind":"privacy","latitude":91,"longitude":10,"metres":100}""",
        """{"kind":"trim","end":"end","metres":0}""",
        """{"kind":"trim","end":"start","metres":100000}""",
        """{"kind":"time_zone","zone":"Atlantis"}""",
        """{"kind":"time_zone","zone":"Europe/Paris"}""",
        """{"kind":"geotag","files":[]}""",
        """{"kind":"geotag","files":["none.gpx"],"maxGap":0}""",
        """{"kind":"geotag","files":["none.gpx"]}""",
        """{"kind":"remove","photos":[99999]}""",
        """{"kind":"remove","photos":[]}""",
        """{"kind":"outliers","mode":"drop"}""",
    ];

    [Fact]
    public async Task A_refused_edit_is_told_without_a_word_of_the_command_line()
    {
        var page = await OpenAsync();
        var id = await ImportAsync(page);

        foreach (var wish in WrongWishes)
        {
            var (status, message) = await page.RefusedAsync(HttpMethod.Post, $"/api/sequences/{id}/edits", JsonElement.Parse(wish));
            Assert.Equal((wish, HttpStatusCode.BadRequest), (wish, status));
            NoWordOfTheCommandLine(message);
        }
    }

    [Fact]
    public async Task A_track_of_another_hour_is_refused_with_the_edits_that_fit_and_these_can_be_made()
    {
        var page = await OpenAsync();
        var id = await ImportAsync(page);
        var start = Instant.FromUtc(2023, 5, 10, 8, 59);
        var fixes = Enumerable.Range(0, 300).Select(i => new TrackFix(start + Duration.FromSeconds(i), new GeoPoint(47.1 + ((i - 60) * 0.000025), 8.5), 500));
        var track = Track.Merge([fixes]).SaveTo(Photo("day.gpx"));

        var preview = await page.PostAsync($"/api/sequences/{id}/preview", new { kind = "geotag", files = Words(track) });
        var proposal = preview.GetProperty("proposals").EnumerateArray().Single();
        var better = await page.PostAsync($"/api/sequences/{id}/preview", proposal.GetProperty("edit"));
        var made = await page.PostAsync($"/api/sequences/{id}/edits", proposal.GetProperty("edit"));

        Assert.Contains("the track goes from", preview.GetProperty("refusal").GetString(), StringComparison.Ordinal);
        Assert.False(preview.TryGetProperty("photos", out _));
        Assert.DoesNotContain("--", preview.GetRawText(), StringComparison.Ordinal);
        Assert.Empty(LeftOutOf(better.GetProperty("photos")));
        Assert.Equal((2, 0, true, false), StateOf(made));
    }

    [Fact]
    public async Task Edits_can_be_made_in_place_of_the_last_ones_all_or_none()
    {
        var page = await OpenAsync();
        var id = await ImportAsync(page);
        await page.PostAsync($"/api/sequences/{id}/edits", new { kind = "shift_time", seconds = 10 });
        await page.PostAsync($"/api/sequences/{id}/edits", new { kind = "shift_time", seconds = 20 });

        await page.RefusedAsync(HttpMethod.Post, $"/api/sequences/{id}/edits", Instead(1, """{"kind":"shift_time","seconds":0}"""));
        var before = await page.GetAsync($"/api/sequences/{id}");
        var preview = await page.PostAsync($"/api/sequences/{id}/preview", Instead(1, """{"kind":"shift_time","seconds":-5},{"kind":"heading_offset","degrees":90}"""));
        var after = await page.PostAsync($"/api/sequences/{id}/edits", Instead(1, """{"kind":"shift_time","seconds":-5},{"kind":"heading_offset","degrees":90}"""));

        Assert.Equal((2, 0, true, false), StateOf(before));
        Assert.Equal("times 5 s earlier; headings turned by +90°, instead of the last edit", preview.Text("text"));
        Assert.Equal((3, 0, true, false), StateOf(after));
        Assert.Contains("10", after.GetProperty("edits")[0].GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Contains("5", after.GetProperty("edits")[1].GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    private static JsonElement Instead(int undo, string edits) => JsonElement.Parse($$"""{"kind":"instead","undo":{{undo}},"edits":[{{edits}}]}""");

    private static (int Edits, int LeftOut, bool CanUndo, bool CanRedo) StateOf(JsonElement detail) => (
        detail.GetProperty("edits").GetArrayLength(),
        detail.GetProperty("leftOut").GetInt32(),
        detail.GetProperty("canUndo").GetBoolean(),
        detail.GetProperty("canRedo").GetBoolean());

    private static List<long> LeftOutOf(JsonElement columns) => [.. columns.GetProperty("ids").EnumerateArray()
        .Zip(columns.GetProperty("runs").EnumerateArray())
        .Where(photo => photo.Second.GetInt32() < 0)
        .Select(photo => photo.First.GetInt64())];
}
