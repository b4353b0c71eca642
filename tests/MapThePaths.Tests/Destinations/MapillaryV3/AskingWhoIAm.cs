using MapThePaths.Core.Destinations;
using MapThePaths.Tests.Fixtures;

namespace MapThePaths.Tests.Destinations.MapillaryV3;

public sealed class AskingWhoIAm
{
    [Fact]
    public async Task The_user_is_known_by_his_key()
    {
        await using var api = new ScriptedServer(Reply.Json("""{"key":"Qz7b","username":"pathwalker","email":"w@example.org"}"""));

        Assert.Equal(new Account("Qz7b", "pathwalker"), await Client.Of(api).SignIn.WhoAmIAsync(TestContext.Current.CancellationToken));
        Assert.Equal([$"GET /v3/me?{Client.Id}"], api.Lines);
        Assert.Equal($"Bearer {Client.Token}", api.Requests[0].Header("Authorization"));
    }

    [Theory]
    [InlineData("""{"message":"Unauthorized"}""", 401, FailureKind.SignInNeeded)]
    [InlineData("""{"message":"Forbidden"}""", 403, FailureKind.SignInNeeded)]
    [InlineData("", 401, FailureKind.SignInNeeded)]
    [InlineData("<html>moved</html>", 404, FailureKind.Unreachable)]
    [InlineData("<html>hotel</html>", 200, FailureKind.Unreachable)]
    [InlineData("""{"message":"oops"}""", 500, FailureKind.Unreachable)]
    public async Task Anything_else_is_no_user(string body, int status, FailureKind kind)
    {
        await using var api = new ScriptedServer(Enumerable.Repeat(Reply.Json(body, status), 3));

        Assert.Equal(kind, (await Client.FailureOf(Client.Of(api).SignIn.WhoAmIAsync(TestContext.Current.CancellationToken))).Kind);
    }
}
