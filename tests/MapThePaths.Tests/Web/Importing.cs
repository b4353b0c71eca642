using System.Net;
using System.Text.Json;
using MapThePaths.Tests.Fixtures;

namespace MapThePaths.Tests.Web;

/// <summary>From a folder of this computer to a sequence, with the page alone.</summary>
public sealed class Importing : APageOfAWalk
{
    [Fact]
    public async Task A_folder_shows_what_is_in_it_without_what_is_hidden()
    {
        var page = await OpenAsync();
        AWalk.Of(2).SaveTo(Photos);
        AWalk.Of(2).SaveTo(Photo("inside"));
        AWalk.Of(2).SaveTo(Photo(".hidden"));
        Save("notes.txt", "text"u8.ToArray());
        Save(".secret", "text"u8.ToArray());

        var folder = await page.GetAsync($"/api/folders?path={Uri.EscapeDataString(Photos)}");

        Assert.Equal(["inside"], folder.GetProperty("folders").EnumerateArray().Select(inside => inside.GetProperty("name").GetString()));
        Assert.Equal(2, folder.GetProperty("photos").GetInt32());
        Assert.Equal(1, folder.GetProperty("otherFiles").GetInt32());
        Assert.Equal(Path.GetDirectoryName(Photos), folder.GetProperty("parent").GetString());
    }

    [Fact]
    public async Task Choosing_begins_at_home_and_offers_folders_of_before()
    {
        var page = await OpenAsync();
        await ImportAsync(page);

        var begin = await page.GetAsync("/api/folders");

        Assert.Equal(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), begin.GetProperty("path").GetString());
        Assert.Contains(begin.GetProperty("places").EnumerateArray(), place => place.GetProperty("path").GetString() == Photo("Lake walk"));
    }

    [Fact]
    public async Task What_is_no_folder_is_told_in_words()
    {
        var page = await OpenAsync();

        var (status, message) = await page.RefusedAsync(HttpMethod.Get, "/api/folders?path=/no/such/folder");

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("/no/such/folder", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Inspecting_tells_what_would_be_found_and_stores_nothing()
    {
        var page = await OpenAsync();
        AWalk.Of(5).SaveTo(Photos);
        Save("broken.jpg", "text"u8.ToArray());
        Save("notes.txt", "text"u8.ToArray());

        var events = await page.RunAsync("/api/inspect", new { paths = new[] { Photos } });

        var found = EndOf(events).GetProperty("summary");
        Assert.Equal(6, found.GetProperty("photos").GetInt32());
        Assert.Equal(1, found.GetProperty("leftOut").GetInt32());
        Assert.Equal(1, found.GetProperty("reasons").GetProperty("not-a-jpeg").GetInt32());
        Assert.Equal(1, found.GetProperty("passedOver").GetProperty(".txt").GetInt32());
        Assert.Equal(["Trek One"], Texts(found.GetProperty("cameras")));
        Assert.False(found.GetProperty("needsTimeZone").GetBoolean());
        Assert.Contains(events, said => said.GetProperty("type").GetString() == "files" && said.GetProperty("read").GetInt32() == 6);
        Assert.Contains(events, said => said.GetProperty("type").GetString() == "left_out" && said.GetProperty("reason").GetString() == "not-a-jpeg");
        Assert.Equal(0, (await page.GetAsync("/api/sequences")).GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task An_import_tells_what_was_left_out_and_makes_the_sequence()
    {
        var page = await OpenAsync();
        AWalk.Of(5).SaveTo(Photos);
        Save("broken.jpg", "text"u8.ToArray());

        var events = await page.RunAsync("/api/imports", new { paths = new[] { Photos }, name = "Walk", description = "Along the lake", tags = Words("lake"), transport = "Earth-Walk", timeZone = "Europe/Rome", rules = new { maxGap = 30, mixesCameras = true } });

        var end = EndOf(events);
        Assert.Equal(3, end.GetProperty("exitCode").GetInt32());
        Assert.Equal("done", end.GetProperty("state").GetString());
        Assert.Equal(6, end.GetProperty("summary").GetProperty("photos").GetInt32());
        Assert.Single(events, said => said.GetProperty("type").GetString() == "left_out");
        var detail = await page.GetAsync($"/api/sequences/{IdOf(events)}");
        Assert.Equal("Along the lake", detail.GetProperty("description").GetString());
        Assert.Equal("Europe/Rome", detail.GetProperty("timeZone").GetString());
        Assert.Equal(30, detail.GetProperty("rules").GetProperty("maxGap").GetDouble());
        Assert.True(detail.GetProperty("rules").GetProperty("mixesCameras").GetBoolean());
        Assert.Equal(IdOf(events), (await page.GetAsync("/api/runs"))[0].GetProperty("sequence").GetInt64());
    }

    [Fact]
    public async Task A_broken_photo_that_was_copied_anew_is_the_sequences_once_its_folder_is_imported_again()
    {
        var page = await OpenAsync();
        var whole = AWalk.Of(4).OfSize(20_000).Photo(4).Bytes();
        AWalk.Of(3).SaveTo(Photos);
        Save("walk04.jpg", whole[..9_000]);
        var wish = new { paths = new[] { Photos }, name = "Walk", transport = "Earth-Walk" };
        var before = await page.RunAsync("/api/imports", wish);
        Save("walk04.jpg", whole);

        var after = await page.RunAsync("/api/imports", wish);

        Assert.Equal((1, 0), (EndOf(before).GetProperty("summary").GetProperty("leftOut").GetInt32(), EndOf(after).GetProperty("summary").GetProperty("leftOut").GetInt32()));
        Assert.Equal(IdOf(before), IdOf(after));
    }

    [Fact]
    public async Task Whether_a_name_is_taken_is_told_before_anything_is_imported()
    {
        var page = await OpenAsync();
        var id = await ImportAsync(page);

        Assert.Equal(id, (await page.GetAsync("/api/names?name=%20LAKE%20walk%20")).GetProperty("sequence").GetInt64());
        Assert.False((await page.GetAsync("/api/names?name=Lake")).TryGetProperty("sequence", out _));
        Assert.False((await page.GetAsync($"/api/names?name={id}")).TryGetProperty("sequence", out _));
    }

    [Fact]
    public async Task Wrong_wishes_are_told_in_words()
    {
        var page = await OpenAsync();
        AWalk.Of(2).SaveTo(Photos);

        var transport = await page.RefusedAsync(HttpMethod.Post, "/api/imports", new { paths = new[] { Photos }, name = "Walk", transport = "Earth-Rocket" });
        var nothing = EndOf(await page.RunAsync("/api/imports", new { paths = new[] { Photo("none") }, name = "Walk", transport = "Earth-Walk" }));
        var bodiless = await page.RefusedAsync(HttpMethod.Post, "/api/imports", new { });

        Assert.Equal(HttpStatusCode.BadRequest, transport.Status);
        Assert.Equal("failed", nothing.GetProperty("state").GetString());
        Assert.Equal(2, nothing.GetProperty("exitCode").GetInt32());
        Assert.Contains("does not exist", nothing.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, bodiless.Status);
    }

    [Fact]
    public async Task Broken_files_that_make_no_sequence_end_as_the_verb_does()
    {
        var page = await OpenAsync();
        Save("broken.jpg", "text"u8.ToArray());
        Save("empty.jpg", []);

        var end = EndOf(await page.RunAsync("/api/imports", new { paths = new[] { Photos }, name = "Walk", transport = "Earth-Walk" }));
        var verb = await Program.RunAsync("import", Photos, "--name", "Walk", "--transport", "Earth-Walk");

        Assert.Equal("failed", end.GetProperty("state").GetString());
        verb.Ends(end.GetProperty("exitCode").GetInt32());
    }

    [Fact]
    public async Task Dropped_files_are_kept_in_the_home_and_can_be_imported()
    {
        var page = await OpenAsync();
        AWalk.Of(3).SaveTo(Photos);
        List<string> paths = [];
        for (var photo = 1; photo <= 3; photo++)
        {
            paths.Add(await DropAsync(page, AWalk.NameOf(photo), await File.ReadAllBytesAsync(Photo(AWalk.NameOf(photo)), TestContext.Current.CancellationToken)));
        }

        var id = IdOf(await page.RunAsync("/api/imports", new { paths, name = "Dropped", transport = "Earth-Walk" }));

        Assert.All(paths, path => Assert.StartsWith(Path.Combine(Program.Home, "dropped", "today"), path, StringComparison.Ordinal));
        Assert.Equal(3, (await page.GetAsync($"/api/sequences/{id}")).GetProperty("photos").GetInt32());
    }

    [Theory]
    [InlineData("..%2F..%2Fevil.jpg", "evil.jpg")]
    [InlineData("%2Fetc%2Fevil.jpg", "evil.jpg")]
    [InlineData("..%5Cevil.jpg", "evil.jpg")]
    public async Task A_dropped_file_cannot_choose_its_folder(string name, string kept)
    {
        var path = await DropAsync(await OpenAsync(), name, "x"u8.ToArray());

        Assert.Equal(Path.Combine(Program.Home, "dropped", "today", kept), path);
    }

    [Theory]
    [InlineData("a.jpg?batch=..")]
    [InlineData("a.jpg?batch=..%2F..%2Fx")]
    [InlineData(".hidden?batch=today")]
    [InlineData("..%2F?batch=today")]
    public async Task Names_that_lead_elsewhere_are_refused(string name)
    {
        using var content = new ByteArrayContent([1]);
        using var answer = await (await OpenAsync()).SendAsync(HttpMethod.Post, $"/api/uploads/{name}", content);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Dropped_folders_keep_their_names_but_lead_nowhere_else()
    {
        var page = await OpenAsync();

        var kept = await DropAsync(page, "1.jpg", "x"u8.ToArray(), "&folder=Lake%20walk%2F100GOPRO");

        Assert.Equal(Path.Combine(Program.Home, "dropped", "today", "Lake walk", "100GOPRO", "1.jpg"), kept);
        using var content = new ByteArrayContent([1]);
        using var elsewhere = await page.SendAsync(HttpMethod.Post, "/api/uploads/1.jpg?batch=today&folder=a%2F..%2F..%2Fb", content);
        Assert.Equal(HttpStatusCode.BadRequest, elsewhere.StatusCode);
    }

    [Fact]
    public async Task Of_two_files_with_one_name_in_a_drop_the_second_is_refused_and_the_first_stays()
    {
        var page = await OpenAsync();
        var first = await DropAsync(page, "1.jpg", "first"u8.ToArray());

        using var content = new ByteArrayContent("second"u8.ToArray());
        using var answer = await page.SendAsync(HttpMethod.Post, "/api/uploads/1.jpg?batch=today", content);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("first", await File.ReadAllTextAsync(first, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Forgetting_touches_no_copy_of_what_was_dropped_and_says_where_they_lie()
    {
        AWalk.Of(3).SaveTo(Photos);
        var page = await OpenAsync();
        List<string> copies = [];
        for (var photo = 1; photo <= 3; photo++)
        {
            copies.Add(await DropAsync(page, AWalk.NameOf(photo), await File.ReadAllBytesAsync(Photo(AWalk.NameOf(photo)), TestContext.Current.CancellationToken)));
        }

        var id = IdOf(await page.RunAsync("/api/imports", new { paths = copies, name = "First", transport = "Earth-Walk" }));
        var forgotten = (await Program.RunAsync("delete", $"{id}")).Ends(0);

        Assert.Contains($"stay in {Path.Combine(Program.Home, "dropped")}", forgotten.Error, StringComparison.Ordinal);
        Assert.All(copies, copy => Assert.True(File.Exists(copy)));
    }

    private static async Task<string> DropAsync(OpenPage page, string name, byte[] bytes, string query = "")
    {
        using var content = new ByteArrayContent(bytes);
        content.Headers.ContentType = new("application/octet-stream");
        using var answer = await page.SendAsync(HttpMethod.Post, $"/api/uploads/{name}?batch=today{query}", content);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, text);
        return JsonElement.Parse(text).GetProperty("path").GetString()!;
    }
}
