using System.Text.Json;
using MapThePaths.Tests.Fixtures;

namespace MapThePaths.Tests.Web;

/// <summary>
/// What page and program say to each other, compared with <c>web/src/api/openapi.json</c>, from which the page's types are made. When a
/// change is meant, run this test once with <c>APPROVE=1</c> in the environment and commit the file that it writes.
/// </summary>
public sealed class TheDescription : IDisposable
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    private readonly Mtpdu _program = new();

    private static string ApprovedPath => Path.Combine(Repository.Root, "web", "src", "api", "openapi.json");

    [Fact]
    public async Task The_page_and_the_program_agree()
    {
        await using var page = await _program.OpenPageAsync();

        var described = JsonSerializer.Serialize(await page.GetAsync("/api/openapi.json"), Indented).ReplaceLineEndings("\n") + "\n";

        if (Environment.GetEnvironmentVariable("APPROVE") == "1")
        {
            await File.WriteAllTextAsync(ApprovedPath, described, TestContext.Current.CancellationToken);
        }

        Assert.Equal(await File.ReadAllTextAsync(ApprovedPath, TestContext.Current.CancellationToken), described);
    }

    public void Dispose() => _program.Dispose();
}
