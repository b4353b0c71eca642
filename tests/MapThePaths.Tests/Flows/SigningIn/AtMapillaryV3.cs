using System.Net;
using MapThePaths.Tests.Fixtures;

namespace MapThePaths.Tests.Flows.SigningIn;

/// <summary>Implicit grant of Mapillary's API v3 (mapillary-v3.md §2).</summary>
public sealed class AtMapillaryV3 : ASignIn
{
    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Use(Service.RegistrationAtV3());
    }

    [Fact]
    public async Task The_token_in_the_query_signs_in()
    {
        await using var login = Program.Begin("login", "mapillary-v3", "--no-browser");
        var callback = await Browser.AllowAsync(await login.PageAsync());
        Assert.Equal(HttpStatusCode.OK, await Browser.GoAsync(callback));

        var run = (await login.EndAsync()).Ends(0);

        var account = run.Of("account").Single();
        Assert.Equal("practice", account.Text("username"));
        Assert.Null(account.Text("expires_at"));
        var token = TokenIn(callback.Query);
        Assert.DoesNotContain(token, run.ToString(), StringComparison.Ordinal);
        NoFileHolds(token);
        Assert.Equal($"signed in as practice at {Service.Addresses.V3.Url}", (await Program.RunAsync("doctor")).Of("check").Single(check => check.Text("name") == "mapillary-v3").Text("detail"));
    }

    [Fact]
    public async Task The_token_in_the_fragment_is_brought_by_the_page_of_the_listener_alone()
    {
        Service.AddFault("v3_connect:in_fragment");
        await using var login = Program.Begin("login", "mapillary-v3", "--no-browser");
        var callback = await Browser.AllowAsync(await login.PageAsync());
        var (here, fragment) = (new Uri(Callback), callback.Fragment.TrimStart('#'));

        Assert.Equal(HttpStatusCode.OK, await Browser.GoAsync(here));
        Assert.Equal(HttpStatusCode.BadRequest, await Browser.PostAsync(here, fragment));
        Assert.Equal(HttpStatusCode.BadRequest, await Browser.PostAsync(here, fragment, ("Origin", "https://elsewhere.example")));
        Assert.Equal(HttpStatusCode.BadRequest, await Browser.PostAsync(here, fragment, ("Origin", "null")));
        Assert.Equal(HttpStatusCode.BadRequest, await Browser.PostAsync(here, "access_token=stolen&state=guessed", ("Origin", Origin)));
        Assert.Equal(HttpStatusCode.OK, await Browser.PostAsync(here, fragment, ("Origin", Origin)));

        (await login.EndAsync()).Ends(0);
    }

    [Fact]
    public async Task An_answer_without_the_state_is_left_aside()
    {
        Service.AddFault("v3_connect:without_state:first=1");
        await using var login = Program.Begin("login", "mapillary-v3", "--no-browser");
        var page = await login.PageAsync();

        Assert.Equal(HttpStatusCode.BadRequest, await Browser.GoAsync(await Browser.AllowAsync(page)));
        Assert.Equal(HttpStatusCode.OK, await Browser.GoAsync(await Browser.AllowAsync(page)));
        (await login.EndAsync()).Ends(0);
    }

    [Fact]
    public async Task A_foreign_origin_is_refused_and_a_replayed_state_finds_nobody()
    {
        await using var login = Program.Begin("login", "mapillary-v3", "--no-browser");
        var callback = await Browser.AllowAsync(await login.PageAsync());

        Assert.Equal(HttpStatusCode.BadRequest, await Browser.GoAsync(callback, ("Origin", "https://elsewhere.example")));
        Assert.Equal(HttpStatusCode.OK, await Browser.GoAsync(callback));
        (await login.EndAsync()).Ends(0);
        await Assert.ThrowsAsync<HttpRequestException>(() => Browser.GoAsync(callback));
        await using var next = Program.Begin("login", "mapillary-v3", "--no-browser");
        await next.PageAsync();
        Assert.Equal(HttpStatusCode.BadRequest, await Browser.GoAsync(callback));
    }

    [Fact]
    public async Task A_token_that_was_cut_short_is_told_as_such_and_not_stored()
    {
        await using var login = Program.Begin("login", "mapillary-v3", "--token", "-");
        await login.TypeAsync("eyJhbGciOiJIUzI1NiIs");

        var run = (await login.EndAsync()).Ends(4);

        Assert.Contains("it may be cut short", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("upload permission", run.Error, StringComparison.Ordinal);
        Assert.Empty((await Program.RunAsync("accounts")).Of("account"));
    }

    [Fact]
    public async Task A_refused_consent_ends_the_sign_in()
    {
        await using var login = Program.Begin("login", "mapillary-v3", "--no-browser");
        await Browser.GoAsync(await Browser.DenyAsync(await login.PageAsync()));

        Assert.Contains("consent was refused", (await login.EndAsync()).Ends(4).Error, StringComparison.Ordinal);
    }

    /// <summary>As it was seen (mapillary-v3.md §2.4): neither a token nor an error.</summary>
    [Fact]
    public async Task A_refusal_without_a_word_ends_the_sign_in_too()
    {
        Service.AddFault("v3_connect:bare_deny");
        await using var login = Program.Begin("login", "mapillary-v3", "--no-browser");
        await Browser.GoAsync(await Browser.DenyAsync(await login.PageAsync()));

        Assert.Contains("consent was refused", (await login.EndAsync()).Ends(4).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_callback_is_told_in_the_services_words()
    {
        await using var login = Program.Begin("login", "mapillary-v3", "--no-browser");
        var page = (await login.PageAsync()).AbsoluteUri.Replace(Uri.EscapeDataString(Callback), "http%3A%2F%2Flocalhost%3A1%2F", StringComparison.Ordinal);
        await Browser.GoAsync(await Browser.LeaveAsync(new Uri(page)));

        var run = (await login.EndAsync()).Ends(2);

        Assert.Contains("Wrong RedirectUri provided", run.Error, StringComparison.Ordinal);
        Assert.Contains($"register exactly '{Callback}'", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_scope_that_the_app_may_not_ask_for_is_wrong_usage()
    {
        Service.AddFault("v3_connect:consent_error=invalid_scope");
        await using var login = Program.Begin("login", "mapillary-v3", "--no-browser");
        await Browser.GoAsync(await Browser.LeaveAsync(await login.PageAsync()));

        Assert.Contains("Allow all scopes", (await login.EndAsync()).Ends(2).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signing_out_revokes_the_token_there()
    {
        await using var login = Program.Begin("login", "mapillary-v3", "--no-browser");
        var callback = await Browser.AllowAsync(await login.PageAsync());
        await Browser.GoAsync(callback);
        (await login.EndAsync()).Ends(0);

        var run = (await Program.RunAsync("logout", "mapillary-v3")).Ends(0);

        Assert.True(run.Summary.GetProperty("revoked").GetBoolean());
        await using var again = Program.Begin("login", "mapillary-v3", "--token", "-");
        await again.TypeAsync(TokenIn(callback.Query));
        (await again.EndAsync()).Ends(4);
    }

    [Fact]
    public async Task Another_server_than_the_one_that_gave_the_token_is_not_asked_to_revoke_it()
    {
        var (callback, _) = await LoginByTypingAsync("mapillary-v3");
        await using var other = new ScriptedServer();
        Program.With("MAPILLARY_V3_URL", other.Url + "/v3");

        var run = (await Program.RunAsync("logout", "mapillary-v3")).Ends(3);

        Assert.False(run.Summary.GetProperty("revoked").GetBoolean());
        Assert.Contains($"was given by {Service.Addresses.V3.Url}", run.Error, StringComparison.Ordinal);
        Assert.Empty(other.Requests);
        Assert.Empty((await Program.RunAsync("accounts")).Of("account"));
        NoFileHolds(TokenIn(callback.Query));
    }

    [Fact]
    public async Task Without_an_address_it_is_not_set_up()
    {
        Program.With("MAPILLARY_V3_URL", "");

        Assert.Contains("MAPILLARY_V3_URL is missing", (await Program.RunAsync("login", "mapillary-v3")).Ends(2).Error, StringComparison.Ordinal);
    }

    private string Origin => Callback.TrimEnd('/');

    private static string TokenIn(string query) => query.Split("access_token=")[1].Split('&')[0];
}
