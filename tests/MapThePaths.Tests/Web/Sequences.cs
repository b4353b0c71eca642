using System.Net;
using System.Text.Json;
using MapThePaths.Tests.Fixtures;

namespace MapThePaths.Tests.Web;

/// <summary>The list of sequences and each of them, as the page asks for them.</summary>
public sealed class Sequences : APageOfAWalk
{
    [Fact]
    public async Task The_list_is_empty_at_first() =>
        Assert.Equal(0, (await (await OpenAsync()).GetAsync("/api/sequences")).GetProperty("total").GetInt32());

    [Fact]
    public async Task A_card_says_what_and_when_and_how_far()
    {
        var page = await OpenAsync();
        await ImportAsync(page);

        var card = (await page.GetAsync("/api/sequences")).GetProperty("sequences")[0];

        Assert.Equal("Lake walk", card.GetProperty("name").GetString());
        Assert.Equal("Earth-Walk", card.GetProperty("transport").GetString());
        Assert.Equal(["lake"], Texts(card.GetProperty("tags")));
        Assert.Equal(4, card.GetProperty("photos").GetInt32());
        Assert.Equal(0, card.GetProperty("leftOut").GetInt32());
        Assert.Equal(16.7, card.GetProperty("distance").GetDouble(), 0.1);
        Assert.Equal(new DateTimeOffset(2023, 5, 10, 10, 0, 2, 250, TimeSpan.Zero), card.GetProperty("firstTakenAt").GetDateTimeOffset());
        Assert.Equal([8.5, 47.10005], card.GetProperty("line")[0].EnumerateArray().Select(degrees => degrees.GetDouble()));
        Assert.Equal(4, card.GetProperty("line").GetArrayLength());
        Assert.Empty(card.GetProperty("destinations").EnumerateArray());
    }

    [Fact]
    public async Task Filters_hold_over_everything()
    {
        var page = await OpenAsync();
        var first = await ImportAsync(page, photos: 2);
        await ImportAsync(page, photos: 3, name: "Lake again");
        await ImportAsync(page, photos: 4, name: "River", transport: "Water-Kayak");
        using (var untagged = await page.SendAsync(HttpMethod.Patch, "/api/sequences/3", System.Net.Http.Json.JsonContent.Create(new { tags = Array.Empty<string>() })))
        {
            Assert.Equal(HttpStatusCode.OK, untagged.StatusCode);
        }

        Assert.Equal(3, (await page.GetAsync("/api/sequences?state=here")).GetProperty("total").GetInt32());
        await page.RunAsync($"/api/sequences/{first}/send", new { destinations = Words("mapillary"), dryRun = false, follow = true });

        foreach (var (filter, total) in ((string, int)[])
        [
            ("search=lake", 2),
            ("search=RIVER", 1),
            ("search=nothing", 0),
            ("transport=Earth", 2),
            ("transport=Water-Kayak", 1),
            ("transport=Snow", 0),
            ("from=2023-05-10", 3),
            ("to=2023-05-09", 0),
            ("from=2023-05-10&to=2023-05-10", 3),
            ("from=2023-05-11", 0),

            // The others have photos of the first one.
            ("state=here", 0),
            ("destination=mapillary", 1),
            ("destination=practice", 0),
            ("destination=mapillary&state=live", 1),
            ("destination=mapillary&state=failed", 0),
            ("search=lake&state=live", 1),
        ])
        {
            var found = await page.GetAsync($"/api/sequences?{filter}&limit=1");
            Assert.Equal((filter, total), (filter, found.GetProperty("total").GetInt32()));
            Assert.Equal(Math.Min(1, total), found.GetProperty("sequences").GetArrayLength());
        }
    }

    [Fact]
    public async Task What_is_visible_at_the_live_service_has_a_link_to_its_first_image()
    {
        var page = await OpenAsync();
        var id = await ImportAsync(page);
        await page.RunAsync($"/api/sequences/{id}/send", new { destinations = Words("mapillary"), dryRun = false, follow = true });
        Assert.False(Destination(await page.GetAsync("/api/sequences")).TryGetProperty("imageUrl", out _));

        // As if it had been the live service: nobody else is named in the settings.
        Program.With("MAPILLARY_GRAPH_URL", "").With("MAPILLARY_UPLOAD_URL", "");
        var link = Destination(await (await OpenAsync()).GetAsync("/api/sequences")).GetProperty("imageUrl").GetString();

        var image = (await page.GetAsync($"/api/sequences/{id}/life-lines?limit=1")).GetProperty("lines")[0].GetProperty("imageId").GetString();
        Assert.Equal($"https://www.mapillary.com/app/?pKey={image}&focus=photo", link);
    }

    [Fact]
    public async Task A_photo_that_was_sent_again_as_another_file_counts_once()
    {
        var page = await OpenAsync();
        var id = await ImportAsync(page);
        await page.RunAsync($"/api/sequences/{id}/send", ToMapillary(follow: true));
        AWalk.Of(4).Photo(2).Altitude(52).SaveTo(Path.Combine(Photo("Lake walk"), AWalk.NameOf(2)));
        await page.RunAsync("/api/imports", new { paths = Words(Photo("Lake walk")), name = "Lake walk", transport = "Earth-Walk" });

        await page.RunAsync($"/api/sequences/{id}/send", new { destinations = Words("mapillary"), follow = true, resend = true });

        var parts = (await page.GetAsync($"/api/sequences/{id}/parts")).EnumerateArray().Select(part => part.GetProperty("visible").GetInt32());
        var there = Destination(await page.GetAsync("/api/sequences"));
        Assert.Equal([1, 4], parts);
        Assert.Equal((4, 4, 0), (there.GetProperty("photos").GetInt32(), there.GetProperty("visible").GetInt32(), there.GetProperty("missing").GetInt32()));
    }

    private static JsonElement Destination(JsonElement list) => list.GetProperty("sequences")[0].GetProperty("destinations")[0];

    [Fact]
    public async Task The_detail_knows_bounds_and_settings()
    {
        var page = await OpenAsync();

        var detail = await page.GetAsync($"/api/sequences/{await ImportAsync(page)}");

        Assert.Equal(6, detail.GetProperty("seconds").GetDouble());
        Assert.Equal([8.5, 47.10005, 8.5, 47.1002], detail.GetProperty("bounds").EnumerateArray().Select(degrees => Math.Round(degrees.GetDouble(), 6)));
        Assert.False(detail.GetProperty("needsTimeZone").GetBoolean());
        Assert.Equal(60, detail.GetProperty("rules").GetProperty("maxGap").GetDouble());
    }

    [Fact]
    public async Task A_change_is_kept_and_the_rest_stays()
    {
        var page = await OpenAsync();
        var id = await ImportAsync(page);

        var changed = await page.PatchAsync($"/api/sequences/{id}", new { name = " Pond walk ", description = "Wet", tags = Words("pond"), rules = new { maxGap = 1.5, zigZagMetres = 0 } });

        Assert.Equal("Pond walk", changed.GetProperty("name").GetString());
        Assert.Equal("Earth-Walk", changed.GetProperty("transport").GetString());
        var rules = changed.GetProperty("rules");
        Assert.Equal(1.5, rules.GetProperty("maxGap").GetDouble());
        Assert.Equal(0, rules.GetProperty("zigZagMetres").GetDouble());
        Assert.Equal(100, rules.GetProperty("maxJump").GetDouble());
        Assert.Equal(["pond"], Texts(await page.GetAsync("/api/tags")));

        // The list draws what the rules say now: four runs of one photo each.
        Assert.Equal(0, (await page.GetAsync("/api/sequences?search=pond")).GetProperty("sequences")[0].GetProperty("distance").GetDouble());
    }

    [Fact]
    public async Task A_wrong_change_is_refused_in_words()
    {
        var page = await OpenAsync();
        var id = await ImportAsync(page);
        await ImportAsync(page, photos: 3, name: "Other");

        Assert.Contains("already", await RefusedAsync(new { name = "OTHER" }), StringComparison.Ordinal);
        Assert.Contains("1 to 100", await RefusedAsync(new { name = " " }), StringComparison.Ordinal);
        Assert.Contains("unknown", await RefusedAsync(new { transport = "Earth-Rocket" }), StringComparison.Ordinal);
        Assert.Contains("zone", await RefusedAsync(new { timeZone = "Atlantis" }), StringComparison.Ordinal);
        Assert.Contains("more than 0", await RefusedAsync(new { rules = new { maxGap = -1 } }), StringComparison.Ordinal);
        Assert.Contains("more than 0", await RefusedAsync(new { rules = new { maxJump = 0 } }), StringComparison.Ordinal);
        Assert.Contains("one line", await RefusedAsync(new { name = "Two\nlines" }), StringComparison.Ordinal);
        Assert.Contains("twice", await RefusedAsync(new { tags = Words("lake", "Lake") }), StringComparison.Ordinal);
        Assert.Contains("15 tags", await RefusedAsync(new { tags = Enumerable.Range(0, 16).Select(tag => $"t{tag}") }), StringComparison.Ordinal);
        Assert.Contains("letters", await RefusedAsync(new { tags = Words("a b") }), StringComparison.Ordinal);

        async Task<string> RefusedAsync(object change)
        {
            var (status, message) = await page.RefusedAsync(HttpMethod.Patch, $"/api/sequences/{id}", change);
            Assert.Equal(HttpStatusCode.BadRequest, status);
            NoWordOfTheCommandLine(message);
            return message;
        }
    }

    [Fact]
    public async Task A_sequence_that_is_not_there_is_told_in_words()
    {
        var page = await OpenAsync();

        foreach (var path in new[] { "99", "99/photos", "99/plan", "99/parts", "99/life-lines", "99/records", "nonsense" })
        {
            var (status, message) = await page.RefusedAsync(HttpMethod.Get, $"/api/sequences/{path}");
            Assert.Equal(HttpStatusCode.NotFound, status);
            Assert.Contains(path.Split('/')[0], message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Photos_come_in_columns_with_cuts_and_reasons()
    {
        var page = await OpenAsync();
        AWalk.Of(4).WithPauseBefore(3).SaveTo(Photos);
        Save("empty.jpg", []);
        var id = IdOf(await page.RunAsync("/api/imports", new { paths = new[] { Photos }, name = "Walk", transport = "Earth-Walk" }));

        var columns = await page.GetAsync($"/api/sequences/{id}/photos");

        Assert.Equal([.. Enumerable.Range(1, 4).Select(AWalk.NameOf), "empty.jpg"], Texts(columns.GetProperty("names")));
        Assert.Equal([0, 0, 1, 1, -1], columns.GetProperty("runs").EnumerateArray().Select(run => run.GetInt32()));
        Assert.Equal(["first", "gap"], Texts(columns.GetProperty("cuts")));
        Assert.Equal([null, null, null, null, "empty-file"], Texts(columns.GetProperty("reasons")));
        Assert.Equal("has no bytes at all", columns.GetProperty("reasonTexts").GetProperty("empty-file").GetString());
        Assert.Equal(20, columns.GetProperty("headings")[1].GetDouble());
        Assert.Equal(502, columns.GetProperty("altitudes")[1].GetDouble());
    }

    [Fact]
    public async Task The_plan_tells_parts_cuts_and_refusals()
    {
        var page = await OpenAsync();
        AWalk.Of(4).WithPauseBefore(3).SaveTo(Photos);
        var id = IdOf(await page.RunAsync("/api/imports", new { paths = new[] { Photos }, name = "Walk", transport = "Earth-Walk" }));
        var air = await ImportAsync(page, photos: 2, name: "Flight", transport: "Air-Drone");

        var plan = await page.GetAsync($"/api/sequences/{id}/plan?to=mapillary");
        var refused = await page.GetAsync($"/api/sequences/{air}/plan?to=practice");

        Assert.Equal(2, plan.GetProperty("parts").GetArrayLength());
        var cut = plan.GetProperty("parts")[1].GetProperty("cut");
        Assert.Equal("gap", cut.GetProperty("code").GetString());
        Assert.Equal("122 s", cut.GetProperty("detail").GetString());
        Assert.Equal(122, plan.GetProperty("looser").GetProperty("maxGap").GetDouble());
        Assert.False(plan.GetProperty("looser").TryGetProperty("maxJump", out _));
        Assert.False(plan.TryGetProperty("refusal", out _));
        Assert.Equal("transport-not-accepted", refused.GetProperty("refusal").GetProperty("code").GetString());
        Assert.Equal(HttpStatusCode.BadRequest, (await page.RefusedAsync(HttpMethod.Get, $"/api/sequences/{id}/plan?to=nowhere")).Status);
    }

    [Fact]
    public async Task A_cut_of_one_camera_is_measured_from_its_own_photos_whoever_else_took_some_meanwhile()
    {
        var page = await OpenAsync();
        foreach (var (camera, seconds) in new[] { ("One", 0), ("One", 10), ("One", 100), ("One", 110), ("Two", 5), ("Two", 15), ("Two", 98), ("Two", 113) })
        {
            APhoto.At(47.1 + (seconds * 0.00001), 8.5).TakenUtc($"2023-05-10 10:{seconds / 60:00}:{seconds % 60:00}").Camera("Trek", camera).SaveTo(Photo($"{camera}{seconds}.jpg"));
        }

        var id = IdOf(await page.RunAsync("/api/imports", new { paths = new[] { Photos }, name = "Two cameras", transport = "Earth-Walk" }));
        var parts = (await page.GetAsync($"/api/sequences/{id}/plan?to=mapillary")).GetProperty("parts");

        Assert.Equal(
            [("first", null), ("camera-change", "Trek Two"), ("gap", "83 s"), ("gap", "90 s")],
            parts.EnumerateArray().Select(part => part.GetProperty("cut")).Select(cut => (cut.GetProperty("code").GetString(), Detail(cut))));

        static string? Detail(JsonElement cut) => cut.TryGetProperty("detail", out var detail) ? detail.GetString() : null;
    }

    [Fact]
    public async Task A_part_tells_which_photo_it_begins_with_however_many_have_that_name()
    {
        var page = await OpenAsync();
        AWalk.Of(2).SaveTo(Photo("morning"));
        AWalk.Of(4).WithPauseBefore(1).WithPauseBefore(3).SaveTo(Photo("noon"));
        var id = IdOf(await page.RunAsync("/api/imports", new { paths = new[] { Photos }, name = "Walk", transport = "Earth-Walk" }));

        var photos = await page.GetAsync($"/api/sequences/{id}/photos");
        var parts = (await page.GetAsync($"/api/sequences/{id}/plan?to=mapillary")).GetProperty("parts").EnumerateArray().ToList();

        var byId = photos.GetProperty("ids").EnumerateArray().Select(photo => photo.GetInt64()).Zip(photos.GetProperty("runs").EnumerateArray().Select(run => run.GetInt32())).ToDictionary();
        Assert.Equal([0, 1, 2], parts.Select(part => byId[part.GetProperty("firstPhotoId").GetInt64()]));
        Assert.Equal(["walk01.jpg", "walk01.jpg", "walk03.jpg"], parts.Select(part => part.GetProperty("firstPhoto").GetString()));
    }

    [Fact]
    public async Task Transports_are_offered_by_parent()
    {
        var transports = await (await OpenAsync()).GetAsync("/api/transports");

        Assert.Equal(["Earth", "Snow", "Water", "Air", "Other"], transports.EnumerateArray().Select(type => type.GetProperty("parent").GetString()));
        Assert.Contains("Walk", Texts(transports[0].GetProperty("children")));
        Assert.True(transports[3].GetProperty("isAir").GetBoolean());
    }
}
