using System.Net;
using MapThePaths.Tests.Fixtures;

namespace MapThePaths.Tests.Flows.SigningIn;

/// <summary>The server of September 2020 permits http addresses alone (mtpw.md §2), so the browser comes back to this computer.</summary>
public sealed class AtTheFirstMapThePathsWeb : ASignIn
{
    private string Origin => Callback.TrimEnd('/');

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Use(Service.RegistrationAtWeb());
    }

    [Fact]
    public async Task The_listeners_page_brings_the_token_from_the_fragment()
    {
        await using var login = Program.Begin("login", "mtpw", "--no-browser");
        var callback = await Browser.AllowAsync(await login.PageAsync());
        Assert.StartsWith(Callback + "#access_token=", callback.OriginalString, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.OK, await Browser.GoAsync(new Uri(Callback)));
        Assert.Equal(HttpStatusCode.OK, await Browser.PostAsync(new Uri(Callback), callback.Fragment.TrimStart('#'), ("Origin", Origin)));
        var run = (await login.EndAsync()).Ends(0);

        Assert.Equal("mtpw", run.Of("account").Single().Text("destination"));
    }

    [Fact]
    public async Task A_refused_consent_ends_the_sign_in()
    {
        await using var login = Program.Begin("login", "mtpw", "--no-browser");
        await Browser.GoAsync(await Browser.DenyAsync(await login.PageAsync()));

        Assert.Contains("consent was refused", (await login.EndAsync()).Ends(4).Error, StringComparison.Ordinal);
    }
}
