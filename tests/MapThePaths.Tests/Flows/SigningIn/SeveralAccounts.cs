using System.Text.Json.Nodes;
using MapThePaths.Emulator;
using MapThePaths.Tests.Fixtures;

namespace MapThePaths.Tests.Flows.SigningIn;

/// <summary><c>login --token</c>, <c>logout</c>, <c>accounts</c> and <c>--account</c>.</summary>
public sealed class SeveralAccounts : ASignIn
{
    [Fact]
    public async Task A_token_from_standard_input_is_tried_and_stored()
    {
        AWalk.Of(2).SaveTo(Photos);

        var account = (await BringAsync(Service.TokenOf("practice"))).Ends(0).Of("account").Single();

        Assert.Equal("practice", account.Text("name"));
        Assert.Null(account.Text("scopes"));
        Assert.Null(account.Text("expires_at"));
        (await UploadAsync()).Ends(0);
        NoFileHolds(Service.TokenOf("practice"));
    }

    [Fact]
    public async Task Accounts_that_sign_in_at_the_same_moment_are_all_there()
    {
        string[] names = ["ada", "bob", "cy", "dee", "eve", "fay"];
        Directory.CreateDirectory(Program.Home);
        List<Conversation> logins = [];
        using (var held = new FileStream(Path.Combine(Program.Home, "accounts.json.lock"), FileMode.Create, FileAccess.ReadWrite, FileShare.None))
        {
            foreach (var name in names)
            {
                logins.Add(Program.Begin("login", "mapillary", "--token", "-", "--account", name));
                await logins[^1].TypeAsync(Service.TokenOf(name));
            }

            // All of them know who they are, and wait.
            await Service.WhenAsync(state => state.CallsOf("me") == names.Length);
            Assert.False(File.Exists(Path.Combine(Program.Home, "accounts.json")));
        }

        foreach (var login in logins)
        {
            await using (login)
            {
                (await login.EndAsync()).Ends(0);
            }
        }

        Assert.Equal(names, (await Program.RunAsync("accounts")).Of("account").Select(account => account.Text("name")).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Following_at_one_destination_asks_for_no_choice_among_the_accounts_of_another()
    {
        AWalk.Of(2).SaveTo(Photos);
        (await BringAsync(Service.TokenOf("practice"))).Ends(0);
        (await UploadAsync()).Ends(0);
        (await BringAsync(Service.TokenOf("anna"))).Ends(0);

        var run = (await Program.RunAsync("send", "1", "--to", "practice", "--follow")).Ends(0);

        Assert.Equal("2 photos, 2 sent, 2 visible", run.Counts());
    }

    [Fact]
    public async Task A_token_goes_to_no_other_server_than_the_one_that_gave_it()
    {
        (await BringAsync(Service.TokenOf("practice"))).Ends(0);
        await using var stranger = await StandInService.StartAsync(new EmulatorOptions());
        Program.With("MAPILLARY_GRAPH_URL", stranger.Addresses.GraphUrl);
        AWalk.Of(2).SaveTo(Photos);

        var run = (await UploadAsync()).Ends(4);

        Assert.Contains("which must not learn it", run.Error, StringComparison.Ordinal);
        Assert.Empty((await stranger.StateAsync()).Calls);
    }

    [Fact]
    public async Task A_token_that_the_service_refuses_is_not_stored()
    {
        (await BringAsync("MLYAthisWasNeverIssuedByAnybodyAtAll")).Ends(4);

        Assert.Empty((await Program.RunAsync("accounts")).Of("account"));
        Assert.Equal("[]", (await BooksAsync())?.ToJsonString() ?? "[]");
    }

    [Theory]
    [InlineData("login", "mapillary", "--token", "MLYAaTokenOnTheCommandLine")]
    [InlineData("login", "mapillary", "MLYAaTokenOnTheCommandLine")]
    [InlineData("login", "mapillary", "--token=MLYAaTokenOnTheCommandLine")]
    public async Task A_token_is_never_an_argument(params string[] arguments)
    {
        var run = (await Program.RunForPeopleAsync(arguments)).Ends(2);

        Assert.DoesNotContain("MLYAaTokenOnTheCommandLine", run.Output + run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_several_accounts_sending_asks_which_and_looking_does_not()
    {
        AWalk.Of(2).SaveTo(Photos);
        await LoginAsync("ada");
        await LoginAsync("bob", "--account", "Work");

        var unclear = (await UploadAsync()).Ends(2);
        (await UploadAsync("--account", "ada", "--follow")).Ends(0);
        (await Program.RunAsync("status")).Ends(0);
        (await Program.RunAsync("verify", "1")).Ends(0);
        var other = (await UploadAsync("--account", "work")).Ends(0);

        Assert.Contains("ada, Work", unclear.Error, StringComparison.Ordinal);
        Assert.Equal("2 photos, 2 sent", other.Counts());
        Assert.Equal(2, (await Service.StateAsync()).Clusters.Count);
        Assert.Contains("of several accounts (ada, Work), so sending asks which", (await Program.RunAsync("doctor")).Of("check").Single(check => check.Text("name") == "mapillary").Text("detail"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_each_account_has_of_a_photo_is_told_apart()
    {
        AWalk.Of(2).SaveTo(Photos);
        await LoginAsync("ada");
        await LoginAsync("bob");
        (await UploadAsync("--account", "ada", "--follow")).Ends(0);

        var run = (await UploadAsync("--account", "bob", "--follow")).Ends(0);

        Assert.All(run.Of("part"), part => Assert.Equal("bob", part.Text("account")));
        var states = (await Program.RunAsync("show", "1")).Of("photo")[0].GetProperty("states").EnumerateArray().ToList();
        Assert.Equal(["ada", "bob"], states.Select(state => state.Text("account")).Order(StringComparer.Ordinal));
        Assert.All(states, state => Assert.Empty(state.GetProperty("former_image_ids").EnumerateArray()));
        Assert.Contains("mapillary (ada)", (await Program.RunForPeopleAsync("show", "1")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_compares_and_judges_only_what_the_named_account_has_sent()
    {
        AWalk.Of(2).SaveTo(Photos);
        await LoginAsync("ada");
        await LoginAsync("bob", "--account", "Work");
        (await UploadAsync("--account", "ada", "--follow")).Ends(0);
        Service.AddFault("finish:status=400");
        (await UploadAsync("--account", "work")).Ends(5);

        var all = (await VerifyAsync()).Ends(3);
        var adas = (await VerifyAsync("--account", "ADA")).Ends(3);
        var bobs = (await VerifyAsync("--account", "work")).Ends(3);
        var told = (await Program.RunForPeopleAsync(Verifying())).Output;
        Service.ClearFaults();
        (await Program.RunAsync("send", "1", "--account", "work")).Ends(0);
        var published = (await VerifyAsync("--account", "ADA")).Ends(0);

        Assert.All(all.Of("keep"), line => Assert.Equal(("not-verified", "mapillary", "bob"), (line.Text("reason"), line.Text("destination"), line.Text("account"))));
        Assert.Equal((2, 0, "ada"), (adas.Count("visible"), adas.Count("safe_to_delete"), Assert.Single(adas.Of("part")).Text("account")));
        Assert.All(adas.Of("keep"), line => Assert.Equal(("not-sent", "bob"), (line.Text("reason"), line.Text("account"))));
        Assert.Equal(2, published.Count("safe_to_delete"));
        Assert.Contains("was published by 'work'", bobs.Summary.Text("error"), StringComparison.Ordinal);
        Assert.Contains("(not-verified at mapillary for 'bob')", told, StringComparison.Ordinal);

        Task<ProgramRun> VerifyAsync(params string[] more) => Program.RunAsync([.. Verifying(), .. more]);
        string[] Verifying() => ["verify", "1", "--safe-to-delete", "--trust", Service.Addresses.GraphUrl];
    }

    [Fact]
    public async Task A_plan_for_one_account_counts_only_what_that_has_sent()
    {
        AWalk.Of(2).SaveTo(Photos);
        await LoginAsync("ada");
        await LoginAsync("bob", "--account", "Work");
        (await UploadAsync("--account", "ada")).Ends(0);

        Assert.Equal(2, (await Program.RunAsync("plan", "1")).Ends(0).Count("already_there"));
        Assert.Contains("Of these, 2 are there already, counting what any account has sent", (await Program.RunForPeopleAsync("plan", "1")).Output, StringComparison.Ordinal);
        Assert.Equal(2, (await Program.RunAsync("plan", "1", "--account", "Ada")).Ends(0).Count("already_there"));
        Assert.Equal(0, (await Program.RunAsync("plan", "1", "--account", "work")).Ends(0).Count("already_there"));
        (await Program.RunAsync("plan", "1", "--account", "eve")).Ends(2);
    }

    [Fact]
    public async Task A_plan_goes_by_the_only_account_that_is_signed_in_as_sending_does()
    {
        AWalk.Of(2).SaveTo(Photos);
        await LoginAsync("ada");
        (await UploadAsync()).Ends(0);
        Assert.Contains("Of these, 2 are there already, sent by 'ada'", (await Program.RunForPeopleAsync("plan", "1")).Output, StringComparison.Ordinal);
        (await Program.RunAsync("logout", "mapillary")).Ends(0);
        await LoginAsync("bob");
        Service.AddFault("me:status=503");

        var plan = (await Program.RunAsync("plan", "1")).Ends(0);
        Service.ClearFaults();
        var sent = (await Program.RunAsync("send", "1")).Ends(0);

        Assert.Equal((0, "2"), (plan.Count("already_there"), Assert.Single(plan.Of("part")).Text("part")));
        Assert.Equal("2 photos, 2 sent", sent.Counts());
        Assert.All(sent.Of("part"), part => Assert.Equal("2", part.Text("part")));
    }

    [Fact]
    public async Task Parts_of_several_accounts_are_told_apart_for_people()
    {
        AWalk.Of(2).SaveTo(Photos);
        await LoginAsync("ada");
        await LoginAsync("bob");
        (await UploadAsync("--account", "ada", "--follow")).Ends(0);
        Assert.DoesNotContain("(ada)", (await Program.RunForPeopleAsync("status")).Output, StringComparison.Ordinal);

        var sent = (await Program.RunForPeopleAsync(Uploading(Photos, "--account", "bob", "--follow"))).Output;

        Assert.Contains("part 2 at mapillary (bob) is published", sent, StringComparison.Ordinal);
        Assert.Contains("part 2 at mapillary (bob): 2 of 2 visible", sent, StringComparison.Ordinal);
        var status = (await Program.RunForPeopleAsync("status")).Output;
        Assert.Contains("part 1 at mapillary (ada): done there", status, StringComparison.Ordinal);
        Assert.Contains("part 2 at mapillary (bob): done there", status, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_account_that_nobody_knows_is_wrong_usage()
    {
        AWalk.Of(2).SaveTo(Photos);
        await LoginAsync("ada");

        var run = (await UploadAsync("--account", "bob")).Ends(2);

        Assert.Contains("Known at mapillary: ada", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("MAPILLARY_ACCESS_TOKEN")]
    [InlineData("MAPILLARY_V3_ACCESS_TOKEN")]
    [InlineData("MTP_WEB_TOKEN")]
    public async Task A_dead_token_of_the_settings_is_named_by_the_setting_that_holds_it(string setting)
    {
        Program.With("MAPILLARY_V3_URL", Service.Addresses.V3.Url).With("MTP_WEB_URL", Service.Addresses.Mtpw.Url).With(setting, "aTokenThatIsWrong");

        var run = (await Program.RunAsync("accounts")).Ends(0);

        Assert.Contains($"renew the token in {setting}", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_environment_counts_before_the_stored_account_and_the_flag_before_both()
    {
        await LoginAsync("ada");
        Program.With("MAPILLARY_ACCESS_TOKEN", Service.TokenOf("bob"));

        var listed = (await Program.RunAsync("accounts")).Of("account");
        var doctor = (await Program.RunAsync("doctor")).Of("check").Single(check => check.Text("name") == "mapillary");

        Assert.Equal(["MAPILLARY_ACCESS_TOKEN", "file"], listed.Select(account => account.Text("store")));
        Assert.Equal("bob", listed[0].Text("username"));
        Assert.Equal($"signed in as bob by the token in MAPILLARY_ACCESS_TOKEN; by the settings this is {Service.Addresses.GraphUrl}, not the live service", doctor.Text("detail"));
        AWalk.Of(2).SaveTo(Photos);
        (await UploadAsync("--account", "ada")).Ends(0);
        Assert.Equal("ada", (await Service.StateAsync()).Clusters.Single().User);
    }

    [Fact]
    public async Task Signing_out_forgets_the_token_and_says_that_it_lives_on_there()
    {
        await LoginAsync();

        var run = (await Program.RunAsync("logout", "mapillary")).Ends(0);

        Assert.False(run.Summary.GetProperty("revoked").GetBoolean());
        Assert.Contains("no way for a program to revoke", run.Error, StringComparison.Ordinal);
        Assert.Empty((await Program.RunAsync("accounts")).Of("account"));
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(Program.Home, "secrets"), "*.token"));
        (await Program.RunAsync("logout", "mapillary")).Ends(2);
    }

    [Fact]
    public async Task Without_an_account_sending_names_the_way_to_one()
    {
        AWalk.Of(2).SaveTo(Photos);

        var run = (await UploadAsync()).Ends(4);

        Assert.Contains("mtpdu login mapillary", run.Error, StringComparison.Ordinal);
    }

    private async Task<ProgramRun> BringAsync(string token)
    {
        await using var login = Program.Begin("login", "mapillary", "--token", "-");
        await login.TypeAsync(token);
        var run = await login.EndAsync();
        Assert.DoesNotContain(token, run.ToString(), StringComparison.Ordinal);
        return run;
    }

    private async Task<JsonNode?> BooksAsync()
    {
        var path = Path.Combine(Program.Home, "accounts.json");
        return File.Exists(path) ? JsonNode.Parse(await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken)) : null;
    }
}
