using MapThePaths.Tests.Fixtures;

namespace MapThePaths.Tests.Web;

/// <summary>Work that looks at what was sent: following and verifying.</summary>
public sealed class LookingAgain : APageOfAWalk
{
    private static readonly string[] ThePractice = ["practice"];

    [Fact]
    public async Task Following_and_verifying_look_at_what_is_there()
    {
        var page = await OpenAsync();
        var id = await ImportAsync(page);
        await page.RunAsync($"/api/sequences/{id}/send", ToMapillary());

        var followed = EndOf(await page.RunAsync($"/api/sequences/{id}/follow"));
        var verified = await page.RunAsync($"/api/sequences/{id}/verify", new { safeToDelete = true });

        Assert.Equal(4, followed.GetProperty("summary").GetProperty("visible").GetInt32());
        Assert.Equal(4, EndOf(verified).GetProperty("summary").GetProperty("matching").GetInt32());
        var sum = EndOf(verified).GetProperty("summary");
        Assert.Equal((4, 0, 0), (sum.GetProperty("photos").GetInt32(), sum.GetProperty("notSent").GetInt32(), sum.GetProperty("safeToDelete").GetInt32()));
        var kept = verified.Where(said => Type(said) == "keep").ToList();
        Assert.Equal(4, kept.Count);
        Assert.Equal(3, EndOf(verified).GetProperty("exitCode").GetInt32());
        Assert.All(kept, file => Assert.Equal("stand-in-only", file.GetProperty("reason").GetString()));
    }

    [Fact]
    public async Task Verifying_that_a_destination_does_not_let_end_tells_what_it_compared()
    {
        var page = await OpenAsync();
        var id = await ImportAsync(page);
        await page.RunAsync($"/api/sequences/{id}/send", ToMapillary(follow: true));
        await page.RunAsync($"/api/sequences/{id}/send", new { destinations = ThePractice, follow = true });
        Service.AddFault("me:not_authorized");

        var events = await page.RunAsync($"/api/sequences/{id}/verify", new { safeToDelete = true });
        var end = EndOf(events);

        var note = Assert.Single(events, said => Type(said) == "note");
        Assert.StartsWith(note.GetProperty("cause").GetString()!, end.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Equal(("failed", 4), (end.GetProperty("state").GetString(), end.GetProperty("exitCode").GetInt32()));
        Assert.Contains("Sign in", end.GetProperty("message").GetString(), StringComparison.Ordinal);
        var sum = end.GetProperty("summary");
        Assert.Equal((4, 4, 0), (sum.GetProperty("photos").GetInt32(), sum.GetProperty("matching").GetInt32(), sum.GetProperty("safeToDelete").GetInt32()));
    }

    [Fact]
    public async Task Verifying_tells_of_parts_of_other_sequences_which_these_are()
    {
        var page = await OpenAsync();
        var first = await ImportAsync(page);
        await page.RunAsync($"/api/sequences/{first}/send", ToMapillary(follow: true));
        AWalk.Of(2).WithPauseBefore(1).Elsewhere().SaveTo(Photo("Others"));
        var second = IdOf(await page.RunAsync("/api/imports", new { paths = Words(Photo("Lake walk"), Photo("Others")), name = "All", transport = "Earth-Walk" }));
        await page.RunAsync($"/api/sequences/{second}/send", ToMapillary(follow: true));

        var events = await page.RunAsync($"/api/sequences/{second}/verify", new { safeToDelete = false });

        var parts = events.Where(said => Type(said) == "part").ToList();
        Assert.Contains(parts, part => part.GetProperty("number").GetInt32() == 1 && part.TryGetProperty("otherSequence", out var other) && other.GetInt64() == first);
        Assert.Contains(parts, part => part.GetProperty("number").GetInt32() == 1 && !part.TryGetProperty("otherSequence", out _));
    }

    [Fact]
    public async Task Verifying_tells_which_photos_differ_and_calls_none_of_them_failed()
    {
        var page = await OpenAsync();
        var id = await ImportAsync(page);
        await page.RunAsync($"/api/sequences/{id}/send", ToMapillary(follow: true));
        AskCatalog<object?>("UPDATE life_line SET taken_at = taken_at - 60000 WHERE path LIKE '%walk03.jpg'");

        var events = await page.RunAsync($"/api/sequences/{id}/verify", new { safeToDelete = false });

        Assert.DoesNotContain(events, said => Type(said) == "failed");
        var differing = Assert.Single(events, said => Type(said) == "differs");
        Assert.Equal(("mapillary", "shown-at-other-time"), (differing.GetProperty("destination").GetString(), differing.GetProperty("code").GetString()));
        Assert.Equal("walk03.jpg", Path.GetFileName(differing.GetProperty("path").GetString()));
        Assert.Equal(60, differing.GetProperty("seconds").GetDouble());
        Assert.NotEmpty(differing.GetProperty("imageId").GetString()!);
        Assert.Equal(3, EndOf(events).GetProperty("exitCode").GetInt32());
        Assert.False(EndOf(events).GetProperty("summary").TryGetProperty("safeToDelete", out _));
    }
}
