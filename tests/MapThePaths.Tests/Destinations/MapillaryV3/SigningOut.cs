using MapThePaths.Core.Destinations;
using MapThePaths.Destinations.MapillaryV3;
using MapThePaths.Tests.Fixtures;

namespace MapThePaths.Tests.Destinations.MapillaryV3;

/// <summary>mapillary-v3.md §2.6, which is silent about the answer.</summary>
public sealed class SigningOut
{
    [Theory]
    [InlineData(200, "")]
    [InlineData(200, "{}")]
    [InlineData(204, "")]
    public async Task Any_success_ends_the_token(int status, string body)
    {
        await using var api = new ScriptedServer(Reply.Json(body, status));

        await RevokeAsync(api);

        var request = Assert.Single(api.Requests);
        Assert.Equal($"POST /v3/me/logout?{Client.Id}", request.Line);
        Assert.Equal("""{"client_id":"RXhB=="}""", request.Text);
        Assert.Equal($"Bearer {Client.Token}", request.Header("Authorization"));
        Assert.Equal("22", request.Header("Content-Length"));
    }

    [Fact]
    public async Task A_token_that_is_dead_already_is_ended()
    {
        await using var api = new ScriptedServer(Reply.Json("""{"message":"Unauthorized"}""", 401));

        await RevokeAsync(api);

        Assert.Single(api.Requests);
    }

    [Fact]
    public async Task A_page_of_somebody_in_between_is_no_success()
    {
        await using var api = new ScriptedServer([.. Enumerable.Repeat(Reply.Json("<html>hotel</html>"), 10)]);

        Assert.Equal(FailureKind.Unreachable, (await Client.FailureOf(RevokeAsync(api))).Kind);
    }

    private static Task RevokeAsync(ScriptedServer api) => new MapillaryV3Revocation(Client.Options(api, new ManualTime())).RevokeAsync(Client.Token, TestContext.Current.CancellationToken);
}
