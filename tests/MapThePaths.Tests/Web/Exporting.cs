using System.Net;
using MapThePaths.Tests.Fixtures;

namespace MapThePaths.Tests.Web;

/// <summary>What would be sent, as files in a folder or one by one.</summary>
public sealed class Exporting : APageOfAWalk
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task A_sequence_is_exported_into_a_new_folder_and_the_same_again_goes_on()
    {
        var page = await OpenAsync();
        var id = await ImportAsync(page);
        var folder = _folder["lake"];

        var first = EndOf(await page.RunAsync($"/api/sequences/{id}/export", new { folder }));
        var again = EndOf(await page.RunAsync($"/api/sequences/{id}/export", new { folder }));

        Assert.Equal("done", first.GetProperty("state").GetString());
        Assert.Equal(folder, first.GetProperty("summary").GetProperty("folder").GetString());
        Assert.Equal(4, first.GetProperty("summary").GetProperty("written").GetInt32());
        Assert.Equal((0, 4), (again.GetProperty("summary").GetProperty("written").GetInt32(), again.GetProperty("summary").GetProperty("alreadyThere").GetInt32()));
        Assert.Equal(4, Directory.GetFiles(Path.Combine(folder, "final_raw")).Length);
        Assert.Equal(
            ["images.csv", "images.geojson", "plan.geojson", "sequence.gpx", "sequence.json"],
            Directory.GetFiles(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("images.csv")]
    [InlineData("images.geojson")]
    [InlineData("sequence.gpx")]
    [InlineData("plan.geojson")]
    [InlineData("sequence.json")]
    public async Task A_document_can_be_had_alone_and_is_the_one_of_the_export(string name)
    {
        var page = await OpenAsync();
        var id = await ImportAsync(page);
        var folder = _folder["lake"];
        await page.RunAsync($"/api/sequences/{id}/export", new { folder });

        using var answer = await page.SendAsync(HttpMethod.Get, $"/api/sequences/{id}/documents/{name}");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal($"Lake-walk-{name}", answer.Content.Headers.ContentDisposition?.FileNameStar);
        Assert.Equal(
            await File.ReadAllTextAsync(Path.Combine(folder, name), TestContext.Current.CancellationToken),
            await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_folder_that_cannot_be_used_is_refused_in_words_and_left_alone()
    {
        var page = await OpenAsync();
        var id = await ImportAsync(page);

        var originals = EndOf(await page.RunAsync($"/api/sequences/{id}/export", new { folder = Photo("Lake walk") }));
        var relative = await page.RefusedAsync(HttpMethod.Post, $"/api/sequences/{id}/export", new { folder = "here" });
        var unknown = await page.RefusedAsync(HttpMethod.Get, $"/api/sequences/{id}/documents/secrets.txt");

        Assert.Equal("failed", originals.GetProperty("state").GetString());
        Assert.Contains("originals are never touched", originals.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Equal(4, Directory.GetFileSystemEntries(Photo("Lake walk")).Length);
        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.NotFound), (relative.Status, unknown.Status));
    }

    public new async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _folder.Dispose();
    }
}
