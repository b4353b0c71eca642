using System.Net;
using System.Net.Http.Headers;
using MapThePaths.Tests.Fixtures;

namespace MapThePaths.Tests.Web;

/// <summary>Pictures: those that were imported, as they were imported, and nothing else of the disk.</summary>
public sealed class LookingAtPhotos : APageOfAWalk
{
    [Fact]
    public async Task A_picture_is_the_file_byte_for_byte_and_in_ranges()
    {
        var page = await OpenAsync();
        var photo = await FirstPhotoAsync(page);
        var original = await File.ReadAllBytesAsync(FirstFile, TestContext.Current.CancellationToken);

        using var whole = await page.SendAsync(HttpMethod.Get, $"/api/photos/{photo}/picture");
        using var range = await page.SendAsync(HttpMethod.Get, $"/api/photos/{photo}/picture", content: null, ("Range", "bytes=2-5"));

        Assert.Equal("image/jpeg", whole.Content.Headers.ContentType?.MediaType);
        Assert.Equal(original, await whole.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Equal(HttpStatusCode.PartialContent, range.StatusCode);
        Assert.Equal(new ContentRangeHeaderValue(2, 5, original.Length), range.Content.Headers.ContentRange);
        Assert.Equal(original[2..6], await range.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_file_that_changed_since_is_not_shown()
    {
        var page = await OpenAsync();
        var photo = await FirstPhotoAsync(page);
        await File.AppendAllTextAsync(FirstFile, "more", TestContext.Current.CancellationToken);

        await IsNotShownAsync(page, photo);
    }

    [Fact]
    public async Task Another_file_in_the_place_of_a_photo_is_not_shown()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need rights there.");
        var page = await OpenAsync();
        var photo = await FirstPhotoAsync(page);
        File.Delete(FirstFile);
        Save("secret.txt", "root:"u8.ToArray());
        File.CreateSymbolicLink(FirstFile, Photo("secret.txt"));

        await IsNotShownAsync(page, photo);
    }

    [Fact]
    public async Task The_photos_of_a_forgotten_sequence_are_not_shown()
    {
        var page = await OpenAsync();
        var photo = await FirstPhotoAsync(page);
        using (var forgotten = await page.SendAsync(HttpMethod.Delete, "/api/sequences/1"))
        {
            Assert.Equal(HttpStatusCode.NoContent, forgotten.StatusCode);
        }

        await IsNotShownAsync(page, photo);
        Assert.Equal(HttpStatusCode.NotFound, (await page.RefusedAsync(HttpMethod.Get, $"/api/photos/{photo}")).Status);
    }

    [Fact]
    public async Task A_number_that_is_no_photo_is_not_shown()
    {
        var page = await OpenAsync();

        await IsNotShownAsync(page, 4711);
    }

    [Fact]
    public async Task A_broken_file_is_not_served_as_a_picture()
    {
        var page = await OpenAsync();
        AWalk.Of(3).SaveTo(Photos);
        Save("broken.jpg", "root: no picture at all"u8.ToArray());
        await page.RunAsync("/api/imports", new { paths = new[] { Photos }, name = "Walk", transport = "Earth-Walk" });
        var columns = await page.GetAsync("/api/sequences/1/photos");
        var broken = columns.GetProperty("ids")[3].GetInt64();

        Assert.Equal("not-a-jpeg", columns.GetProperty("reasons")[3].GetString());
        Assert.Equal(-1, columns.GetProperty("runs")[3].GetInt32());
        await IsNotShownAsync(page, broken);
    }

    [Fact]
    public async Task The_camera_s_small_picture_is_served()
    {
        var small = new JpegBytes().Build();
        AWalk.Of(3).SaveTo(Photos);
        Save("0-small.jpg", new JpegBytes().Exif(new TiffBytes(bigEndian: true).At(47.1, 8.5).ExifAscii(0x9003, "2023:05:10 12:00:00").ExifAscii(0x9011, "+02:00").Thumbnail(small)).Build());
        var page = await OpenAsync();
        await page.RunAsync("/api/imports", new { paths = new[] { Photos }, name = "Walk", transport = "Earth-Walk" });
        var columns = await page.GetAsync("/api/sequences/1/photos");
        var names = Texts(columns.GetProperty("names")).ToList();
        var withSmall = columns.GetProperty("ids")[names.IndexOf("0-small.jpg")].GetInt64();
        var without = columns.GetProperty("ids")[names.IndexOf(AWalk.NameOf(1))].GetInt64();

        using var answer = await page.SendAsync(HttpMethod.Get, $"/api/photos/{withSmall}/thumbnail");

        Assert.Equal(small, await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Equal(HttpStatusCode.NotFound, (await page.RefusedAsync(HttpMethod.Get, $"/api/photos/{without}/thumbnail")).Status);
    }

    [Fact]
    public async Task The_facts_of_a_photo_name_their_sources()
    {
        var page = await OpenAsync();

        var facts = await page.GetAsync($"/api/photos/{await FirstPhotoAsync(page)}");

        Assert.Equal(FirstFile, facts.GetProperty("path").GetString());
        var byName = facts.GetProperty("facts").EnumerateArray().ToDictionary(fact => fact.GetProperty("name").GetString()!, StringComparer.Ordinal);
        Assert.Equal("47.10005, 8.5", byName["position"].GetProperty("value").GetString());
        Assert.NotEmpty(byName["position"].GetProperty("source").GetString()!);
        Assert.Equal("2023-05-10T10:00:02.25Z", byName["taken_at"].GetProperty("value").GetString());
        Assert.Equal(("10°", "true_north"), (byName["heading"].Text("value"), byName["heading"].Text("reference")));
        Assert.Equal(("501 m", "sea_level"), (byName["altitude"].Text("value"), byName["altitude"].Text("reference")));
        Assert.Equal("Trek", byName["make"].GetProperty("value").GetString());
    }

    private string FirstFile => Path.Combine(Photo("Lake walk"), AWalk.NameOf(1));

    private async Task<long> FirstPhotoAsync(OpenPage page) =>
        (await page.GetAsync($"/api/sequences/{await ImportAsync(page)}/photos")).GetProperty("ids")[0].GetInt64();

    private static async Task IsNotShownAsync(OpenPage page, long photo)
    {
        Assert.Equal(HttpStatusCode.NotFound, (await page.RefusedAsync(HttpMethod.Get, $"/api/photos/{photo}/picture")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await page.RefusedAsync(HttpMethod.Get, $"/api/photos/{photo}/thumbnail")).Status);
        Assert.DoesNotContain("root:", page.Answers, StringComparison.Ordinal);
    }
}
