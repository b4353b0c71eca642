using MapThePaths.Core.Destinations;
using MapThePaths.Destinations.MapThePathsWeb;
using MapThePaths.Tests.Fixtures;

namespace MapThePaths.Tests.Destinations.MapThePathsWeb;

/// <summary>mtpw.md §2.</summary>
public sealed class SigningInAndOut
{
    [Theory]
    [InlineData("https://mtp.example/accounts/authorize", "app.mtp.desktop://app")]
    [InlineData("https://mtp.example/accounts/authorize/", "app.mtp.desktop://app")]
    [InlineData("https://mtp.example/o/authorize", "http://localhost:8763/")]
    [InlineData("https://mtp.example/o/authorize/", "http://localhost:8763/")]
    public void The_oldest_servers_are_given_an_address_on_this_computer_and_later_ones_the_apps_own_scheme(string page, string redirect)
    {
        var consent = new MapThePathsWebConsent(Options("https://mtp.example", page));

        Assert.Equal(redirect, consent.RedirectUri.OriginalString);
        Assert.Contains($"redirect_uri={Uri.EscapeDataString(redirect)}&", consent.Page("s").AbsoluteUri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_is_revoked_beside_the_consent_page()
    {
        await using var server = new ScriptedServer(Reply.Json(""));

        await RevokeAsync(Options(server.Url, $"{server.Url}/accounts/authorize"));

        var request = Assert.Single(server.Requests);
        Assert.Equal(("POST /accounts/revoke_token/", "token=aTokenOfTheWeb&client_id=1"), (request.Line, request.Text));
    }

    [Fact]
    public async Task No_token_goes_to_a_consent_page_that_is_not_private()
    {
        var options = Options("https://mtp.example", "http://mtp.example/accounts/authorize");

        var failure = await Assert.ThrowsAsync<DestinationException>(() => RevokeAsync(options));

        Assert.Equal((FailureKind.AskedWrongly, "not-private"), (failure.Kind, failure.Code));
        Assert.Contains("MTP_WEB_AUTH_URL", failure.Message, StringComparison.Ordinal);
        Assert.Throws<DestinationException>(() => new MapThePathsWebConsent(options).Page("s"));
    }

    private static Task RevokeAsync(MapThePathsWebOptions options) =>
        new MapThePathsWebRevocation(options).RevokeAsync("aTokenOfTheWeb", TestContext.Current.CancellationToken);

    private static MapThePathsWebOptions Options(string url, string page) =>
        new() { Url = url, AuthorizeUrl = page, AppId = "1", Clock = new ManualTime(), Jitter = () => 0 };
}
