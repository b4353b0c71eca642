using System.Text.Json.Nodes;

namespace MapThePaths.Tests.Emulator;

public sealed class GraphTokenRules : EmulatorTest
{
    [Fact]
    public async Task Me_is_the_user_of_the_token()
    {
        var me = await Client.GraphAsync("/me?fields=id,username");

        Assert.Equal("practice", me.Json.GetProperty("username").GetString());
        Assert.Matches("^[0-9]{15,}$", me.Json.GetProperty("id").GetString());
    }

    [Fact]
    public async Task A_user_and_an_organization_are_found_by_id()
    {
        var me = (await Client.GraphAsync("/me")).Json.GetProperty("id").GetString();

        var user = await Client.GraphAsync($"/{me}?fields=username");
        var organization = await Client.GraphAsync($"/{Client.Addresses.OrganizationId}?fields=slug,description,name");

        Assert.Equal("practice", user.Json.GetProperty("username").GetString());
        Assert.Equal(Client.Addresses.OrganizationId, organization.Json.GetProperty("id").GetString());
    }

    [Fact]
    public async Task No_token_is_500_with_code_190()
    {
        var reply = await Client.AskAsync(HttpMethod.Get, Client.Addresses.GraphUrl + "/me");

        Assert.Equal((500, 190), (reply.Status, reply.GraphErrorCode));
        Assert.Equal("MLYApiException", reply.GraphError.GetProperty("type").GetString());
    }

    [Theory]
    [InlineData("OAuth nonsense", 401, "Failed to decode")]
    [InlineData("Bearer MLYAneverissuedneverissued", 401, "Failed to decode")]
    [InlineData("OAuth MLYAneverissuedneverissued", 401, "Error validating application")]
    public async Task A_bad_token_is_told_by_kind(string authorization, int status, string message)
    {
        Client.Authorization = authorization;

        var reply = await Client.GraphAsync("/me");

        Assert.Equal((status, 190, message), (reply.Status, reply.GraphErrorCode, reply.GraphErrorMessage));
    }

    [Fact]
    public async Task A_token_never_issued_in_the_address_is_400()
    {
        var reply = await Client.AskAsync(HttpMethod.Get, Client.Addresses.GraphUrl + "/me?access_token=MLYAneverissuedneverissued");

        Assert.Equal((400, 190), (reply.Status, reply.GraphErrorCode));
    }

    [Fact]
    public async Task A_token_in_the_address_works() =>
        Assert.Equal(200, (await Client.AskAsync(HttpMethod.Get, Client.Addresses.GraphUrl + "/me?access_token=" + Client.Addresses.AccessToken)).Status);

    [Fact]
    public async Task An_expired_token_is_400_with_code_190()
    {
        Clock.Advance(TimeSpan.FromDays(61));

        var reply = await Client.GraphAsync("/me");

        Assert.Equal((400, 190), (reply.Status, reply.GraphErrorCode));
    }

    [Fact]
    public async Task A_revoked_token_is_401_and_names_the_app()
    {
        Fault("me:revoke:only=1");

        await Client.GraphAsync("/me");
        var reply = await Client.GraphAsync("/me");

        Assert.Equal((401, 190), (reply.Status, reply.GraphErrorCode));
        Assert.Contains(Client.Addresses.AppId, reply.GraphErrorMessage, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/1234567890123456")]
    [InlineData("/sequences")]
    [InlineData("/a/b")]
    public async Task What_does_not_exist_is_400_with_code_100_and_33(string path)
    {
        var reply = await Client.GraphAsync(path);

        Assert.Equal((400, 100), (reply.Status, reply.GraphErrorCode));
        Assert.Equal(33, reply.GraphError.GetProperty("error_subcode").GetInt32());
    }

    [Fact]
    public async Task Telemetry_is_accepted_with_any_client_token()
    {
        var reply = await Client.PostJsonAsync("/logging", new JsonObject(), "OAuth MLY|1|00000000000000000000000000000000");

        Assert.Equal(200, reply.Status);
    }

    /// <summary>§2: these are a user's calls.</summary>
    [Theory]
    [InlineData("/me")]
    [InlineData("/ORGANIZATION")]
    public async Task A_client_token_is_no_user(string path)
    {
        Client.Authorization = "OAuth " + Client.Addresses.ClientToken;

        var reply = await Client.GraphAsync(path.Replace("ORGANIZATION", Client.Addresses.OrganizationId, StringComparison.Ordinal));

        Assert.Equal((401, 190), (reply.Status, reply.GraphErrorCode));
    }

    /// <summary>§7.1: a client token, in the scheme of §1.</summary>
    [Theory]
    [InlineData(null, 500)]
    [InlineData("OAuth nonsense", 401)]
    [InlineData("OAuth MLYAneverissuedneverissued", 401)]
    [InlineData("Bearer MLY|1|00000000000000000000000000000000", 401)]
    public async Task Telemetry_with_anything_else_is_refused(string? authorization, int status) =>
        Assert.Equal(status, (await Client.PostJsonAsync("/logging", [], authorization)).Status);

    [Theory]
    [InlineData("/me?fields=usernam")]
    [InlineData("/ORGANIZATION?fields=members")]
    [InlineData("/image_ids")]
    public async Task What_nobody_has_is_refused(string path)
    {
        var reply = await Client.GraphAsync(path.Replace("ORGANIZATION", Client.Addresses.OrganizationId, StringComparison.Ordinal));

        Assert.Equal((400, 100), (reply.Status, reply.GraphErrorCode));
    }
}
