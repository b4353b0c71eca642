using System.Net;
using System.Text.Json;

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

        Assert.Equal([first], LeftOutOf(preview));
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

    public static TheoryData<string> Wishes => [
        """{"kind":"shift_time","seconds":-3600}""",
        """{"kind":"space","by":"metres","least":1}""",
        """{"kind":"outliers","mode":"smooth","metres":50}""",
        """{"kind":"heading_offset","degrees":90}""",
        """{"kind":"headings","source":"compute"}""",
        """{"kind":"privacy","latitude":10,"longitude":10,"metres":100}""",
        """{"kind":"trim","end":"end","metres":0.5}""",
    ];

    [Theory]
    [MemberData(nameof(Wishes))]
    public async Task Every_kind_of_edit_can_be_made(string wish)
    {
        var page = await OpenAsync();
        var id = await ImportAsync(page);

        var made = await page.PostAsync($"/api/sequences/{id}/edits", JsonDocument.Parse(wish).RootElement);

        Assert.True(made.GetProperty("canUndo").GetBoolean());
        Assert.Single(made.GetProperty("edits").EnumerateArray());
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
