using System.Globalization;
using System.Text.Json.Nodes;
using MapThePaths.Tests.Fixtures;

namespace MapThePaths.Tests.Flows.SigningIn;

/// <summary>Tokens are renewed before they end, and may be revoked at any time.</summary>
public sealed class TokensThatEnd : ASignIn
{
    private string Book => Path.Combine(Program.Home, "accounts.json");

    [Fact]
    public async Task A_token_revoked_in_the_middle_of_an_upload_loses_nothing_and_the_upload_goes_on_after_signing_in()
    {
        AWalk.Of(8).OfSize(20_000).SaveTo(Photos);
        await LoginAsync();
        Service.AddFault("upload:revoke:only=4");

        var cut = (await UploadAsync("--parallel", "1", "--follow")).Ends(4);
        await LoginAsync();
        var run = (await UploadAsync("--follow")).Ends(0);

        Assert.Contains("mtpdu login mapillary", cut.Summary.Text("error"), StringComparison.Ordinal);
        Assert.True(cut.Count("sent") is > 0 and < 8, cut.ToString());
        Assert.Equal("8 photos, 8 sent, 8 visible", $"{run.Count("photos")} photos, {run.Count("sent") + run.Count("already_sent")} sent, {run.Count("visible")} visible");
        await PublishedOnceAsync(8);
    }

    [Fact]
    public async Task At_API_v3_too_a_token_revoked_in_the_middle_of_an_upload_loses_nothing()
    {
        Use(Service.RegistrationAtV3());
        AWalk.Of(4).SaveTo(Photos);
        await LoginByTypingAsync("mapillary-v3");
        Service.AddFault("v3_open:revoke:first=1");

        var cut = (await UploadAsync("--to", "mapillary-v3", "--follow")).Ends(4);
        await LoginByTypingAsync("mapillary-v3");
        var run = (await UploadAsync("--to", "mapillary-v3", "--follow")).Ends(0);

        Assert.Contains("mtpdu login mapillary-v3", cut.Summary.Text("error"), StringComparison.Ordinal);
        Assert.Equal(4, run.Count("visible"));
        var session = Assert.Single((await Service.StateAsync()).V3Sessions);
        Assert.Equal("published", session.Status);
        Assert.Equal([1, 1, 1, 1], session.Photos.Select(photo => photo.Times));
    }

    [Fact]
    public async Task A_renewal_does_not_bring_back_an_account_that_was_signed_out_meanwhile()
    {
        AWalk.Of(2).SaveTo(Photos);
        await LoginAsync();
        await AgeAsync(given: TimeSpan.FromDays(-54), ends: TimeSpan.FromDays(6));
        Service.AddFault("token:delay=4000");
        var upload = UploadAsync();
        await Service.WhenAsync(state => state.CallsOf("token") == 2);

        (await Program.RunAsync("logout", "mapillary")).Ends(0);
        await upload;

        Assert.Empty((await Program.RunAsync("accounts")).Of("account"));
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(Program.Home, "secrets"), "*.token"));
    }

    [Fact]
    public async Task A_token_near_its_end_is_renewed_and_the_new_one_stored()
    {
        AWalk.Of(2).SaveTo(Photos);
        await LoginAsync();
        var old = Service.TokenOf("practice");
        var before = await AgeAsync(given: TimeSpan.FromDays(-54), ends: TimeSpan.FromDays(6));

        (await UploadAsync()).Ends(0);

        Assert.Equal(2, (await Service.StateAsync()).CallsOf("token"));
        Assert.True(await EndAsync() > before.AddDays(50));
        NoFileHolds(old);
        NoFileHolds(Service.TokenOf("practice"));
    }

    /// <summary>The longer it lives, the earlier: JOSM's rule (mapillary-v4.md §3.3).</summary>
    [Theory]
    [InlineData("50.00:00", "10.00:00", false)]
    [InlineData("28.00:00", "2.00:00", false)]
    [InlineData("28.00:00", "23:00", true)]
    [InlineData("2.12:00", "13:00", false)]
    [InlineData("2.12:00", "11:00", true)]
    [InlineData("05:00", "01:30", false)]
    [InlineData("05:00", "00:50", true)]
    [InlineData("01:00", "00:30", false)]
    [InlineData("01:00", "00:09", true)]
    public async Task A_token_is_renewed_when_the_rule_for_its_lifetime_says_so_and_else_left_alone(string given, string ends, bool isRenewed)
    {
        await LoginAsync();
        await AgeAsync(-TimeSpan.Parse(given, CultureInfo.InvariantCulture), TimeSpan.Parse(ends, CultureInfo.InvariantCulture));

        await Program.RunAsync("doctor");

        Assert.Equal(isRenewed ? 2 : 1, (await Service.StateAsync()).CallsOf("token"));
    }

    [Fact]
    public async Task A_renewed_token_that_cannot_be_stored_is_used_all_the_same()
    {
        AWalk.Of(2).SaveTo(Photos);
        await LoginAsync();
        await AgeAsync(given: TimeSpan.FromDays(-60), ends: TimeSpan.Zero);
        File.Delete(Book + ".lock");
        Directory.CreateDirectory(Book + ".lock");

        (await UploadAsync()).Ends(0);

        Assert.Equal(2, (await Service.StateAsync()).CallsOf("token"));
    }

    [Fact]
    public async Task A_token_that_cannot_be_renewed_just_now_is_used_to_its_end()
    {
        AWalk.Of(2).SaveTo(Photos);
        await LoginAsync();
        await AgeAsync(given: TimeSpan.FromDays(-54), ends: TimeSpan.FromDays(6));
        Service.AddFault("token:status=400");

        (await UploadAsync()).Ends(0);
    }

    [Fact]
    public async Task A_token_that_has_ended_asks_to_sign_in_again()
    {
        AWalk.Of(2).SaveTo(Photos);
        await LoginAsync();
        await AgeAsync(given: TimeSpan.FromDays(-61), ends: TimeSpan.FromDays(-1));
        Service.AddFault("token:not_authorized");

        var run = (await UploadAsync()).Ends(4);

        Assert.Contains("mtpdu login mapillary", run.Error, StringComparison.Ordinal);
        Assert.Contains("ended at", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_whose_file_was_lost_asks_to_sign_in_again()
    {
        AWalk.Of(2).SaveTo(Photos);
        await LoginAsync();
        Directory.Delete(Path.Combine(Program.Home, "secrets"), recursive: true);

        var run = (await UploadAsync()).Ends(4);

        Assert.Contains("mtpdu login mapillary", run.Error, StringComparison.Ordinal);
    }

    // As if the token had been given and were to end so long before or after now.
    private async Task<DateTimeOffset> AgeAsync(TimeSpan given, TimeSpan ends)
    {
        var accounts = JsonNode.Parse(await File.ReadAllTextAsync(Book, TestContext.Current.CancellationToken))!;
        var now = TimeProvider.System.GetUtcNow();
        accounts[0]!["given_at"] = now + given;
        accounts[0]!["expires_at"] = now + ends;
        await File.WriteAllTextAsync(Book, accounts.ToJsonString(), TestContext.Current.CancellationToken);
        return now + ends;
    }

    private async Task<DateTimeOffset> EndAsync() =>
        JsonNode.Parse(await File.ReadAllTextAsync(Book, TestContext.Current.CancellationToken))![0]!["expires_at"]!.GetValue<DateTimeOffset>();
}
