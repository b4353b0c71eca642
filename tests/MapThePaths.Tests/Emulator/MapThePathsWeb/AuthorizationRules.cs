using MapThePaths.Emulator;
using MapThePaths.Emulator.MapThePathsWeb;

namespace MapThePaths.Tests.Emulator.MapThePathsWeb;

/// <summary>mtpw.md §2, at head.</summary>
public sealed class AuthorizationRules : WebTest
{
    private const string App = "app.mtp.desktop://app";

    protected override EmulatorOptions Options => base.Options with { WebGeneration = WebGeneration.Head };

    [Fact]
    public async Task The_page_asks_to_allow_or_deny()
    {
        var page = await Client.AskAsync(HttpMethod.Get, Wire.Authorize("&response_type=token"));

        Assert.Equal(200, page.Status);
        Assert.EndsWith("/accounts/authorize/", Wire.Addresses.AuthorizeUrl, StringComparison.Ordinal);
        Assert.Contains("value=\"allow\"", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Allowing_brings_the_token_in_the_fragment()
    {
        var reply = await Wire.DecideAsync("allow", "&response_type=token&state=a%20b");

        Assert.Equal(302, reply.Status);
        Assert.Matches(
            "^app\\.mtp\\.desktop://app#access_token=[A-Za-z0-9]{30}&expires_in=600000000&token_type=Bearer&scope=read\\+write&state=a\\+b$",
            reply.Headers["Location"]);
    }

    [Fact]
    public async Task A_state_that_was_not_sent_does_not_come_back() =>
        Assert.EndsWith("&scope=read", (await Wire.DecideAsync("allow", "&response_type=token&scope=read")).Headers["Location"], StringComparison.Ordinal);

    [Fact]
    public async Task Denying_is_told_in_the_query() =>
        Assert.Equal(App + "?error=access_denied&state=abc", (await Wire.DecideAsync("deny", "&response_type=token&state=abc")).Headers["Location"]);

    [Theory]
    [InlineData("&response_type=code", "unauthorized_client")]
    [InlineData("&response_type=implicit", "unsupported_response_type")]
    [InlineData("&response_type=token&scope=fly", "invalid_scope")]
    [InlineData("", "invalid_request")]
    public async Task A_wrong_request_is_told_in_the_query(string query, string error) => Assert.Equal(
        $"{App}?error={error}&state=s",
        (await Client.AskAsync(HttpMethod.Get, Wire.Authorize(query + "&state=s"))).Headers["Location"]);

    [Theory]
    [InlineData("&redirect_uri=http%3A%2F%2Flocalhost%3A8763%2F")]
    [InlineData("&redirect_uri=app.mtp.desktop%3A%2F%2Fmtp")]
    [InlineData("&client_id=another")]
    public async Task An_unknown_app_or_address_gets_a_page_and_goes_nowhere(string query)
    {
        var reply = await Client.AskAsync(HttpMethod.Get, Wire.Authorize("&response_type=token" + query));

        Assert.Equal(400, reply.Status);
        Assert.False(reply.Headers.ContainsKey("Location"));
    }

    [Fact]
    public async Task Without_the_last_slash_the_browser_is_sent_there()
    {
        var reply = await Client.AskAsync(HttpMethod.Get, Wire.Addresses.Url + "/accounts/authorize?response_type=token");

        Assert.Equal((301, "/accounts/authorize/?response_type=token"), (reply.Status, reply.Headers["Location"]));
    }

    [Fact]
    public async Task An_earlier_consent_can_skip_the_page()
    {
        var reply = await Client.AskAsync(HttpMethod.Get, Wire.Authorize("&response_type=token&approval_prompt=auto"));

        Assert.StartsWith(App + "#access_token=", reply.Headers["Location"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_implicit_app_gets_nothing_at_the_token_address()
    {
        var reply = await Wire.PostFormAsync("/accounts/token/", ("grant_type", "authorization_code"));

        Assert.Equal((400, """{"error":"unauthorized_client"}"""), (reply.Status, reply.Text));
    }

    [Theory]
    [InlineData("/accounts/check-mtpu-mapillary-oauth?token_type=bearer&access_token=a.b.c", "app.mtp.desktop://mapillary?token_type=bearer&access_token=a.b.c")]
    [InlineData("/accounts/check-mtpu-google-oauth?code=x%2Fy", "app.mtp.desktop://google?code=x%2Fy")]
    [InlineData("/exchange_token", "app.mtp.desktop://strava")]
    public async Task The_relay_pages_pass_the_query_on_unchanged(string path, string address)
    {
        var reply = await Client.AskAsync(HttpMethod.Get, Wire.Addresses.Url + path);

        Assert.Equal((302, address), (reply.Status, reply.Headers["Location"]));
    }
}
