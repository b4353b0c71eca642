namespace MapThePaths.Tests.Emulator.MapThePathsWeb;

/// <summary>mtpw.md §2, at seed.</summary>
public sealed class SeedAuthorizationRules : WebTest
{
    [Fact]
    public async Task The_consent_page_lies_under_o_and_a_token_lives_ten_hours()
    {
        var reply = await Wire.DecideAsync("allow", "&response_type=token&redirect_uri=app.mtp.desktop%3A%2F%2Fapp");

        Assert.EndsWith("/o/authorize/", Wire.Addresses.AuthorizeUrl, StringComparison.Ordinal);
        Assert.Matches("^app\\.mtp\\.desktop://app#access_token=[^&]+&expires_in=36000&", reply.Headers["Location"]);
    }

    [Fact]
    public async Task A_loopback_address_is_registered_too()
    {
        var reply = await Wire.DecideAsync("allow", "&response_type=token&redirect_uri=http%3A%2F%2Flocalhost%3A8763%2F");

        Assert.StartsWith("http://localhost:8763/#access_token=", reply.Headers["Location"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/accounts/authorize/")]
    [InlineData("/accounts/check-mtpu-mapillary-oauth")]
    public async Task Addresses_of_later_servers_are_not_found(string path) =>
        Assert.Equal(404, (await Wire.AskAsync(HttpMethod.Get, path)).Status);
}
