namespace MapThePaths.Tests.Emulator.MapThePathsWeb;

/// <summary>mtpw.md §4: the generation that the seed describes.</summary>
public sealed class SeedRules : WebTest
{
    private const string Imported = "Sequence successfully was imported.";
    private const string Updated = "Sequence successfully was updated.";

    [Fact]
    public async Task A_verified_token_is_answered_with_mapillarys_profile()
    {
        var reply = await VerifyAsync(MapillaryToken);

        Assert.Equal(200, reply.Status);
        Assert.True(reply.Json.GetProperty("status").GetBoolean());
        Assert.Equal((await Mapillary.GetAsync("/me")).Text, reply.Json.GetProperty("map_user_data").GetRawText());
        Assert.Equal("""["practice"]""", (await Client.StateAsync()).Json.GetProperty("mtpw").GetProperty("mapillary_tokens_of").GetRawText());
    }

    [Theory]
    [InlineData("")]
    [InlineData("a.b.c")]
    public async Task A_token_that_mapillary_refuses_is_invalid(string token) =>
        AssertRefused("Mapillary token is invalid", await VerifyAsync(token));

    [Fact]
    public async Task A_json_body_is_empty()
    {
        using var body = new StringContent(
            $$"""{"mapillary_token":"{{MapillaryToken}}"}""", new System.Net.Http.Headers.MediaTypeHeaderValue("application/json"));

        AssertRefused("Mapillary token is invalid", await Wire.AskAsync(HttpMethod.Post, "/api/v1/mapillary/token/verify", body));
    }

    [Fact]
    public async Task A_bad_token_takes_a_good_ones_place()
    {
        var key = await SequenceKeyAsync();
        await VerifyAsync(MapillaryToken);
        AssertSucceeded(Imported, await ImportAsync(key));

        await VerifyAsync("a.b.c");

        AssertRefused("Mapillary token is invalid", await ImportAsync(key));
    }

    [Theory]
    [InlineData("v3_me:status=503:only=1", "a message")]
    [InlineData("v3_me:garbage:only=1", null)]
    [InlineData("v3_me:lose_reply:only=1", null)]
    public async Task Mapillarys_message_is_a_refusal_and_anything_that_is_no_json_a_crash(string rule, string? refusal)
    {
        Fault(rule);

        var reply = await VerifyAsync(MapillaryToken);

        if (refusal is null)
        {
            AssertCrashed(reply);
        }
        else
        {
            AssertRefused("Mapillary token is invalid", reply);
        }
    }

    [Fact]
    public async Task An_import_makes_a_published_row_and_a_second_one_updates_it()
    {
        var key = await SequenceKeyAsync();
        await VerifyAsync(MapillaryToken);

        var id = AssertSucceeded(Imported, await ImportAsync(key));
        var again = AssertSucceeded(Updated, await ImportAsync(key, ("name", "Another name"), ("description", ""), ("transport_type", "wAlK")));

        var row = await OnlyRowAsync();
        Assert.Equal((id, id), (again, row.GetProperty("unique_id").GetString()));
        Assert.Equal(("Another name", "By the lake", "Walk"), (Text("name"), Text("description"), Text("transport_type")));
        Assert.Equal((key, 2), (Text("sequence_key"), row.GetProperty("images").GetInt32()));
        Assert.True(row.GetProperty("is_published").GetBoolean());

        string? Text(string name) => row.GetProperty(name).GetString();
    }

    [Fact]
    public async Task An_update_makes_the_caller_the_owner()
    {
        var key = await SequenceKeyAsync();
        await VerifyAsync(MapillaryToken);
        await ImportAsync(key);
        Wire.Bearer = "Bearer " + Server.MtpwAccessTokenOf("another");
        await VerifyAsync(MapillaryToken);

        AssertSucceeded(Updated, await ImportAsync(key));

        Assert.Equal("another", (await OnlyRowAsync()).GetProperty("user").GetString());
    }

    [Fact]
    public async Task Without_a_handed_over_token_nothing_is_imported() =>
        AssertRefused("Mapillary token is invalid", await ImportAsync(await SequenceKeyAsync()));

    [Theory]
    [InlineData("sequence_key", "", "Sequence key is missing")]
    [InlineData("name", "", "Sequence Name is missing")]
    [InlineData("transport_type", "Earth - Walk", "Transport type is invalid")]
    [InlineData("transport_type", " Walk", "Transport type is invalid")]
    [InlineData("transport_type", "", "Transport type is invalid")]
    public async Task A_missing_or_wrong_member_is_refused(string member, string value, string error)
    {
        var key = await SequenceKeyAsync();
        await VerifyAsync(MapillaryToken);

        AssertRefused(error, await ImportAsync(key, (member, value)));
        Assert.Empty(await RowsAsync());
    }

    [Fact]
    public async Task An_unknown_sequence_crashes_before_the_transport_type_is_looked_at()
    {
        await VerifyAsync(MapillaryToken);

        AssertCrashed(await ImportAsync("unknown", ("transport_type", "no such type")));
    }

    [Fact]
    public async Task A_missing_transport_type_crashes()
    {
        var key = await SequenceKeyAsync();
        await VerifyAsync(MapillaryToken);

        AssertCrashed(await PostAsync(("sequence_key", key), ("name", "A walk"), ("tag", "lake")));
    }

    [Fact]
    public async Task Another_mapillary_users_sequence_is_refused()
    {
        var key = await SequenceKeyAsync();
        await VerifyAsync(Server.V3AccessTokenOf("another"));

        AssertRefused("You are not owner of this sequence", await ImportAsync(key));
    }

    [Fact]
    public async Task Without_the_member_tag_the_row_is_stored_and_then_the_server_crashes()
    {
        var key = await SequenceKeyAsync();
        await VerifyAsync(MapillaryToken);

        AssertCrashed(await PostAsync(("sequence_key", key), ("name", "A walk"), ("transport_type", "Walk"), ("tags", "lake")));

        Assert.Equal(key, (await OnlyRowAsync()).GetProperty("sequence_key").GetString());
        AssertSucceeded(Updated, await ImportAsync(key));
    }

    [Theory]
    [InlineData("lake,forest", new string[0])]
    [InlineData("", new[] { "" })]
    public async Task Tags_are_never_stored_but_an_empty_one_is(string tag, string[] stored)
    {
        var key = await SequenceKeyAsync();
        await VerifyAsync(MapillaryToken);

        AssertSucceeded(Imported, await ImportAsync(key, ("tag", tag)));

        Assert.Equal(stored, Tags(await OnlyRowAsync()));
    }

    [Theory]
    [InlineData("POST", "/api/v1/sequence/create")]
    [InlineData("GET", "/sequence/x/ajax_get_detail/")]
    public async Task What_later_servers_have_is_not_found(string method, string path) =>
        Assert.Equal(404, (await Wire.AskAsync(HttpMethod.Parse(method), path)).Status);

    [Fact]
    public async Task A_put_is_not_allowed() =>
        Assert.Equal(405, (await Wire.AskAsync(HttpMethod.Put, "/api/v1/sequence/import/b6f1a3f0-0000-4000-8000-000000000000/")).Status);

    [Theory]
    [InlineData("/api/v1/sequence/import")]
    [InlineData("/api/v1/sequence/import/")]
    [InlineData("/api/v1/mapillary/token/verify/")]
    public async Task Addresses_are_matched_by_their_beginning(string path) =>
        AssertRefused("Mapillary token is invalid", await Wire.PostFormAsync(path));

    [Fact]
    public async Task A_wrong_password_is_told_apart()
    {
        Wire.Bearer = "Basic cHJhY3RpY2VAZXhhbXBsZS5vcmc6eA==";

        var reply = await VerifyAsync(MapillaryToken);

        Assert.Equal((403, """{"detail":"Invalid username/password."}"""), (reply.Status, reply.Text));
    }

    /// <summary>§6.</summary>
    [Fact]
    public async Task Mapillary_is_asked_for_me_and_for_the_sequence()
    {
        var key = await SequenceKeyAsync();

        await VerifyAsync(MapillaryToken);
        await ImportAsync(key);

        Assert.Equal((2, 1), (await CallsAsync("v3_me"), await CallsAsync("v3_sequence")));
    }

    private Task<Reply> VerifyAsync(string token) => Wire.PostFormAsync("/api/v1/mapillary/token/verify", ("mapillary_token", token));

    private Task<Reply> PostAsync(params (string Name, string Value)[] members) => Wire.PostFormAsync("/api/v1/sequence/import", members);

    /// <summary>All members as they should be, but for those given.</summary>
    private Task<Reply> ImportAsync(string key, params (string Name, string Value)[] others)
    {
        (string Name, string Value)[] usual =
            [("sequence_key", key), ("name", "A walk"), ("description", "By the lake"), ("transport_type", "Walk"), ("tag", "lake")];
        return PostAsync([.. usual.Where(member => others.All(other => other.Name != member.Name)), .. others]);
    }
}
