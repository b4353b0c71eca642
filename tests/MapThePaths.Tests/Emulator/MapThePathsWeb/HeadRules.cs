using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using MapThePaths.Emulator;
using MapThePaths.Emulator.MapThePathsWeb;

namespace MapThePaths.Tests.Emulator.MapThePathsWeb;

/// <summary>mtpw.md §5 and §7: the generation that ran in production.</summary>
public sealed class HeadRules : WebTest
{
    private const string Created = "Sequence successfully was created.";
    private const string Imported = "Sequence successfully was imported. Sequence will be published in about 10 minutes.";

    protected override EmulatorOptions Options => base.Options with { WebGeneration = WebGeneration.Head };

    [Fact]
    public async Task Creating_makes_an_unpublished_row_each_time()
    {
        var first = AssertSucceeded(Created, await CreateAsync());
        var second = AssertSucceeded(Created, await CreateAsync());

        Assert.NotEqual(first, second);
        Assert.All(await RowsAsync(), row => Assert.False(row.GetProperty("is_published").GetBoolean()));
    }

    [Theory]
    [InlineData("name=&transport_type=Walk", "Sequence Name is missing")]
    [InlineData("transport_type=Walk", "Sequence Name is missing")]
    [InlineData("name=A", "Transport type is missing")]
    [InlineData("name=A&transport_type=", "Transport type is invalid")]
    [InlineData("name=A&transport_type=Earth%20-%20Walk", "Transport type is invalid")]
    [InlineData("name=A&transport_type=Walk%20", "Transport type is invalid")]
    public async Task A_missing_or_wrong_member_is_refused(string form, string error)
    {
        using var body = new StringContent(form, new MediaTypeHeaderValue("application/x-www-form-urlencoded"));

        AssertRefused(error, await Wire.AskAsync(HttpMethod.Post, "/api/v1/sequence/create/", body));
    }

    [Theory]
    [InlineData("walk")]
    [InlineData("EARTH")]
    [InlineData("base jump")]
    [InlineData("Unlisted")]
    public async Task A_transport_type_is_known_by_its_name_alone(string type) =>
        AssertSucceeded(Created, await CreateAsync(("transport_type", type)));

    [Fact]
    public async Task Names_have_at_most_100_characters()
    {
        AssertSucceeded(Created, await CreateAsync(("name", new string('x', 100))));
        AssertCrashed(await CreateAsync(("name", new string('x', 101))));
    }

    /// <summary>§7: what is not literally in the request is taken off again.</summary>
    [Theory]
    [InlineData("lake,forest", new[] { "lake", "forest" })]
    [InlineData("Beach,lake", new[] { "lake" })]
    [InlineData("a, b", new[] { "a", " b" })]
    [InlineData("[tag1,tag2]", new[] { "[tag1", "tag2]" })]
    [InlineData("a,,a", new[] { "a", "" })]
    [InlineData("", new[] { "" })]
    public async Task Tags_are_stored_in_lower_case_and_unchecked(string tag, string[] stored)
    {
        AssertSucceeded(Created, await CreateAsync(("tag", tag)));

        Assert.Equal(stored, Tags(await OnlyRowAsync()));
    }

    [Fact]
    public async Task Of_a_repeated_tag_member_the_last_counts()
    {
        AssertSucceeded(Created, await CreateAsync(("tag", "a"), ("tag", "b")));

        Assert.Equal(["b"], Tags(await OnlyRowAsync()));
    }

    [Fact]
    public async Task A_tag_that_is_too_long_crashes_with_the_row_and_the_tags_before_it_stored()
    {
        AssertCrashed(await CreateAsync(("tag", "lake," + new string('x', 51) + ",forest")));

        Assert.Equal(["lake"], Tags(await OnlyRowAsync()));
    }

    [Fact]
    public async Task A_put_publishes_the_row_with_mapillarys_facts()
    {
        var key = await SequenceKeyAsync();
        var id = await CreatedAsync();

        Assert.Equal(id, AssertSucceeded(Imported, await PutAsync(id, Pair(key))));

        var row = await OnlyRowAsync();
        Assert.True(row.GetProperty("is_published").GetBoolean());
        Assert.Equal((key, 2), (row.GetProperty("sequence_key").GetString(), row.GetProperty("images").GetInt32()));
        Assert.Equal(["lake"], Tags(row));
        Assert.Equal((2, 1), (await CallsAsync("v3_me"), await CallsAsync("v3_sequence")));
    }

    [Fact]
    public async Task A_sequence_of_one_image_is_imported_too()
    {
        await Mapillary.UploadAsync(TinyJpeg.Described(50.9, -0.5, "2020_09_12_10_00_00_000"));
        var sequence = Assert.Single(await Mapillary.FeaturesAsync("/sequences"));

        AssertSucceeded(
            Imported, await PutAsync(await CreatedAsync(), Pair(sequence.GetProperty("properties").GetProperty("key").GetString()!)));
    }

    [Fact]
    public async Task A_put_takes_a_form_too()
    {
        var key = await SequenceKeyAsync();
        var id = await CreatedAsync();
        using var form = new FormUrlEncodedContent(
            [KeyValuePair.Create("mapillary_user_token", MapillaryToken), KeyValuePair.Create("mapillary_sequence_key", key)]);

        AssertSucceeded(Imported, await Wire.AskAsync(HttpMethod.Put, $"/api/v1/sequence/import/{id}/", form));
    }

    [Fact]
    public async Task Without_the_last_slash_a_put_is_sent_elsewhere()
    {
        var id = await CreatedAsync();

        var reply = await Wire.AskAsync(HttpMethod.Put, "/api/v1/sequence/import/" + id);

        Assert.Equal((301, $"/api/v1/sequence/import/{id}/"), (reply.Status, reply.Headers["Location"]));
    }

    [Fact]
    public async Task The_same_put_twice_loses_the_tags()
    {
        var key = await SequenceKeyAsync();
        var id = await CreatedAsync();
        await PutAsync(id, Pair(key));

        AssertSucceeded(Imported, await PutAsync(id, Pair(key)));

        Assert.Empty(Tags(await OnlyRowAsync()));
    }

    [Fact]
    public async Task Another_row_with_the_same_key_is_deleted()
    {
        var key = await SequenceKeyAsync();
        await PutAsync(await CreatedAsync(), Pair(key));
        var second = await CreatedAsync();

        await PutAsync(second, Pair(key));

        Assert.Equal(second, (await OnlyRowAsync()).GetProperty("unique_id").GetString());
    }

    [Fact]
    public async Task Anybody_can_put_any_row_and_owns_it_then()
    {
        var key = await SequenceKeyAsync();
        var id = await CreatedAsync();
        Wire.Bearer = "Bearer " + Server.MtpwAccessTokenOf("another");

        AssertSucceeded(Imported, await PutAsync(id, Pair(key)));

        Assert.Equal("another", (await OnlyRowAsync()).GetProperty("user").GetString());
    }

    [Theory]
    [InlineData("not-an-id")]
    [InlineData("b6f1a3f0-0000-4000-8000-000000000000")]
    public async Task An_unknown_row_crashes(string id) => AssertCrashed(await PutAsync(id, []));

    [Fact]
    public async Task Links_are_stored_at_once_and_told_line_by_line()
    {
        var id = await CreatedAsync();

        var reply = await PutAsync(id, new JsonObject { ["google_street_view"] = true, ["strava"] = "4711" });

        Assert.Equal("Google Street View is updated \nStrava is updated \n", reply.Json.GetProperty("message").GetString());
        Assert.True(reply.Json.GetProperty("status").GetBoolean());
        var row = await OnlyRowAsync();
        Assert.Equal(("True", "4711"), (row.GetProperty("google_street_view").GetString(), row.GetProperty("strava").GetString()));
    }

    [Fact]
    public async Task A_link_that_is_null_or_an_activity_that_is_too_long_crashes()
    {
        var id = await CreatedAsync();

        AssertCrashed(await PutAsync(id, new JsonObject { ["google_street_view"] = null }));
        AssertCrashed(await PutAsync(id, new JsonObject { ["strava"] = new string('1', 51) }));
        Assert.Equal(200, (await PutAsync(id, new JsonObject { ["strava"] = null })).Status);
    }

    [Fact]
    public async Task Links_stay_stored_when_the_rest_is_refused()
    {
        var id = await CreatedAsync();

        AssertRefused(
            "Mapillary token is invalid",
            await PutAsync(id, new JsonObject { ["strava"] = "4711", ["mapillary_user_token"] = "a.b.c" }));

        Assert.Equal("4711", (await OnlyRowAsync()).GetProperty("strava").GetString());
    }

    [Fact]
    public async Task What_is_missing_or_refused_is_told_in_order()
    {
        var key = await SequenceKeyAsync();
        var id = await CreatedAsync();

        AssertRefused("Mapillary token is missing", await PutAsync(id, []));
        AssertRefused("Mapillary token is invalid", await PutAsync(id, new JsonObject { ["mapillary_user_token"] = null }));
        AssertRefused("Sequence key is missing", await PutAsync(id, new JsonObject { ["mapillary_user_token"] = MapillaryToken }));
        AssertRefused("Sequence is empty", await PutAsync(id, Pair("unknown")));
        AssertRefused("You are not owner of this sequence", await PutAsync(id, Pair(key, Server.V3AccessTokenOf("another"))));
        Assert.False((await OnlyRowAsync()).GetProperty("is_published").GetBoolean());
    }

    [Theory]
    [InlineData("v3_me:garbage", false)]
    [InlineData("v3_me:lose_reply", true)]
    [InlineData("v3_sequence:lose_reply", true)]
    [InlineData("v3_sequence:empty_object", true)]
    public async Task An_unreachable_mapillary_crashes_and_one_that_speaks_no_json_is_a_refusal(string rule, bool crashes)
    {
        var key = await SequenceKeyAsync();
        var id = await CreatedAsync();
        Fault(rule);

        var reply = await PutAsync(id, Pair(key));

        if (crashes)
        {
            AssertCrashed(reply);
        }
        else
        {
            AssertRefused("Mapillary token is invalid", reply);
        }
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("POST")]
    public async Task A_row_is_imported_by_put_alone(string method) =>
        Assert.Equal(405, (await Wire.AskAsync(HttpMethod.Parse(method), $"/api/v1/sequence/import/{await CreatedAsync()}/")).Status);

    [Fact]
    public async Task A_row_is_read_back_without_signing_in()
    {
        var key = await SequenceKeyAsync();
        var id = await CreatedAsync();
        await PutAsync(id, Pair(key));

        var reply = await Client.AskAsync(HttpMethod.Get, $"{Wire.Addresses.Url}/sequence/{id}/ajax_get_detail/");

        var fields = Assert.Single(reply.Json.GetProperty("sequence").EnumerateArray()).GetProperty("fields");
        Assert.Equal(id, fields.GetProperty("unique_id").GetString());
        Assert.Equal(("A walk", key, "practice"), (Text("name"), Text("seq_key"), Text("username")));
        Assert.Equal((true, 2), (fields.GetProperty("is_published").GetBoolean(), fields.GetProperty("image_count").GetInt32()));
        Assert.Equal((1, 16), (fields.GetProperty("tag").GetArrayLength(), fields.GetProperty("transport_type").GetInt32()));

        string? Text(string name) => fields.GetProperty(name).GetString();
    }

    [Fact]
    public async Task A_lost_reply_of_create_leaves_a_row_that_the_client_does_not_know()
    {
        Fault("mtpw_create:lose_reply:only=1");

        await Assert.ThrowsAsync<HttpRequestException>(() => CreateAsync());

        Assert.Single(await RowsAsync());
    }

    private JsonObject Pair(string key, string? token = null) =>
        new() { ["mapillary_user_token"] = token ?? MapillaryToken, ["mapillary_sequence_key"] = key };

    private async Task<string> CreatedAsync() => AssertSucceeded(Created, await CreateAsync(("tag", "lake")));

    /// <summary>All members as they should be, but for those given.</summary>
    private Task<Reply> CreateAsync(params (string Name, string Value)[] others)
    {
        (string Name, string Value)[] usual = [("name", "A walk"), ("description", "By the lake"), ("transport_type", "Walk"), ("source", "mtpdu")];
        return Wire.PostFormAsync(
            "/api/v1/sequence/create/", [.. usual.Where(member => others.All(other => other.Name != member.Name)), .. others]);
    }

    private async Task<Reply> PutAsync(string id, JsonObject members)
    {
        using var body = new StringContent(members.ToJsonString(), new MediaTypeHeaderValue("application/json"));
        return await Wire.AskAsync(HttpMethod.Put, $"/api/v1/sequence/import/{id}/", body);
    }
}
