using MapThePaths.Core.Destinations;
using MapThePaths.Tests.Fixtures;
using static MapThePaths.Tests.Destinations.Mapillary.Replies;

namespace MapThePaths.Tests.Destinations.Mapillary;

public sealed class AskingWhoIAm
{
    private static readonly Reply Tester = Reply.Json("""{"username":"tester","id":"100200300400500600"}""");

    [Fact]
    public async Task The_account_has_an_id_and_a_name()
    {
        await using var server = new ScriptedServer(Tester);

        var account = await WhoAmIAsync(server);

        Assert.Equal(new Account("100200300400500600", "tester"), account);
        Assert.Equal(["GET /me?fields=id,username"], server.Lines);
        Assert.Equal($"OAuth {Client.Token}", server.Requests[0].Header("Authorization"));
    }

    [Fact]
    public async Task An_id_too_large_for_a_number_is_kept_digit_by_digit()
    {
        await using var server = new ScriptedServer(Reply.Json("""{"id":98765432109876543210,"username":"t"}"""));

        Assert.Equal("98765432109876543210", (await WhoAmIAsync(server)).Id);
    }

    [Theory]
    [InlineData(500, """{"type":"MLYApiException","code":190,"message":"Invalid OAuth 2.0 Access Token"}""")]
    [InlineData(401, """{"type":"OAuthException","code":190,"message":"Failed to decode"}""")]
    [InlineData(400, """{"type":"OAuthException","code":190,"message":"Error validating application"}""")]
    [InlineData(400, """{"type":"OAuthException","code":368,"error_subcode":1348007,"message":"please log in"}""")]
    [InlineData(401, """{"message":"m"}""")]
    [InlineData(400, """{"type":"MLYApiException","code":100,"error_subcode":33,"message":"m"}""")]
    [InlineData(400, """{"type":"MLYApiException","code":100,"message":"m"}""")]
    public async Task A_token_that_is_not_good_for_a_user_asks_for_signing_in(int status, string error)
    {
        await using var server = new ScriptedServer(GraphError(status, error), Tester);

        var failure = await Client.FailureOf(WhoAmIAsync(server));

        Assert.Equal(FailureKind.SignInNeeded, failure.Kind);
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData(400, """{"debug_info":{"retriable":false,"type":"NotAuthorizedError","message":"m"}}""", FailureKind.SignInNeeded)]
    [InlineData(403, "<html>blocked</html>", FailureKind.Unreachable)]
    public async Task The_other_dialect_and_no_dialect_are_understood_too(int status, string body, FailureKind kind)
    {
        await using var server = new ScriptedServer(Reply.Json(body, status));

        var failure = await Client.FailureOf(WhoAmIAsync(server));

        Assert.Equal(kind, failure.Kind);
    }

    [Theory]
    [InlineData(403, """{"code":4,"is_transient":true,"message":"Application request limit reached"}""")]
    [InlineData(500, """{"code":2,"message":"Service temporarily unavailable"}""")]
    [InlineData(500, """{"message":"m"}""")]
    public async Task A_busy_service_is_asked_again(int status, string error)
    {
        await using var server = new ScriptedServer(GraphError(status, error), Tester);

        Assert.Equal("tester", (await WhoAmIAsync(server)).Name);
    }

    [Fact]
    public async Task A_connection_that_closes_without_an_answer_is_followed_by_another()
    {
        await using var server = new ScriptedServer(Reply.Lost, Tester);

        Assert.Equal("tester", (await WhoAmIAsync(server)).Name);
    }

    private static Task<Account> WhoAmIAsync(ScriptedServer server) =>
        Client.Of(server).SignIn.WhoAmIAsync(TestContext.Current.CancellationToken);
}
