using System.Text.Json;
using MapThePaths.Emulator;

namespace MapThePaths.Tests.Emulator.MapillaryV3;

/// <summary>mapillary-v3.md §6, but for the bucket.</summary>
public sealed class SessionRules : V3Test
{
    private static readonly TimeSpan Processing = TimeSpan.FromSeconds(60);

    protected override EmulatorOptions Options => base.Options with { ProcessingSeconds = Processing.TotalSeconds };

    /// <summary>§6.1.</summary>
    [Fact]
    public async Task An_open_session_tells_all_that_a_client_needs_to_send()
    {
        var session = await Wire.OpenAsync();

        Assert.Equal("open", session.GetProperty("status").GetString());
        Assert.Equal("images/sequence", session.GetProperty("type").GetString());
        Assert.Equal(Wire.Addresses.AppId, session.GetProperty("client").GetString());
        Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$", session.GetProperty("created_at").GetString());
        Assert.EndsWith($"/{V3Wire.Key(session)}/", session.GetProperty("key_prefix").GetString(), StringComparison.Ordinal);
        Assert.All(session.GetProperty("fields").EnumerateObject(), field => Assert.Equal(JsonValueKind.String, field.Value.ValueKind));
        Assert.False(session.GetProperty("fields").TryGetProperty("key", out _));
        Assert.False(session.TryGetProperty("error", out _));
    }

    [Fact]
    public async Task Each_call_opens_another_session() =>
        Assert.NotEqual(V3Wire.Key(await Wire.OpenAsync()), V3Wire.Key(await Wire.OpenAsync()));

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("""{"type":"images"}""")]
    [InlineData("""{"type":"videos/blackvue"}""")]
    public async Task A_session_needs_a_type(string body)
    {
        var reply = await Wire.PostJsonAsync("/me/uploads", body);

        Assert.Equal(400, reply.Status);
        Assert.NotEmpty(reply.Json.GetProperty("message").GetString()!);
    }

    /// <summary>§2.2.</summary>
    [Theory]
    [InlineData("user:email%20private:upload", 200)]
    [InlineData("public:upload", 200)]
    [InlineData("user:email%20public:write", 403)]
    public async Task Opening_needs_one_of_the_upload_scopes(string scopes, int status)
    {
        var consent = await Wire.DecideAsync("allow", "&response_type=token&scope=" + scopes);
        Wire.Bearer = "Bearer " + consent.Headers["Location"].Split("access_token=")[1];

        Assert.Equal(status, (await Wire.PostJsonAsync("/me/uploads", """{"type":"images/sequence"}""")).Status);
    }

    /// <summary>§6.4: a bare array.</summary>
    [Fact]
    public async Task The_list_holds_the_callers_own_open_sessions()
    {
        Assert.Equal("[]", (await Wire.GetAsync("/me/uploads")).Text);
        var mine = await Wire.OpenAsync();
        Wire.Bearer = "Bearer " + Server.V3AccessTokenOf("another");
        await Wire.OpenAsync();
        Wire.Bearer = "Bearer " + Wire.Addresses.AccessToken;

        var listed = (await Wire.GetAsync("/me/uploads/")).Json.EnumerateArray().Select(V3Wire.Key);

        Assert.Equal([V3Wire.Key(mine)], listed);
    }

    /// <summary>§6.5.</summary>
    [Fact]
    public async Task Asking_for_a_session_signs_its_form_anew()
    {
        var session = await Wire.OpenAsync();
        Clock.Advance(TimeSpan.FromHours(2));

        var again = (await Wire.GetAsync("/me/uploads/" + V3Wire.Key(session))).Json;

        Assert.Equal(session.GetProperty("created_at").GetString(), again.GetProperty("created_at").GetString());
        Assert.NotEqual(session.GetProperty("signed_at").GetString(), again.GetProperty("signed_at").GetString());
        Assert.Equal(403, (await Wire.SendAsync(session, "a.jpg", At("10_00_00_000"))).Status);
        Assert.Equal(204, (await Wire.SendAsync(again, "a.jpg", At("10_00_00_000"))).Status);
    }

    [Fact]
    public async Task Another_users_session_is_not_found()
    {
        var session = await Wire.OpenAsync();
        Wire.Bearer = "Bearer " + Server.V3AccessTokenOf("another");

        Assert.Equal(404, (await Wire.GetAsync("/me/uploads/" + V3Wire.Key(session))).Status);
        Assert.Equal(404, (await Wire.PublishAsync(session)).Status);
    }

    /// <summary>§6.3.</summary>
    [Fact]
    public async Task A_published_session_is_gone_from_the_api()
    {
        var session = await Wire.UploadAsync(At("10_00_00_000"));

        Assert.Equal(404, (await Wire.GetAsync("/me/uploads/" + V3Wire.Key(session))).Status);
        Assert.Equal("[]", (await Wire.GetAsync("/me/uploads")).Text);
        Clock.Advance(Processing);
        Assert.Equal("[]", (await Wire.GetAsync("/me/uploads")).Text);
        Assert.Single(await Wire.FeaturesAsync("/sequences"));
    }

    [Fact]
    public async Task Publishing_answers_nothing_and_works_once()
    {
        var session = await Wire.OpenAsync();

        var first = await Wire.PublishAsync(session);

        Assert.Equal((200, ""), (first.Status, first.Text));
        Assert.Equal(404, (await Wire.PublishAsync(session)).Status);
    }

    [Fact]
    public async Task An_unknown_session_is_not_found()
    {
        var reply = await Wire.GetAsync("/me/uploads/3fKd9sLm2QwXz81TyUvBne");

        Assert.Equal((404, "Resource not found"), (reply.Status, reply.Json.GetProperty("message").GetString()));
    }

    /// <summary>§6.3: answers as if it were published, and is a failed session after some weeks.</summary>
    [Theory]
    [InlineData("?_dry_run")]
    [InlineData("?_dry_run=true")]
    public async Task A_dry_run_makes_the_session_unreachable_and_publishes_nothing(string query)
    {
        var session = await Wire.OpenAsync();
        await Wire.SendAsync(session, "a.jpg", At("10_00_00_000"));

        Assert.Equal(200, (await Wire.PublishAsync(session, query)).Status);

        Assert.Equal(404, (await Wire.GetAsync("/me/uploads/" + V3Wire.Key(session))).Status);
        Clock.Advance(TimeSpan.FromDays(20));
        Assert.Equal("[]", (await Wire.GetAsync("/me/uploads")).Text);
        Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal("failed", (await Wire.GetAsync("/me/uploads/" + V3Wire.Key(session))).Json.GetProperty("status").GetString());
        Assert.Empty(await Wire.FeaturesAsync("/sequences"));
        Assert.True((await StateOfAsync(session)).GetProperty("dry_run").GetBoolean());
    }

    /// <summary>§6.3, §6.6.</summary>
    [Fact]
    public async Task A_session_without_a_usable_photo_comes_back_as_failed()
    {
        var session = await Wire.UploadAsync("no photo"u8.ToArray(), new TinyJpeg().Bytes());
        Assert.Equal("[]", (await Wire.GetAsync("/me/uploads")).Text);
        Clock.Advance(Processing);

        var failed = Assert.Single((await Wire.GetAsync("/me/uploads")).Json.EnumerateArray());

        Assert.Equal(V3Wire.Key(session), V3Wire.Key(failed));
        Assert.Equal("failed", failed.GetProperty("status").GetString());
        Assert.Equal("No image in the session could be processed", failed.GetProperty("error").GetProperty("reason").GetString());
        Assert.All(["url", "fields", "key_prefix"], member => Assert.False(failed.TryGetProperty(member, out _)));
        Assert.Equal(404, (await Wire.PublishAsync(session)).Status);
    }

    [Fact]
    public async Task A_script_can_let_a_session_fail()
    {
        Fault("v3_publish:fail_session");
        var session = await Wire.UploadAsync(At("10_00_00_000"));
        Clock.Advance(Processing);

        var failed = (await Wire.GetAsync("/me/uploads/" + V3Wire.Key(session))).Json;

        Assert.Equal("The session could not be processed", failed.GetProperty("error").GetProperty("reason").GetString());
        Assert.Empty(await Wire.FeaturesAsync("/sequences"));
    }

    [Fact]
    public async Task A_script_can_lose_a_session()
    {
        Fault("v3_session:session_gone:only=1");
        var session = await Wire.OpenAsync();

        Assert.Equal(404, (await Wire.GetAsync("/me/uploads/" + V3Wire.Key(session))).Status);
        Assert.Equal(404, (await Wire.GetAsync("/me/uploads/" + V3Wire.Key(session))).Status);
        Assert.Equal(404, (await Wire.PublishAsync(session)).Status);
        Assert.Equal("lost", (await StateOfAsync(session)).GetProperty("status").GetString());
    }

    [Fact]
    public async Task A_lost_reply_leaves_a_published_session()
    {
        Fault("v3_publish:lose_reply:only=1");
        var session = await Wire.OpenAsync();
        await Wire.SendAsync(session, "a.jpg", At("10_00_00_000"));

        await Assert.ThrowsAsync<HttpRequestException>(() => Wire.PublishAsync(session));

        Assert.Equal(404, (await Wire.PublishAsync(session)).Status);
        Assert.Equal("published", (await StateOfAsync(session)).GetProperty("status").GetString());
    }

    [Fact]
    public async Task A_script_can_leave_a_session_in_processing_for_ever()
    {
        Fault("v3_publish:never_process");
        await Wire.UploadAsync(At("10_00_00_000"));
        Clock.Advance(TimeSpan.FromDays(100));

        Assert.Equal("[]", (await Wire.GetAsync("/me/uploads")).Text);
        Assert.Empty(await Wire.FeaturesAsync("/sequences"));
    }

    [Theory]
    [InlineData("v3_open:status=500", 500)]
    [InlineData("v3_open:status=504", 504)]
    [InlineData("v3_open:status=429:retry_after=3", 429)]
    [InlineData("v3_open:not_authorized", 401)]
    public async Task Faults_speak_as_the_service_does(string rule, int status)
    {
        Fault(rule);

        var reply = await Wire.PostJsonAsync("/me/uploads", """{"type":"images/sequence"}""");

        Assert.Equal(status, reply.Status);
        Assert.Equal(["message"], reply.Json.EnumerateObject().Select(member => member.Name));
    }

    [Fact]
    public async Task Publishing_takes_no_body()
    {
        var session = await Wire.OpenAsync();
        using var body = new StringContent("{}", new System.Net.Http.Headers.MediaTypeHeaderValue("application/json"));

        var reply = await Client.AskAsync(HttpMethod.Put, Wire.Api($"/me/uploads/{V3Wire.Key(session)}/closed"), body, Wire.Bearer);

        Assert.Equal(400, reply.Status);
        Assert.Equal(200, (await Wire.PublishAsync(session)).Status);
    }

    [Fact]
    public async Task Opening_a_session_says_that_it_is_json()
    {
        using var body = new StringContent("""{"type":"images/sequence"}""");

        Assert.Equal(400, (await Client.AskAsync(HttpMethod.Post, Wire.Api("/me/uploads"), body, Wire.Bearer)).Status);
    }


    [Fact]
    public async Task An_unknown_organization_is_refused_and_the_known_one_is_kept()
    {
        var foreign = await Wire.PostJsonAsync("/me/uploads", """{"type":"images/sequence","metadata":{"organization_key":"x"}}""");
        await Wire.UploadAsync($$"""{"organization_key":"{{Wire.Addresses.OrganizationKey}}"}""", At("10_00_00_000"));
        Clock.Advance(Processing);

        var sequence = Assert.Single(await Wire.FeaturesAsync("/sequences?organization_keys=" + Wire.Addresses.OrganizationKey));

        Assert.Equal(403, foreign.Status);
        Assert.Equal(Wire.Addresses.OrganizationKey, sequence.GetProperty("properties").GetProperty("organization_key").GetString());
    }
}
