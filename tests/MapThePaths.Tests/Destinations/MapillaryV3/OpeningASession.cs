using System.Text.Json;
using MapThePaths.Core.Destinations;
using MapThePaths.Tests.Fixtures;
using NodaTime;

namespace MapThePaths.Tests.Destinations.MapillaryV3;

public sealed class OpeningASession
{
    private static readonly Guid Part = Guid.Parse("01234567-89ab-cdef-0123-456789abcdef");

    [Fact]
    public async Task A_session_is_created_and_its_object_kept_as_received_but_for_the_values_of_its_form()
    {
        await using var api = new ScriptedServer(Client.Open("http://127.0.0.1:1"));

        var opened = await OpenAsync(api, known: null);

        const string Received = """{"acl":"private","Policy":"p1","n":7,"x-odd":"ü \" =&"}""";
        const string Kept = """{"acl":"…","Policy":"…","n":"…","x-odd":"…"}""";
        Assert.Equal(
            new OpenedSession("k1", Client.Session("http://127.0.0.1:1").Replace(Received, Kept, StringComparison.Ordinal))
            {
                CreatedAt = Instant.FromUtc(2020, 9, 14, 8, 3, 21) + Duration.FromMilliseconds(114),
            },
            opened);
        var request = Assert.Single(api.Requests);
        Assert.Equal($"POST /v3/me/uploads?{Client.Id}", request.Line);
        Assert.Equal("""{"type":"images/sequence"}""", request.Text);
        Assert.Equal($"Bearer {Client.Token}", request.Header("Authorization"));
        Assert.Equal("application/json", request.Header("Content-Type"));
    }

    [Fact]
    public async Task A_known_session_that_is_open_is_taken_up()
    {
        await using var api = new ScriptedServer(Client.Open("http://127.0.0.1:1"));

        Assert.Equal("k1", (await OpenAsync(api, "k1")).Key);
        Assert.Equal([$"GET /v3/me/uploads/k1?{Client.Id}"], api.Lines);
    }

    [Theory]
    [InlineData("""{"message":"Resource not found"}""", 404)]
    [InlineData("", 404)]
    [InlineData("""{"key":"k1","status":"failed","error":{"reason":"no"}}""", 200)]
    [InlineData("""{"key":"k1","status":"closed","url":"http://127.0.0.1:1","key_prefix":"u/","fields":{}}""", 200)]
    public async Task Instead_of_a_known_session_that_takes_nothing_more_another_one_is_created(string known, int status)
    {
        await using var api = new ScriptedServer(Reply.Json(known, status), Client.Open("http://127.0.0.1:1", "k2"));

        Assert.Equal("k2", (await OpenAsync(api, "k1")).Key);
        Assert.Equal(["GET", "POST"], api.Requests.Select(request => request.Method));
    }

    [Theory]
    [InlineData("{}", 200)]
    [InlineData("""{"key":"k1","status":"open"}""", 200)]
    [InlineData("<html>hotel</html>", 200)]
    [InlineData("""{"message":"Something went wrong"}""", 500)]
    [InlineData("""{"message":"Too many requests"}""", 429)]
    public async Task What_is_no_open_session_is_asked_for_again(string body, int status)
    {
        await using var api = new ScriptedServer(Reply.Json(body, status), Client.Open("http://127.0.0.1:1"));

        Assert.Equal("k1", (await OpenAsync(api, known: null)).Key);
        Assert.Equal(2, api.Requests.Count);
    }

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    public async Task A_token_that_may_not_open_one_is_one_to_sign_in_again_for(int status)
    {
        await using var api = new ScriptedServer(Reply.Json($$"""{"message":"Unauthorized {{Client.Token}}"}""", status));

        var failure = await Client.FailureOf(OpenAsync(api, known: null));

        Assert.Equal(FailureKind.SignInNeeded, failure.Kind);
        Assert.Contains("Unauthorized …", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Client.Token, failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_session_for_an_organization_says_so()
    {
        await using var api = new ScriptedServer(Client.Open("http://127.0.0.1:1"));

        await Client.Of(api, organization: "o1").Sender.OpenSessionAsync(Part, known: null, TestContext.Current.CancellationToken);

        Assert.Equal("""{"organization_key":"o1","private":false}""", api.Requests[0].Json.GetProperty("metadata").GetRawText());
    }

    [Theory]
    [InlineData("o1", ",\"metadata\":{\"organization_key\":\"o1\"}", "k1")]
    [InlineData("o2", ",\"metadata\":{\"organization_key\":\"o1\"}", "k2")]
    [InlineData("o1", "", "k2")]
    [InlineData("", "", "k1")]
    [InlineData(null, ",\"metadata\":{\"organization_key\":\"o1\"}", "k1")]
    public async Task A_known_session_is_taken_up_for_its_own_organization_only(string? organization, string metadata, string expected)
    {
        await using var api = new ScriptedServer(Client.Open("http://127.0.0.1:1", more: metadata), Client.Open("http://127.0.0.1:1", "k2"));

        var opened = await Client.Of(api, organization: organization).Sender.OpenSessionAsync(Part, "k1", TestContext.Current.CancellationToken);

        Assert.Equal(expected, opened.Key);
    }

    [Fact]
    public async Task An_organization_that_is_none_of_the_users_is_named_before_anything_is_sent()
    {
        await using var api = new ScriptedServer(Reply.Json("""{"key":"u1","username":"pathwalker"}"""), Reply.Json("""[{"key":"o1"}]"""));

        var failure = await Client.FailureOf(Client.Of(api, organization: "o2").SignIn.WhoAmIAsync(TestContext.Current.CancellationToken));

        Assert.Equal(FailureKind.AskedWrongly, failure.Kind);
        Assert.Equal([$"GET /v3/me?{Client.Id}", $"GET /v3/users/u1/organizations?{Client.Id}"], api.Lines);
    }

    [Fact]
    public async Task The_list_tells_open_and_failed_sessions_apart_and_keeps_their_objects()
    {
        const string Bad = """{"key":"k2","status":"open","error":{"reason":"No image\nat all"}}""";
        await using var api = new ScriptedServer(
            Reply.Json($"[{Client.Session("http://127.0.0.1:1")},7]", 200, $"Link: </v3/me/uploads?page=2>; rel=\"next\""),
            Reply.Json($"[{Bad}]"));

        var sessions = await Client.Of(api).Sessions!.SessionsAsync(TestContext.Current.CancellationToken);

        Assert.Equal([("k1", null), ("k2", "No image at all")], sessions.Select(session => (session.Key, session.Failure)));
        Assert.Equal(Bad, sessions[1].Record);
        Assert.Equal(JsonValueKind.Object, JsonElement.Parse(sessions[0].Record).ValueKind);
    }

    private static Task<OpenedSession> OpenAsync(ScriptedServer api, string? known) =>
        Client.Of(api).Sender.OpenSessionAsync(Part, known, TestContext.Current.CancellationToken);
}
