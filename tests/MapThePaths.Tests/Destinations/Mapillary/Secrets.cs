using MapThePaths.Core.Destinations;
using MapThePaths.Tests.Fixtures;
using static MapThePaths.Tests.Destinations.Mapillary.Replies;

namespace MapThePaths.Tests.Destinations.Mapillary;

public sealed class Secrets
{
    [Fact]
    public async Task A_token_that_the_service_repeats_does_not_get_into_the_message()
    {
        await using var server = new ScriptedServer(GraphError(400, $$$"""{"code":190,"message":"Malformed token {{{Client.Token}}}!"}"""));

        var failure = await Client.FailureOf(Client.Of(server).SignIn.WhoAmIAsync(TestContext.Current.CancellationToken));

        Assert.Contains("Malformed token …!", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Client.Token, failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_address_holds_the_token()
    {
        using var photo = new APhoto();
        await using var server = new ScriptedServer(Reply.Json("""{"id":"1","username":"t"}"""), Offset(0), Handle);
        var destination = Client.Of(server);

        await destination.SignIn.WhoAmIAsync(TestContext.Current.CancellationToken);
        await destination.Sender.SendAsync("s", photo.Body, true, new Progress(), TestContext.Current.CancellationToken);

        Assert.All(server.Lines, line => Assert.DoesNotContain("5ec2e7", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Control_characters_of_the_service_do_not_reach_a_terminal()
    {
        await using var server = new ScriptedServer(GraphError(400, """{"code":190,"message":"red \u001b[31m\r\nalert"}"""));

        var failure = await Client.FailureOf(Client.Of(server).SignIn.WhoAmIAsync(TestContext.Current.CancellationToken));

        Assert.DoesNotContain(failure.Message, char.IsControl);
    }

    [Fact]
    public async Task A_token_with_a_line_break_inside_is_not_sent()
    {
        await using var server = new ScriptedServer();

        var failure = await Client.FailureOf(Client.SignedInWith(server, "one\r\ntwo").SignIn
            .WhoAmIAsync(TestContext.Current.CancellationToken));

        Assert.Equal(FailureKind.SignInNeeded, failure.Kind);
        Assert.DoesNotContain("two", failure.ToString(), StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task A_line_break_behind_a_pasted_token_does_not_matter()
    {
        await using var server = new ScriptedServer(Reply.Json("""{"id":"1","username":"t"}"""));

        await Client.SignedInWith(server, "pasted\n").SignIn.WhoAmIAsync(TestContext.Current.CancellationToken);

        Assert.Equal("OAuth pasted", server.Requests[0].Header("Authorization"));
    }
}
