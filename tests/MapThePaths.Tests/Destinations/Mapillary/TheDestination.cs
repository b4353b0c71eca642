using MapThePaths.Destinations.Mapillary;
using MapThePaths.Tests.Fixtures;
using static MapThePaths.Tests.Destinations.Mapillary.Replies;

namespace MapThePaths.Tests.Destinations.Mapillary;

public sealed class TheDestination
{
    [Fact]
    public void It_takes_a_thousand_photos_six_thousand_megapixels_and_110_GiB_flat_or_spherical_but_nothing_from_the_air()
    {
        var rules = MapillaryDestination.Rules;

        Assert.Equal((1_000, 6_000_000_000, 118_111_600_640), (rules.MaxPhotosPerPart, rules.MaxPixelsPerPart, rules.MaxBytesPerPart));
        Assert.Equal(["equirectangular", "flat"], rules.Projections.Order(StringComparer.Ordinal));
        Assert.False(rules.AcceptsAir);
    }

    [Fact]
    public async Task Under_another_name_it_is_the_same_and_says_that_name()
    {
        await using var server = new ScriptedServer(GraphError(400, """{"code":190,"message":"m"}"""));
        var practice = MapillaryDestination.Create(Client.Options(server.Url, new ManualTime()) with { Name = "practice" });

        var failure = await Client.FailureOf(practice.SignIn.WhoAmIAsync(TestContext.Current.CancellationToken));

        Assert.Equal("practice", practice.Name);
        Assert.StartsWith("practice: ", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Chance_only_shortens_waits_of_ours_and_only_lengthens_waits_of_the_service()
    {
        var time = new ManualTime();
        var limited = UploadError(429, "RequestRateLimitedError", "false", ""","backoff":20000""");
        await using var server = new ScriptedServer(Overloaded, limited, Reply.Json("""{"id":"1","username":"t"}"""));
        var destination = MapillaryDestination.Create(Client.Options(server.Url, time) with { Jitter = () => 0.5 });

        await destination.SignIn.WhoAmIAsync(TestContext.Current.CancellationToken);

        Assert.Equal([0.75, 21], time.Waits.Select(wait => wait.TotalSeconds));
    }
}
