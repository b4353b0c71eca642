using MapThePaths.Core.Destinations;
using MapThePaths.Core.Geo;
using MapThePaths.Tests.Fixtures;
using NodaTime;
using static MapThePaths.Tests.Destinations.Mapillary.Replies;

namespace MapThePaths.Tests.Destinations.Mapillary;

public sealed class LookingForImages
{
    private static readonly Reply Nothing = Reply.Json("""{"data":[]}""");

    private static readonly PublicationQuery Query = new(
        new Account("1", "tester & co"),
        Instant.FromUtc(2023, 5, 10, 10, 0, 0) + Duration.FromMilliseconds(250),
        Instant.FromUtc(2023, 5, 10, 10, 5, 0) + Duration.FromMilliseconds(250),
        new GeoBox(West: -0.55, South: 50.90, East: -0.54, North: 50.91),
        PublicationId: null);

    [Fact]
    public async Task The_search_names_the_user_the_seconds_around_and_all_lasting_fields()
    {
        await using var server = new ScriptedServer(Nothing);

        var sighting = await LookAsync(server);

        Assert.Equal(new Sighting([], null).Failure, sighting.Failure);
        Assert.Empty(sighting.Images);
        var target = server.Requests[0].Target;
        Assert.StartsWith(
            "/images?creator_username=tester%20%26%20co&start_captured_at=2023-05-10T09:59:59Z&end_captured_at=2023-05-10T10:05:02Z&",
            target,
            StringComparison.Ordinal);
        Assert.Contains("limit=2000", target, StringComparison.Ordinal);
        Assert.All(
            ["id", "captured_at", "geometry", "sequence", "make", "model", "creator", "compass_angle", "computed_geometry", "is_pano"],
            field => Assert.Matches($"[=,]{field}[,&]", target));
        Assert.DoesNotContain("thumb", target, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_image_keeps_its_record_as_received()
    {
        const string Record =
            """{"id":"1447", "captured_at":1683712800250,"geometry":{"coordinates":[-0.545,50.905]},"sequence":"d7Dl","merge_cc":4535353535353535353}""";
        await using var server = new ScriptedServer(Reply.Json($$"""{"data":[{{Record}}]}"""));

        var image = Assert.Single((await LookAsync(server)).Images);

        Assert.Equal(new RemoteImage("1447", Query.First, new GeoPoint(50.905, -0.545), "d7Dl", Record), image);
    }

    [Fact]
    public async Task An_image_without_a_sequence_yet_is_an_image()
    {
        await using var server = new ScriptedServer(Page(AnImage("1")));

        Assert.Null(Assert.Single((await LookAsync(server)).Images).SequenceId);
    }

    [Theory]
    [InlineData("""{"captured_at":1683712800250,"geometry":{"coordinates":[-0.545,50.905]}}""")]
    [InlineData("""{"id":"1","geometry":{"coordinates":[-0.545,50.905]}}""")]
    [InlineData("""{"id":"1","captured_at":99999999999999999,"geometry":{"coordinates":[-0.545,50.905]}}""")]
    [InlineData("""{"id":"1","captured_at":1683712800250}""")]
    [InlineData("""{"id":"1","captured_at":1683712800250,"geometry":{"coordinates":[]}}""")]
    [InlineData("""{"id":"1","captured_at":1683712800250,"geometry":{"coordinates":[8.5,47.1]}}""")]
    [InlineData("""{"id":"1","captured_at":1683712900250000,"geometry":{"coordinates":[-0.545,50.905]}}""")]
    [InlineData("7")]
    public async Task What_cannot_be_one_of_the_photos_is_left_out(string image)
    {
        await using var server = new ScriptedServer(Page(image, AnImage("good")));

        Assert.Equal("good", Assert.Single((await LookAsync(server)).Images).Id);
    }

    [Fact]
    public async Task All_pages_are_read()
    {
        await using var second = new ScriptedServer();
        await using var server = new ScriptedServer(
            Reply.Json($$"""{"data":[{{AnImage("1")}}],"paging":{"next":"/images?after=abc"} }"""),
            Page(AnImage("2")));

        var sighting = await LookAsync(server);

        Assert.Equal(["1", "2"], sighting.Images.Select(image => image.Id));
        Assert.Equal("/images?after=abc", server.Requests[1].Target);
    }

    [Fact]
    public async Task The_token_follows_no_page_to_another_host()
    {
        await using var foreign = new ScriptedServer(Nothing);
        await using var server = new ScriptedServer(Reply.Json($$"""{"data":[],"paging":{"next":"{{foreign.Url}}/images?after=abc"} }"""));

        var failure = await Client.FailureOf(LookAsync(server));

        Assert.Equal(FailureKind.Unreachable, failure.Kind);
        Assert.Empty(foreign.Requests);
    }

    [Fact]
    public async Task Pages_without_end_are_left()
    {
        var page = Reply.Json("""{"data":[],"paging":{"next":"/images?after=abc"}}""");
        await using var server = new ScriptedServer(Enumerable.Repeat(page, 100));

        var failure = await Client.FailureOf(LookAsync(server));

        Assert.Equal(FailureKind.Unreachable, failure.Kind);
    }

    [Fact]
    public async Task Not_there_means_nothing_to_see_yet()
    {
        await using var server = new ScriptedServer(GraphError(400, """{"code":100,"error_subcode":33,"message":"m"}"""));

        Assert.Empty((await LookAsync(server)).Images);
    }

    [Fact]
    public async Task A_refused_search_says_nothing_about_the_publication()
    {
        await using var server = new ScriptedServer(GraphError(400, """{"code":100,"message":"m"}"""));

        Assert.Equal(FailureKind.Unreachable, (await Client.FailureOf(LookAsync(server))).Kind);
    }

    [Fact]
    public async Task The_record_of_a_sequence_is_the_answer_as_received()
    {
        await using var server = new ScriptedServer(Reply.Json("""{"data":[ {"id":"148"} ]}"""));

        var record = (await Client.Of(server).Watcher.SequenceRecordAsync("d7D/l", TestContext.Current.CancellationToken)).Record;

        Assert.Equal("""{"data":[ {"id":"148"} ]}""", record);
        Assert.Equal(["GET /image_ids?sequence_id=d7D%2Fl"], server.Lines);
    }

    private static Task<Sighting> LookAsync(ScriptedServer server) =>
        Client.Of(server).Watcher.LookAsync(Query, TestContext.Current.CancellationToken);

    private static Reply Page(params string[] images) => Reply.Json($$"""{"data":[{{string.Join(',', images)}}]}""");

    private static string AnImage(string id) =>
        $$"""{"id":"{{id}}","captured_at":1683712800250,"geometry":{"type":"Point","coordinates":[-0.545,50.905]} }""";
}
