using MapThePaths.Core.Destinations;
using MapThePaths.Destinations.MapillaryV3;
using NodaTime;

namespace MapThePaths.Tests.Destinations.MapillaryV3;

/// <summary>What the browser comes back with (mapillary-v3.md §2.4).</summary>
public sealed class SigningIn
{
    private const string Token = "aaa.bbb.ccc";

    [Theory]
    [InlineData("never", null)]
    [InlineData("", null)]
    [InlineData("3600", 3600)]
    public async Task A_token_may_say_when_it_ends_or_that_it_never_does(string expiresIn, int? seconds)
    {
        var grant = await GrantAsync(("token_type", "bearer"), ("access_token", Token), ("expires_in", expiresIn));

        Assert.Equal((Token, seconds is { } given ? Duration.FromSeconds(given) : null), (grant.Token, grant.Lifetime));
    }

    [Theory]
    [InlineData("state")]
    [InlineData("token_type")]
    public async Task An_answer_without_token_and_error_is_a_refusal(string name)
    {
        var failure = await Assert.ThrowsAsync<DestinationException>(() => GrantAsync((name, "x")));

        Assert.Equal((FailureKind.SignInNeeded, "access_denied"), (failure.Kind, failure.Code));
        Assert.Contains("consent was refused", failure.Message, StringComparison.Ordinal);
    }

    private static Task<Grant> GrantAsync(params (string Name, string Value)[] answer)
    {
        var options = new MapillaryV3Options { Name = "mapillary-v3", ClientId = "app", AccessToken = _ => Task.FromResult<string?>(null) };
        return new MapillaryV3Consent(options).GrantAsync(answer.ToDictionary(part => part.Name, part => part.Value), TestContext.Current.CancellationToken);
    }
}
