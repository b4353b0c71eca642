using MapThePaths.Core.Destinations;
using MapThePaths.Core.Geo;
using MapThePaths.Tests.Fixtures;
using NodaTime;

namespace MapThePaths.Tests.Destinations.MapillaryV3;

public sealed class LookingForSequences
{
    private const string Here = "[-1.612,50.815]";
    private const string Far = "[8.5,47.1]";

    private static readonly PublicationQuery Query = new(
        new Account("Qz7b", "pathwalker"),
        Instant.FromUtc(2020, 9, 12, 10, 20, 4) + Duration.FromMilliseconds(500),
        Instant.FromUtc(2020, 9, 12, 10, 20, 8) + Duration.FromMilliseconds(500),
        new GeoBox(West: -1.613, South: 50.815, East: -1.612, North: 50.816),
        PublicationId: null);

    private readonly ManualTime _time = new();

    [Fact]
    public async Task Sequences_are_looked_for_by_user_and_times_and_their_images_by_their_keys()
    {
        await using var api = new ScriptedServer(Collection(Sequence("s1", "i1")), Collection(Image("i1", "s1")));

        await LookAsync(api);

        Assert.Equal(
            [
                $"GET /v3/sequences?{Client.Id}&userkeys=Qz7b&start_time=2020-09-12T10:20:03Z&end_time=2020-09-12T10:20:10Z&per_page=1000&sort_by=key",
                $"GET /v3/images?{Client.Id}&sequence_keys=s1&per_page=1000&sort_by=key",
            ],
            api.Lines);
    }

    [Fact]
    public async Task An_image_is_read_into_columns_and_keeps_its_object_as_received()
    {
        const string Record = """{"type":"Feature", "properties":{"ca":271.4,"camera_make":"GoPro","camera_model":"Fusion","captured_at":"2020-09-12T12:20:04.500+02:00","key":"i1","organization_key":"o1","pano":true,"private":false,"quality_score":4,"sequence_key":"s1","user_key":"Qz7b","username":"pathwalker"},"geometry":{"type":"Point","coordinates":[-1.612,50.815]}}""";
        await using var api = new ScriptedServer(Collection(Sequence("s1", "i1")), Collection(Record));

        var image = Assert.Single((await LookAsync(api)).Images);

        Assert.Equal(
            new RemoteImage("i1", Query.First, new GeoPoint(50.815, -1.612), "s1", Record)
            {
                Make = "GoPro",
                Model = "Fusion",
                Heading = 271.4,
                IsPanorama = true,
                IsPrivate = false,
                Quality = 4,
                UserId = "Qz7b",
                UserName = "pathwalker",
                OrganizationId = "o1",
            },
            image);
    }

    [Fact]
    public async Task A_sequence_is_read_into_columns_and_keeps_its_object_as_received()
    {
        var record = Sequence("s1", "i1", "i2");
        await using var api = new ScriptedServer(Reply.Json(record));

        var sequence = await Client.Of(api).Watcher.SequenceRecordAsync("s/1", TestContext.Current.CancellationToken);

        Assert.Equal($"GET /v3/sequences/s%2F1?{Client.Id}", Assert.Single(api.Lines));
        Assert.Equal(("s1", record, "GoPro", true, "pathwalker"), (sequence.Id, sequence.Record, sequence.Make, sequence.IsPanorama, sequence.UserName));
        Assert.Equal(["i1", "i2"], sequence.ImageIds);
        Assert.Equal(Query.First, sequence.CapturedAt);
    }

    [Fact]
    public async Task All_sequences_near_the_photos_are_asked_for_their_images_and_none_that_is_elsewhere()
    {
        await using var api = new ScriptedServer(
            Collection(SequenceAt(Far, "other", "x"), Sequence("s1", "i1"), Sequence("s2", "i2")),
            Collection(Image("i1", "s1"), Image("i2", "s2"), Image("x", "s2", Far)));

        var sighting = await LookAsync(api);

        Assert.Equal(["i1", "i2"], sighting.Images.Select(image => image.Id));
        Assert.Contains("sequence_keys=s1,s2&", api.Lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sequence_that_was_made_before_the_session_was_opened_came_from_another_session()
    {
        string MadeAt(string time, string key, string image) => Sequence(key, image).Replace("\"camera_make\"", $"\"created_at\":\"{time}\",\"camera_make\"", StringComparison.Ordinal);
        await using var api = new ScriptedServer(
            Client.Gone,
            Reply.Json("[]"),
            Collection(MadeAt("2020-09-14T08:03:21.113Z", "before", "i1"), MadeAt("2020-09-14T08:03:21.115Z", "after", "i2"), Sequence("unsaid", "i3")),
            Collection());

        await LookAsync(api, session: "k1", openedAt: Instant.FromUtc(2020, 9, 14, 8, 3, 21) + Duration.FromMilliseconds(114));

        Assert.Contains("sequence_keys=after,unsaid&", api.Lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_image_of_old_that_names_no_sequence_belongs_to_the_one_that_names_it()
    {
        await using var api = new ScriptedServer(Collection(Sequence("s1", "i1"), Sequence("s2", "i2")), Collection(Image("i2", sequence: null)));

        Assert.Equal("s2", Assert.Single((await LookAsync(api)).Images).SequenceId);
    }

    [Theory]
    [InlineData("""</v3/sequences?_next_page_token=a%2Cb>; rel="next" """)]
    [InlineData("""<x>; rel="first", </v3/sequences?_next_page_token=a%2Cb>; title="a, b"; rel="last next" """)]
    [InlineData("""<x>;rel=prev,</v3/sequences?_next_page_token=a%2Cb>;rel=next""")]
    public async Task Pages_are_followed_as_the_header_names_them(string link)
    {
        await using var api = new ScriptedServer(
            Reply.Json($$"""{"type":"FeatureCollection","features":[{{Sequence("s1", "i1")}}]}""", 200, $"Link: {link}"),
            Collection(Sequence("s2", "i2")),
            Collection());

        await LookAsync(api);

        Assert.Equal("GET /v3/sequences?_next_page_token=a%2Cb", api.Lines[1]);
        Assert.Equal($"Bearer {Client.Token}", api.Requests[1].Header("Authorization"));
        Assert.Contains("sequence_keys=s1,s2&", api.Lines[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_token_follows_no_page_to_another_host()
    {
        await using var foreign = new ScriptedServer(Collection());
        await using var api = new ScriptedServer(Reply.Json("""{"features":[]}""", 200, $"Link: <{foreign.Url}/v3/sequences>; rel=\"next\""));

        var failure = await Client.FailureOf(LookAsync(api));

        Assert.Equal("strange-paging", failure.Code);
        Assert.Empty(foreign.Requests);
    }

    [Fact]
    public async Task A_storm_of_504_is_waited_out_at_growing_gaps()
    {
        await using var api = new ScriptedServer([.. Enumerable.Repeat(Reply.Json("<html>gateway</html>", 504), 5), Collection()]);

        Assert.Empty((await LookAsync(api)).Images);
        Assert.Equal(6, api.Requests.Count);
        Assert.True(_time.Waits[4] > _time.Waits[0], "The waits do not grow.");
    }

    [Fact]
    public async Task A_storm_that_does_not_end_leaves_the_service_unreachable()
    {
        await using var api = new ScriptedServer(Enumerable.Repeat(Reply.Json("""{"message":"timeout"}""", 504), 8));

        Assert.Equal(FailureKind.Unreachable, (await Client.FailureOf(LookAsync(api))).Kind);
    }

    [Fact]
    public async Task A_failed_session_is_found_by_its_key_with_its_reason()
    {
        await using var api = new ScriptedServer(Client.Failed("Not one photo\\tcould be read"));

        var sighting = await LookAsync(api, "k1");

        Assert.Equal(("Not one photo could be read", "k1"), (sighting.Failure, sighting.Session?.Key));
        Assert.Contains("extra", sighting.Session!.Record, StringComparison.Ordinal);
        Assert.Equal([$"GET /v3/me/uploads/k1?{Client.Id}"], api.Lines);
    }

    [Fact]
    public async Task A_failed_session_that_has_no_address_of_its_own_is_found_in_the_list()
    {
        await using var api = new ScriptedServer(
            Client.Gone, Reply.Json("""[{"key":"k0","error":{"reason":"another"}},{"key":"k1","error":{"reason":"this one"}}]"""));

        Assert.Equal("this one", (await LookAsync(api, "k1")).Failure);
    }

    [Fact]
    public async Task A_session_that_is_shown_nowhere_has_not_failed()
    {
        await using var api = new ScriptedServer(Client.Gone, Reply.Json("[]"), Collection());

        var sighting = await LookAsync(api, "k1");

        Assert.Null(sighting.Failure);
        Assert.Null(sighting.Session);
    }

    [Theory]
    [InlineData("""{"type":"Feature","properties":{"key":"i1","captured_at":"2020-09-12T10:20:04.500Z"}}""")]
    [InlineData("""{"type":"Feature","properties":{"key":"i1"},"geometry":{"coordinates":[-1.612,50.815]}}""")]
    [InlineData("""{"type":"Feature","properties":{"captured_at":"2020-09-12T10:20:04.500Z"},"geometry":{"coordinates":[-1.612,50.815]}}""")]
    [InlineData("7")]
    public async Task What_cannot_be_one_of_the_photos_is_left_out(string image)
    {
        await using var api = new ScriptedServer(Collection(Sequence("s1", "good")), Collection(image, Image("good", "s1")));

        Assert.Equal("good", Assert.Single((await LookAsync(api)).Images).Id);
    }

    private static Reply Collection(params string[] features) => Reply.Json($$"""{"type":"FeatureCollection","features":[{{string.Join(',', features)}}]}""");

    private static string Sequence(string key, params string[] images) => SequenceAt(Here, key, images);

    private static string SequenceAt(string place, string key, params string[] images) =>
        $$$"""{"type":"Feature","properties":{"camera_make":"GoPro","captured_at":"2020-09-12T10:20:04.500Z","coordinateProperties":{"cas":[1],"image_keys":[{{{string.Join(',', images.Select(image => $"\"{image}\""))}}}]},"key":"{{{key}}}","pano":true,"username":"pathwalker"},"geometry":{"type":"LineString","coordinates":[{{{place}}}]}}""";

    private static string Image(string key, string? sequence, string place = Here) =>
        $$$"""{"type":"Feature","properties":{"captured_at":"2020-09-12T10:20:04.500Z","key":"{{{key}}}"{{{(sequence is null ? "" : $",\"sequence_key\":\"{sequence}\"")}}}},"geometry":{"type":"Point","coordinates":{{{place}}}}}""";

    private Task<Sighting> LookAsync(ScriptedServer api, string? session = null, Instant? openedAt = null) =>
        Client.Of(api, _time).Watcher.LookAsync(Query with { Session = session, SessionOpenedAt = openedAt }, TestContext.Current.CancellationToken);
}
