using System.Text.Json;

namespace MapThePaths.Tests.Web;

/// <summary>Whoever uses the page may not know a terminal: no message sends him to one.</summary>
public sealed class WordsOfThePage : APageOfAWalk
{
    [Fact]
    public async Task No_refusal_has_a_word_of_the_command_line()
    {
        var page = await OpenAsync();
        var id = await ImportAsync(page);
        var path = $"/api/sequences/{id}";
        (HttpMethod Method, string Path, object? Body)[] wrong =
        [
            (HttpMethod.Get, "/api/sequences/99", null),
            (HttpMethod.Get, $"{path}/plan?to=nowhere", null),
            (HttpMethod.Get, "/api/photos/99999", null),
            (HttpMethod.Get, "/api/runs/unknown", null),
            (HttpMethod.Get, "/api/folders?path=/nowhere/at/all", null),
            (HttpMethod.Post, "/api/inspect", new { paths = Words() }),
            (HttpMethod.Post, "/api/imports", new { paths = Words(), name = "A", transport = "Earth-Walk" }),
            (HttpMethod.Post, "/api/imports", new { paths = Words(Photos), name = "", transport = "Earth-Walk" }),
            (HttpMethod.Post, "/api/imports", new { paths = Words(Photos), name = "A", transport = "Rocket" }),
            (HttpMethod.Post, "/api/imports", new { paths = Words(Photos), name = "A", transport = "Earth-Walk", rules = new { maxGap = -1 } }),
            (HttpMethod.Post, $"{path}/undo", new { }),
            (HttpMethod.Post, $"{path}/redo", new { }),
            (HttpMethod.Post, $"{path}/send", new { destinations = Words(), dryRun = false, follow = false }),
            (HttpMethod.Post, $"{path}/send", new { destinations = Words("nowhere"), dryRun = false, follow = false }),
            (HttpMethod.Post, $"{path}/send", new { destinations = Words("mapillary"), dryRun = false, follow = false, account = "nobody" }),
            (HttpMethod.Post, $"{path}/send", new { destinations = Words("mapillary"), dryRun = false, follow = false, bandwidth = -1 }),
            (HttpMethod.Post, $"{path}/send", new { destinations = Words("mapillary"), dryRun = true, follow = false, publishAgain = true }),
            (HttpMethod.Post, $"{path}/send", new { destinations = Words("mapillary"), dryRun = false, follow = false, organization = "424242" }),
            (HttpMethod.Post, $"{path}/follow", new { }),
            (HttpMethod.Post, $"{path}/verify", new { safeToDelete = true }),
            (HttpMethod.Post, $"{path}/export", new { to = "mapillary", folder = "" }),
            (HttpMethod.Post, "/api/accounts/nowhere/login", new { }),
            (HttpMethod.Post, "/api/accounts/map-the-paths-web/login", new { }),
            (HttpMethod.Post, "/api/accounts/mapillary/token", new { token = "" }),
            (HttpMethod.Post, "/api/accounts/mapillary/token", new { token = "aTokenThatIsWrong" }),
            (HttpMethod.Post, "/api/accounts/mapillary/logout", new { }),
            (HttpMethod.Post, "/api/accounts/mapillary/logout", new { account = "nobody" }),
        ];

        var told = new List<string>();
        foreach (var (method, where, body) in wrong)
        {
            var text = await page.AnswerAsync(method, where, body);
            var said = JsonElement.Parse(text) is { ValueKind: JsonValueKind.Object } started && started.TryGetProperty("run", out var run)
                ? EndOf(await page.EventsAsync(run.GetString()!)).GetRawText()
                : text;
            told.Add($"{where}: {said}");
        }

        Assert.All(told, NoWordOfTheCommandLine);
    }

    [Theory]
    [InlineData("")]
    [InlineData("aTokenThatIsWrong")]
    public async Task The_doctor_advises_what_the_page_can_do(string token)
    {
        foreach (var (key, value) in Service.WebEnvironment())
        {
            Program.With(key, value);
        }

        await using var page = await Program.With("MAPILLARY_ACCESS_TOKEN", token).OpenPageAsync();

        var checks = (await page.GetAsync("/api/doctor")).EnumerateArray().Where(check => check.GetProperty("name").GetString() != "version").ToList();

        Assert.Contains(checks, check => check.GetProperty("name").GetString() == "mapillary" && !check.GetProperty("ok").GetBoolean());
        Assert.All(checks, check => NoWordOfTheCommandLine(check.GetRawText()));
    }
}
