using System.Text.Json;

namespace MapThePaths.Tests.Emulator.MapillaryV3;

/// <summary><c>GET /v3/users/{user_key}/organizations</c> (mapillary-v3.md §1, §2.2, §5).</summary>
public sealed class OrganizationRules : V3Test
{
    [Fact]
    public async Task The_callers_organizations_are_a_bare_array_of_objects()
    {
        var reply = await Wire.GetAsync($"/users/{await KeyAsync()}/organizations");

        Assert.Equal((200, JsonValueKind.Array), (reply.Status, reply.Json.ValueKind));
        var organization = Assert.Single(reply.Json.EnumerateArray());
        Assert.Equal(Wire.Addresses.OrganizationKey, organization.GetProperty("key").GetString());
        Assert.Equal(
            ["avatar", "description", "key", "name", "nice_name", "private_repository", "public_repository"],
            organization.EnumerateObject().Select(member => member.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Nobody_is_told_of_anothers()
    {
        Assert.Equal(404, (await Wire.GetAsync("/users/another/organizations")).Status);
    }

    [Fact]
    public async Task Without_a_token_it_is_unauthorized()
    {
        Assert.Equal(401, (await Wire.GetWithoutTokenAsync($"/users/{await KeyAsync()}/organizations")).Status);
    }

    [Theory]
    [InlineData("public:upload%20private:read", 200)]
    [InlineData("public:upload", 403)]
    public async Task It_needs_the_scope_that_the_consent_page_explains_with_it(string scopes, int status)
    {
        var consent = await Wire.DecideAsync("allow", "&response_type=token&scope=" + scopes);
        Wire.Bearer = "Bearer " + consent.Headers["Location"].Split("access_token=")[1];

        Assert.Equal(status, (await Wire.GetAsync($"/users/{await KeyAsync()}/organizations")).Status);
    }

    private async Task<string> KeyAsync() => (await Wire.GetAsync("/me")).Json.GetProperty("key").GetString()!;
}
