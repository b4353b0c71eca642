namespace MapThePaths.Tests.Emulator.MapThePathsWeb;

/// <summary>mtpw.md §2, at seed.</summary>
public sealed class SeedAuthorizationRules : WebTest
{
    [Fact]
    public async Task The_consent_page_lies_under_o_and_a_token_lives_ten_hours()
    {
        var reply = await Wire.DecideAsync("allow", "&response_type=token&redirect_uri=http%3A%2F%2Flocalhost%3A8763%2F");

        Assert.EndsWith("/o/authorize/", Wire.Addresses.AuthorizeUrl, StringComparison.Ordinal);
        Assert.Matches("^http://localhost:8763/#access_token=[^&]+&expires_in=36000&", reply.Headers["Location"]);
    }

    [Fact]
    public async Task The_apps_own_scheme_was_not_yet_permitted()
    {
        var reply = await Client.AskAsync(HttpMethod.Get, Wire.Authorize("&response_type=token&redirect_uri=app.mtp.desktop%3A%2F%2Fapp"));

        Assert.Equal(400, reply.Status);
        Assert.False(reply.Headers.ContainsKey("Location"));
    }

    [Theory]
    [InlineData("/accounts/authorize/")]
    [InlineData("/accounts/check-mtpu-mapillary-oauth")]
    public async Task Addresses_of_later_servers_are_not_found(string path) =>
        Assert.Equal(404, (await Wire.AskAsync(HttpMethod.Get, path)).Status);
}
