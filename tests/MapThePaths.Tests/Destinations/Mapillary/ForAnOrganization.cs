using MapThePaths.Core.Destinations;
using MapThePaths.Tests.Fixtures;
using static MapThePaths.Tests.Destinations.Mapillary.Replies;

namespace MapThePaths.Tests.Destinations.Mapillary;

public sealed class ForAnOrganization
{
    private const string Id = "3011753992432185";

    private static readonly Reply Tester = Reply.Json("""{"username":"tester","id":"1"}""");

    private static readonly Reply Club = Reply.Json($$"""{"slug":"my-org","description":"An org","name":"My Org","id":"{{Id}}"}""");

    [Fact]
    public async Task It_is_asked_for_right_after_the_user()
    {
        await using var server = new ScriptedServer(Tester, Club);

        var account = await WhoAmIAsync(server, Id);

        Assert.Equal("tester", account.Name);
        Assert.Equal(["GET /me?fields=id,username", $"GET /{Id}?fields=slug,description,name"], server.Lines);
    }

    [Fact]
    public async Task One_that_is_unknown_was_asked_for_wrongly()
    {
        await using var server = new ScriptedServer(Tester, GraphError(400, """{"code":100,"error_subcode":33,"message":"Object does not exist"}"""));

        var failure = await Client.FailureOf(WhoAmIAsync(server, Id));

        Assert.Equal(FailureKind.AskedWrongly, failure.Kind);
        Assert.Contains(Id, failure.Message, StringComparison.Ordinal);
        Assert.Contains("Check its id; nothing was sent.", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("my-org")]
    [InlineData("me")]
    [InlineData("../me")]
    [InlineData("1?fields=id")]
    public async Task What_is_no_id_is_not_even_asked_for(string id)
    {
        await using var server = new ScriptedServer(Tester);

        var failure = await Client.FailureOf(WhoAmIAsync(server, id));

        Assert.Equal(FailureKind.AskedWrongly, failure.Kind);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task The_id_of_something_else_is_no_organization()
    {
        await using var server = new ScriptedServer(Tester, Reply.Json("""{"id":"3011753992432185"}"""));

        Assert.Equal(FailureKind.AskedWrongly, (await Client.FailureOf(WhoAmIAsync(server, Id))).Kind);
    }

    [Fact]
    public async Task A_busy_service_is_asked_again()
    {
        await using var server = new ScriptedServer(Tester, GraphError(500, """{"code":2,"message":"m"}"""), Club);

        Assert.Equal("tester", (await WhoAmIAsync(server, Id)).Name);
    }

    private static Task<Account> WhoAmIAsync(ScriptedServer server, string organization) =>
        Client.Of(server, organization: organization).SignIn.WhoAmIAsync(TestContext.Current.CancellationToken);
}
