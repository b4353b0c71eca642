using System.Text;
using System.Text.Json;

namespace MapThePaths.Tests.Emulator.MapillaryV3;

/// <summary>mapillary-v3.md §2.</summary>
public sealed class ConnectRules : V3Test
{
    private const string Callback = "http://localhost:8763/";
    private const string Usual = "&response_type=token&scope=user:email%20private:upload&redirect_uri=http%3A%2F%2Flocalhost%3A8763%2F";

    [Fact]
    public async Task The_page_asks_to_allow_or_deny_the_scopes()
    {
        var page = await Client.AskAsync(HttpMethod.Get, Wire.Connect(Usual));

        Assert.Equal(200, page.Status);
        Assert.Contains("user:email, private:upload", page.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"allow\"", page.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"deny\"", page.Text, StringComparison.Ordinal);
    }

    /// <summary>§2.4: the query, not the fragment; the type before the token.</summary>
    [Fact]
    public async Task Allowing_brings_the_token_in_the_query()
    {
        var reply = await Wire.DecideAsync("allow", Usual + "&state=a%20b%26c");

        Assert.Equal(302, reply.Status);
        Assert.Matches(
            @"^http://localhost:8763/\?token_type=bearer&access_token=[\w-]+\.[\w-]+\.[\w-]+&state=a%20b%26c$",
            reply.Headers["Location"]);
    }

    [Fact]
    public async Task The_token_is_a_jwt_whose_subject_is_the_users_key()
    {
        var token = await TokenAsync(Usual);
        Wire.Bearer = "Bearer " + token;

        var claims = token.Split('.')[1].Replace('-', '+').Replace('_', '/');
        var subject = JsonDocument.Parse(Encoding.UTF8.GetString(Convert.FromBase64String(claims.PadRight((claims.Length + 3) / 4 * 4, '='))));

        Assert.Equal(
            (await Wire.GetAsync("/me")).Json.GetProperty("key").GetString(),
            subject.RootElement.GetProperty("sub").GetString());
    }

    [Fact]
    public async Task Without_a_redirect_uri_the_registered_callback_is_used()
    {
        var reply = await Wire.DecideAsync("allow", "&response_type=token&scope=user:email");

        Assert.StartsWith(Callback + "?token_type=bearer&access_token=", reply.Headers["Location"], StringComparison.Ordinal);
    }

    /// <summary>§2.3: the page takes it, and then it leads nowhere.</summary>
    [Fact]
    public async Task A_code_is_given_too() => Assert.Matches(
        @"^http://localhost:8763/\?code=[A-Za-z0-9]+$",
        (await Wire.DecideAsync("allow", "&response_type=code&scope=user:email")).Headers["Location"]);

    [Fact]
    public async Task Denying_brings_no_token()
    {
        var reply = await Wire.DecideAsync("deny", Usual + "&state=s");

        Assert.Equal(Callback + "?error=access_denied&state=s", reply.Headers["Location"]);
    }

    /// <summary>§2.4: the one thing of a refusal that was seen.</summary>
    [Fact]
    public async Task A_script_can_leave_the_error_of_a_denial_out()
    {
        Fault("v3_connect:bare_deny");

        var reply = await Wire.DecideAsync("deny", Usual + "&state=s");

        Assert.Equal(Callback + "?state=s", reply.Headers["Location"]);
    }

    [Theory]
    [InlineData("http://localhost:8763")]
    [InlineData("http://localhost:9999/")]
    public async Task Another_callback_than_the_registered_one_is_an_error_there(string callback)
    {
        var reply = await Client.AskAsync(
            HttpMethod.Get, Wire.Connect("&response_type=token&scope=user:email&redirect_uri=" + Uri.EscapeDataString(callback)));

        Assert.Equal(
            Callback + "?error=invalid_request&error_description=Wrong%20RedirectUri%20provided",
            reply.Headers["Location"]);
    }

    [Theory]
    [InlineData("&response_type=token&scope=org:read", "invalid_scope")]
    [InlineData("&response_type=id_token&scope=user:email", "unsupported_response_type")]
    [InlineData("&scope=user:email", "invalid_request")]
    [InlineData("&response_type=token", "invalid_request")]
    public async Task A_wrong_request_goes_back_with_its_error(string query, string error)
    {
        var reply = await Client.AskAsync(HttpMethod.Get, Wire.Connect(query));

        Assert.StartsWith($"{Callback}?error={error}", reply.Headers["Location"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_app_gets_a_page_and_goes_nowhere()
    {
        var reply = await Client.AskAsync(HttpMethod.Get, $"{Wire.Addresses.ConnectUrl}?client_id=x{Usual}");

        Assert.Equal(400, reply.Status);
        Assert.False(reply.Headers.ContainsKey("Location"));
    }

    [Fact]
    public async Task A_script_can_put_the_token_in_the_fragment_and_leave_the_state_out()
    {
        Fault("v3_connect:in_fragment");
        Fault("v3_connect:without_state");

        var reply = await Wire.DecideAsync("allow", Usual + "&state=s");

        Assert.Matches(@"^http://localhost:8763/#token_type=bearer&access_token=[^&]+$", reply.Headers["Location"]);
    }

    [Fact]
    public async Task A_script_can_end_a_consent_with_an_error()
    {
        Fault("v3_connect:consent_error=server_error");

        Assert.Equal(Callback + "?error=server_error", (await Wire.DecideAsync("allow", Usual)).Headers["Location"]);
    }

    /// <summary>§5: the address only with user:email.</summary>
    [Theory]
    [InlineData("user:email", "walker@example.org")]
    [InlineData("user:read", null)]
    public async Task The_profile_shows_the_email_address_only_to_whom_may_see_it(string scope, string? email)
    {
        Wire.Bearer = "Bearer " + await TokenAsync($"&response_type=token&scope={scope}", "walker");

        var me = (await Wire.GetAsync("/me")).Json;

        Assert.Equal("walker", me.GetProperty("username").GetString());
        Assert.Matches("^[A-Za-z0-9_-]{22}$", me.GetProperty("key").GetString());
        Assert.Equal(email, me.TryGetProperty("email", out var shown) ? shown.GetString() : null);
    }

    /// <summary>§3 and §5: a message and a status.</summary>
    [Theory]
    [InlineData(null)]
    [InlineData("Bearer x.y.z")]
    [InlineData("OAuth {0}")]
    public async Task Without_a_living_token_the_profile_is_unauthorized(string? authorization)
    {
        var header = authorization is null ? null : string.Format(authorization, Wire.Addresses.AccessToken);

        AssertUnauthorized(await Client.AskAsync(HttpMethod.Get, Wire.Api("/me"), body: null, header));
    }

    [Fact]
    public async Task A_token_of_another_service_is_unknown()
    {
        Wire.Bearer = "Bearer " + Client.Addresses.AccessToken;
        AssertUnauthorized(await Wire.GetAsync("/me"));

        Wire.Bearer = "Bearer " + Client.Addresses.Mtpw.AccessToken;
        AssertUnauthorized(await Wire.GetAsync("/me"));
    }

    /// <summary>§1: on every call, also when a token is sent.</summary>
    [Theory]
    [InlineData("/me")]
    [InlineData("/me?client_id=another")]
    public async Task Every_call_names_the_app(string path) =>
        AssertUnauthorized(await Client.AskAsync(HttpMethod.Get, Wire.Addresses.Url + path, body: null, Wire.Bearer));

    [Fact]
    public async Task A_token_does_not_end_by_itself()
    {
        Clock.Advance(TimeSpan.FromDays(5000));

        Assert.Equal(200, (await Wire.GetAsync("/me")).Status);
    }

    [Fact]
    public async Task A_script_can_revoke_the_token_in_use()
    {
        Fault("v3_me:revoke:only=2");

        Assert.Equal(200, (await Wire.GetAsync("/me")).Status);
        AssertUnauthorized(await Wire.GetAsync("/me"));
        AssertUnauthorized(await Wire.GetAsync("/me"));
    }

    [Fact]
    public async Task Signing_out_ends_the_token()
    {
        var reply = await Wire.PostJsonAsync("/me/logout", $$"""{"client_id":"{{Wire.Addresses.AppId}}"}""");

        Assert.Equal((200, ""), (reply.Status, reply.Text));
        AssertUnauthorized(await Wire.GetAsync("/me"));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"client_id":"x"}""")]
    [InlineData("no json")]
    public async Task Signing_out_names_the_app_in_its_body(string body)
    {
        Assert.Equal(400, (await Wire.PostJsonAsync("/me/logout", body)).Status);
        Assert.Equal(200, (await Wire.GetAsync("/me")).Status);
    }

    /// <summary>§1: every call names the app in its address.</summary>
    [Theory]
    [InlineData("GET", "/me")]
    [InlineData("POST", "/me/logout")]
    [InlineData("POST", "/me/uploads")]
    [InlineData("GET", "/me/uploads")]
    [InlineData("GET", "/me/uploads/k")]
    [InlineData("PUT", "/me/uploads/k/closed")]
    [InlineData("GET", "/sequences")]
    [InlineData("GET", "/images")]
    [InlineData("GET", "/images/k")]
    public async Task A_call_that_does_not_name_the_app_is_unauthorized(string method, string path)
    {
        using var body = new StringContent($$"""{"client_id":"{{Wire.Addresses.AppId}}","type":"images/sequence"}""", new System.Net.Http.Headers.MediaTypeHeaderValue("application/json"));

        AssertUnauthorized(await Client.AskAsync(new HttpMethod(method), Wire.Addresses.Url + path, method == "POST" ? body : null, Wire.Bearer));
    }

    [Fact]
    public async Task What_is_not_there_is_not_found()
    {
        var reply = await Wire.GetAsync("/nothing");

        Assert.Equal((404, "Resource not found"), (reply.Status, reply.Json.GetProperty("message").GetString()));
    }

    [Fact]
    public async Task A_second_user_gets_a_token_for_each_service()
    {
        var user = (await Client.AskAsync(HttpMethod.Post, Client.Addresses.ControlUrl + "/users/walker")).Json;
        Wire.Bearer = "Bearer " + user.GetProperty("v3_access_token").GetString();

        var me = (await Wire.GetAsync("/me")).Json;

        Assert.Equal(("walker", user.GetProperty("v3_key").GetString()), (me.GetProperty("username").GetString(), me.GetProperty("key").GetString()));
        Assert.Equal(Server.MtpwAccessTokenOf("walker"), user.GetProperty("mtpw_access_token").GetString());
    }

    private static void AssertUnauthorized(Reply reply)
    {
        Assert.Equal(401, reply.Status);
        Assert.Equal("""{"message":"Unauthorized"}""", reply.Text);
    }

    private async Task<string> TokenAsync(string query, string user = "") =>
        (await Wire.DecideAsync("allow", query, user)).Headers["Location"].Split("access_token=")[1];
}
