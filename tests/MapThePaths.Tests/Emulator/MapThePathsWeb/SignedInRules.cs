using MapThePaths.Emulator;
using MapThePaths.Emulator.MapThePathsWeb;

namespace MapThePaths.Tests.Emulator.MapThePathsWeb;

/// <summary>mtpw.md §2 and §3: who may call, and how the answers look. At head.</summary>
public sealed class SignedInRules : WebTest
{
    protected override EmulatorOptions Options => base.Options with { WebGeneration = WebGeneration.Head };

    /// <summary>mtpw.md §2, §3: 403 and no WWW-Authenticate.</summary>
    [Fact]
    public async Task A_revoked_token_no_longer_signs_in()
    {
        Assert.Equal(200, (await CreateAsync()).Status);

        var revoked = await Wire.PostFormAsync(
            "/accounts/revoke_token/", ("token", Wire.Addresses.AccessToken), ("client_id", Wire.Addresses.AppId));

        Assert.Equal((200, ""), (revoked.Status, revoked.Text));
        AssertNotSignedIn(await CreateAsync());
    }

    [Theory]
    [InlineData("another", true, 401, "invalid_client")]
    [InlineData("", false, 400, "invalid_request")]
    public async Task A_revocation_names_the_app_and_the_token(string app, bool withToken, int status, string error)
    {
        var reply = await Wire.PostFormAsync(
            "/accounts/revoke_token/", ("token", withToken ? Wire.Addresses.AccessToken : ""), ("client_id", app.Length > 0 ? app : Wire.Addresses.AppId));

        Assert.Equal(status, reply.Status);
        Assert.Contains(error, reply.Text, StringComparison.Ordinal);
        Assert.Equal(200, (await CreateAsync()).Status);
    }

    [Fact]
    public async Task A_token_of_another_service_is_not_revoked_here()
    {
        var revoked = await Wire.PostFormAsync("/accounts/revoke_token/", ("token", Client.Addresses.AccessToken), ("client_id", Wire.Addresses.AppId));

        Assert.Equal((200, ""), (revoked.Status, revoked.Text));
        Assert.Equal(200, (await Client.GraphAsync("/me")).Status);
    }


    [Fact]
    public async Task A_token_ends_after_600_million_seconds()
    {
        Assert.Equal(200, (await CreateAsync()).Status);

        Clock.Advance(TimeSpan.FromSeconds(600_000_000));

        AssertNotSignedIn(await CreateAsync());
    }

    [Theory]
    [InlineData("bearer {0}")]
    [InlineData("Bearer unknown")]
    [InlineData("OAuth {0}")]
    public async Task The_word_bearer_and_the_token_must_be_exact(string authorization)
    {
        Wire.Bearer = string.Format(authorization, Wire.Addresses.AccessToken);

        AssertNotSignedIn(await CreateAsync());
    }

    [Fact]
    public async Task A_script_can_revoke_the_token_in_use()
    {
        Fault("mtpw_create:revoke:only=2");

        Assert.Equal(200, (await CreateAsync()).Status);
        AssertNotSignedIn(await CreateAsync());
    }

    private static void AssertNotSignedIn(Reply reply)
    {
        Assert.Equal((403, """{"detail":"Authentication credentials were not provided."}"""), (reply.Status, reply.Text));
        Assert.False(reply.Headers.ContainsKey("WWW-Authenticate"));
    }

    private Task<Reply> CreateAsync() => Wire.PostFormAsync("/api/v1/sequence/create/", ("name", "A walk"), ("transport_type", "Walk"));

    [Fact]
    public async Task Without_a_token_nobody_is_signed_in() =>
        AssertNotSignedIn(await Client.AskAsync(HttpMethod.Post, Wire.Addresses.Url + "/api/v1/sequence/create"));

    /// <summary>§3: the framework negotiates first, then asks who it is, then for the method.</summary>
    [Theory]
    [InlineData("application/xml", 406)]
    [InlineData("application/json", 405)]
    public async Task Another_form_or_method_is_not_served(string accept, int status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Wire.Addresses.Url + "/api/v1/sequence/create");
        request.Headers.TryAddWithoutValidation("Accept", accept);
        request.Headers.TryAddWithoutValidation("Authorization", Wire.Bearer);

        var reply = await Client.AskAsync(request);

        Assert.Equal(status, reply.Status);
        Assert.NotEmpty(reply.Json.GetProperty("detail").GetString()!);
    }

    [Fact]
    public async Task A_caller_who_takes_pages_gets_refusals_as_a_page()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Wire.Addresses.Url + "/api/v1/sequence/create");
        request.Headers.TryAddWithoutValidation("Accept", "text/html,*/*;q=0.8");
        request.Headers.TryAddWithoutValidation("Authorization", Wire.Bearer);

        var reply = await Client.AskAsync(request);

        Assert.Equal(200, reply.Status);
        Assert.StartsWith("text/html", reply.Headers["Content-Type"], StringComparison.Ordinal);
        Assert.Contains("Sequence Name is missing", reply.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("application/json", "{", 400, "JSON parse error - ")]
    [InlineData("application/json", """{"name":"A walk","transport_type":"Walk"}""", 200, "Sequence Name is missing")]
    [InlineData("text/plain", "name=x", 415, "Unsupported media type")]
    public async Task Only_forms_are_read(string contentType, string text, int status, string expected)
    {
        using var body = new StringContent(text, new System.Net.Http.Headers.MediaTypeHeaderValue(contentType));

        var reply = await Wire.AskAsync(HttpMethod.Post, "/api/v1/sequence/create", body);

        Assert.Equal(status, reply.Status);
        Assert.Contains(expected, reply.Text, StringComparison.Ordinal);
    }

    /// <summary>§3: the 404 handler forgets its status.</summary>
    [Theory]
    [InlineData("POST", "/api/v1/mapillary/token/verify")]
    [InlineData("POST", "/api/v1/sequence/import")]
    [InlineData("GET", "/api/v2/sequence/create")]
    [InlineData("GET", "/o/authorize/")]
    public async Task An_unknown_address_succeeds_with_a_page(string method, string path)
    {
        var reply = await Wire.AskAsync(HttpMethod.Parse(method), path);

        Assert.Equal(200, reply.Status);
        Assert.StartsWith("text/html", reply.Headers["Content-Type"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mtpw_create:status=500", 500, "text/html")]
    [InlineData("mtpw_create:status=502", 502, "text/html")]
    [InlineData("mtpw_create:not_authorized", 403, "application/json")]
    [InlineData("mtpw_create:garbage", 200, "text/html")]
    public async Task Faults_speak_as_the_server_does(string rule, int status, string contentType)
    {
        Fault(rule);

        var reply = await CreateAsync();

        Assert.Equal(status, reply.Status);
        Assert.StartsWith(contentType, reply.Headers["Content-Type"], StringComparison.Ordinal);
    }
}
