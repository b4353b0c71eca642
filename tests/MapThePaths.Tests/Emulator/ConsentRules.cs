using System.Text.Json.Nodes;

namespace MapThePaths.Tests.Emulator;

public sealed class ConsentRules : EmulatorTest
{
    private const string Callback = "http://localhost:8763/";

    [Fact]
    public async Task The_page_asks_to_allow_or_deny()
    {
        var page = await Client.AskAsync(HttpMethod.Get, Connect("&state=s"));

        Assert.Equal(200, page.Status);
        Assert.Contains("value=\"allow\"", page.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"deny\"", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Allowing_brings_a_code_and_the_state_to_the_callback()
    {
        var reply = await DecideAsync("allow", "&state=a%20b%26c");

        Assert.Equal(302, reply.Status);
        Assert.Matches("^http://localhost:8763/\\?code=[A-Za-z0-9]+&state=a%20b%26c$", reply.Headers["Location"]);
    }

    [Fact]
    public async Task Denying_brings_user_denied()
    {
        var reply = await DecideAsync("deny", "&state=s");

        Assert.Equal(Callback + "?error=user_denied&state=s", reply.Headers["Location"]);
    }

    [Theory]
    [InlineData("&scope=read%20fly", "invalid_scope")]
    [InlineData("&scope=read,write", "invalid_scope")]
    [InlineData("&scope=read%2Bwrite", "invalid_scope")]
    [InlineData("&response_type=token", "invalid_request")]
    public async Task A_wrong_request_goes_back_with_its_error(string query, string error)
    {
        var reply = await Client.AskAsync(HttpMethod.Get, Connect(query));

        Assert.Equal($"{Callback}?error={error}", reply.Headers["Location"]);
    }

    [Theory]
    [InlineData("http://localhost:8763")]
    [InlineData("http://localhost:9999/")]
    public async Task Another_callback_than_the_registered_one_is_refused_without_going_there(string callback)
    {
        var reply = await Client.AskAsync(HttpMethod.Get, Connect("&redirect_uri=" + Uri.EscapeDataString(callback)));

        Assert.Equal(400, reply.Status);
    }

    [Fact]
    public async Task A_code_becomes_a_token_that_works()
    {
        var reply = await ExchangeAsync(await CodeAsync());
        Client.Authorization = "OAuth " + reply.Json.GetProperty("access_token").GetString();

        Assert.Equal("bearer", reply.Json.GetProperty("token_type").GetString());
        Assert.Equal(5183944, reply.Json.GetProperty("expires_in").GetInt64());
        Assert.Equal(200, (await Client.GraphAsync("/me")).Status);
    }

    [Fact]
    public async Task A_form_is_taken_like_json()
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["grant_type"] = "authorization_code",
            ["client_id"] = Client.Addresses.AppId,
            ["code"] = await CodeAsync(),
            ["redirect_uri"] = Callback,
        });

        var reply = await Client.AskAsync(HttpMethod.Post, Client.Addresses.GraphUrl + "/token", form, "OAuth " + Client.Addresses.AppSecret);

        Assert.Equal(200, reply.Status);
    }

    [Fact]
    public async Task A_code_works_once()
    {
        var code = await CodeAsync();
        await ExchangeAsync(code);

        Assert.Equal(400, (await ExchangeAsync(code)).Status);
    }

    [Fact]
    public async Task The_client_token_is_not_the_secret()
    {
        var reply = await ExchangeAsync(await CodeAsync(), "OAuth " + Client.Addresses.ClientToken);

        Assert.Equal((401, 190), (reply.Status, reply.GraphErrorCode));
    }

    [Fact]
    public async Task A_living_token_is_its_own_refresh_token()
    {
        var reply = await RefreshAsync();

        Assert.Equal(200, reply.Status);
        Assert.NotEqual(Client.Addresses.AccessToken, reply.Json.GetProperty("access_token").GetString());
    }

    [Fact]
    public async Task An_expired_token_cannot_be_refreshed()
    {
        var before = Client.Addresses.AccessToken;
        Clock.Advance(TimeSpan.FromDays(61));

        Assert.Equal(190, (await RefreshAsync(before)).GraphErrorCode);
    }

    [Fact]
    public async Task A_token_without_the_upload_scope_cannot_upload()
    {
        var reply = await ExchangeAsync(await CodeAsync("&scope=read"));
        Client.Authorization = "OAuth " + reply.Json.GetProperty("access_token").GetString();

        Assert.Equal("NotAuthorizedError", (await Client.OffsetAsync("a.jpg")).UploadErrorType);
    }

    [Fact]
    public async Task A_token_without_the_upload_scope_cannot_finish()
    {
        var reply = await ExchangeAsync(await CodeAsync("&scope=read%20write"));
        Client.Authorization = "OAuth " + reply.Json.GetProperty("access_token").GetString();

        Assert.Equal((400, 100), ((await Client.FinishAsync("h")).Status, (await Client.FinishAsync("h")).GraphErrorCode));
    }

    /// <summary>§3.3: the living access token of this very service.</summary>
    [Theory]
    [InlineData("v3")]
    [InlineData("mtpw")]
    [InlineData("unknown")]
    public async Task A_token_of_another_service_cannot_be_refreshed(string whose)
    {
        var token = whose switch { "v3" => Client.Addresses.V3.AccessToken, "mtpw" => Client.Addresses.Mtpw.AccessToken, _ => "MLYAneverissuedneverissued" };

        Assert.Equal((400, 100), ((await RefreshAsync(token)).Status, (await RefreshAsync(token)).GraphErrorCode));
    }

    [Fact]
    public async Task A_revoked_token_cannot_be_refreshed()
    {
        Fault("me:revoke");
        await Client.GraphAsync("/me");

        Assert.Equal((401, 190), ((await RefreshAsync()).Status, (await RefreshAsync()).GraphErrorCode));
    }

    [Fact]
    public async Task A_code_is_good_for_ten_minutes()
    {
        var code = await CodeAsync();
        Clock.Advance(TimeSpan.FromMinutes(10));

        Assert.Equal(400, (await ExchangeAsync(code)).Status);
    }

    [Theory]
    [InlineData("grant_type", "password")]
    [InlineData("grant_type", null)]
    [InlineData("client_id", "1")]
    [InlineData("client_id", null)]
    [InlineData("redirect_uri", "http://localhost:9999/")]
    public async Task A_wrong_exchange_is_refused(string name, string? value)
    {
        var body = new JsonObject { ["grant_type"] = "authorization_code", ["client_id"] = Client.Addresses.AppId, ["code"] = await CodeAsync(), ["redirect_uri"] = Callback };
        body[name] = value;

        Assert.Equal(400, (await Client.PostJsonAsync("/token", body, "OAuth " + Client.Addresses.AppSecret)).Status);
    }

    [Fact]
    public async Task A_body_that_is_neither_json_nor_a_form_is_refused()
    {
        using var body = new StringContent($$"""{"grant_type":"authorization_code","client_id":"{{Client.Addresses.AppId}}","code":"{{await CodeAsync()}}"}""");

        Assert.Equal(400, (await Client.AskAsync(HttpMethod.Post, Client.Addresses.GraphUrl + "/token", body, "OAuth " + Client.Addresses.AppSecret)).Status);
    }

    [Theory]
    [InlineData(null, 500, "Invalid OAuth 2.0 Access Token")]
    [InlineData("OAuth nonsense", 401, "Failed to decode")]
    [InlineData("OAuth MLY|1|00000000000000000000000000000000", 401, "Error validating application")]
    public async Task A_wrong_secret_is_told_by_kind(string? authorization, int status, string message)
    {
        var reply = await Client.PostJsonAsync("/token", [], authorization);

        Assert.Equal((status, 190, message), (reply.Status, reply.GraphErrorCode, reply.GraphErrorMessage));
    }

    [Fact]
    public async Task An_unknown_app_gets_a_page_and_goes_nowhere()
    {
        var reply = await Client.AskAsync(HttpMethod.Get, Client.Addresses.ConnectUrl + "?client_id=1");

        Assert.Equal(400, reply.Status);
        Assert.False(reply.Headers.ContainsKey("Location"));
    }


    private string Connect(string more) => $"{Client.Addresses.ConnectUrl}?client_id={Client.Addresses.AppId}{more}";

    private async Task<Reply> DecideAsync(string decision, string more)
    {
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("decision", decision)]);
        return await Client.AskAsync(HttpMethod.Post, Connect(more), form);
    }

    private async Task<string> CodeAsync(string more = "") => (await DecideAsync("allow", more)).Headers["Location"].Split("code=")[1];

    private Task<Reply> ExchangeAsync(string code, string? authorization = null) => Client.PostJsonAsync(
        "/token",
        new JsonObject { ["grant_type"] = "authorization_code", ["client_id"] = long.Parse(Client.Addresses.AppId), ["code"] = code },
        authorization ?? "OAuth " + Client.Addresses.AppSecret);

    private Task<Reply> RefreshAsync(string? token = null) => Client.PostJsonAsync(
        "/token",
        new JsonObject
        {
            ["grant_type"] = "refresh_token",
            ["client_id"] = long.Parse(Client.Addresses.AppId),
            ["refresh_token"] = token ?? Client.Addresses.AccessToken,
        },
        "OAuth " + Client.Addresses.AppSecret);
}
