using MapThePaths.Core.Destinations;
using MapThePaths.Core.Model;
using MapThePaths.Destinations.MapThePathsWeb;
using MapThePaths.Tests.Fixtures;
using Microsoft.AspNetCore.WebUtilities;

namespace MapThePaths.Tests.Destinations.MapThePathsWeb;

/// <summary>What goes over the wire to each generation, and what is made of its answers (mtpw.md §3, §4, §5, §7).</summary>
public sealed class SpeakingToServers
{
    private const string Id = "6a5f4c1e-0000-4000-8000-000000000001";
    private const string Success = $$"""{"status": "success", "message": "Sequence successfully was created.", "unique_id": "{{Id}}"}""";

    private static readonly Reply NameIsMissing = Refused("Sequence Name is missing");
    private static readonly Reply TokenIsInvalid = Refused("Mapillary token is invalid");
    private static readonly Reply Page = Reply.Json("<!DOCTYPE html><h1>Page not found</h1>");
    private static readonly EntryText Walk = new("Lake walk", null, "By the lake & back", new TransportType("Earth", "Walk"), ["Lake", "beach", "lake", "", "two,three"]);

    public static TheoryData<string, int> Absences => new() { { "<h1>Page not found</h1>", 200 }, { "<h1>Not Found</h1>", 404 } };

    [Theory]
    [MemberData(nameof(Absences))]
    public async Task A_page_in_place_of_an_answer_means_that_the_call_is_not_there_whatever_its_status(string page, int status)
    {
        await using var server = new ScriptedServer(Reply.Json(page, status), TokenIsInvalid);

        Assert.Equal("seed", (await FindAsync(server)).Name);
        Assert.Equal(["POST /api/v1/sequence/create/", "POST /api/v1/mapillary/token/verify"], server.Lines);
    }

    [Fact]
    public async Task What_was_found_last_time_is_tried_first()
    {
        await using var server = new ScriptedServer(TokenIsInvalid);

        Assert.Equal("seed", (await FindAsync(server, known: "seed")).Name);
        Assert.Equal("", server.Requests.Single().Text);
    }

    [Fact]
    public async Task A_server_with_neither_call_is_none()
    {
        await using var server = new ScriptedServer(Page, Page);

        var failure = await Assert.ThrowsAsync<DestinationException>(() => FindAsync(server));

        Assert.Equal(FailureKind.AskedWrongly, failure.Kind);
    }

    [Fact]
    public async Task Every_call_wants_JSON_and_names_its_bearer()
    {
        await using var server = new ScriptedServer(NameIsMissing);

        await FindAsync(server);

        Assert.Equal("application/json", server.Requests[0].Header("Accept"));
        Assert.Equal("Bearer aTokenOfTheWeb", server.Requests[0].Header("Authorization"));
    }

    [Fact]
    public async Task Head_makes_an_entry_with_a_form()
    {
        await using var server = new ScriptedServer(NameIsMissing, Reply.Json(Success));
        var contract = await FindAsync(server);

        Assert.Equal(Id, await contract.CreateAsync!(Walk, TestContext.Current.CancellationToken));

        var request = server.Requests[1];
        Assert.Equal("application/x-www-form-urlencoded", request.Header("Content-Type"));
        Assert.Equal(
            [("name", "Lake walk"), ("description", "By the lake & back"), ("transport_type", "Walk"), ("source", "mtpdu"), ("tag", "lake,beach,two,three")],
            Form(request));
    }

    [Fact]
    public async Task Names_and_tags_keep_to_the_lengths_that_the_server_bears()
    {
        await using var server = new ScriptedServer(NameIsMissing, Reply.Json(Success));
        var contract = await FindAsync(server);
        var text = Walk with { Name = new string('n', 98) + "😀😀", Part = 12, Tags = [new string('T', 60)] };

        await contract.CreateAsync!(text, TestContext.Current.CancellationToken);

        var form = Form(server.Requests[1]).ToDictionary(field => field.Name, field => field.Value, StringComparer.Ordinal);
        Assert.Equal(new string('n', 92) + " Part 12", form["name"]);
        Assert.Equal(new string('t', 50), form["tag"]);
    }

    [Fact]
    public async Task Unlisted_is_Other_where_an_administrator_called_it_so()
    {
        await using var server = new ScriptedServer(NameIsMissing, Refused("Transport type is invalid"), Reply.Json(Success));
        var contract = await FindAsync(server);

        await contract.CreateAsync!(Walk with { Transport = new TransportType("Other", "Unlisted") }, TestContext.Current.CancellationToken);

        Assert.Equal(["Unlisted", "Other"], server.Requests.Skip(1).Select(request => Form(request).Single(field => field.Name == "transport_type").Value));
    }

    [Fact]
    public async Task A_refusal_with_status_200_is_one()
    {
        await using var server = new ScriptedServer(NameIsMissing, Refused("You are not owner of this sequence"));
        var contract = await FindAsync(server);

        var failure = await Assert.ThrowsAsync<DestinationException>(() => contract.ImportAsync(Import, TestContext.Current.CancellationToken));

        Assert.Equal(FailureKind.PartRefused, failure.Kind);
        Assert.Contains("You are not owner of this sequence", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Head_imports_by_one_PUT_with_its_last_slash()
    {
        await using var server = new ScriptedServer(NameIsMissing, Reply.Json(Success));
        var contract = await FindAsync(server);

        Assert.Equal(Id, await contract.ImportAsync(Import, TestContext.Current.CancellationToken));

        Assert.Equal($"PUT /api/v1/sequence/import/{Id}/", server.Lines[1]);
        Assert.Equal("""{"mapillary_user_token":"aTokenOfMapillary","mapillary_sequence_key":"k1"}""", server.Requests[1].Text);
    }

    [Theory]
    [InlineData("<h1>Server Error (500)</h1>", 500)]
    [InlineData("<h1>Page not found</h1>", 200)]
    [InlineData("""{"message":"Strava is updated \n","status":true}""", 200)]
    [InlineData("{}", 200)]
    public async Task An_answer_that_says_nothing_certain_leaves_it_unclear_and_is_not_asked_for_again(string body, int status)
    {
        await using var server = new ScriptedServer(NameIsMissing, Reply.Json(body, status));
        var contract = await FindAsync(server);

        var failure = await Assert.ThrowsAsync<DestinationException>(() => contract.ImportAsync(Import, TestContext.Current.CancellationToken));

        Assert.Equal(FailureKind.Unclear, failure.Kind);
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task Reading_an_entry_back_needs_no_token()
    {
        await using var server = new ScriptedServer(NameIsMissing, Detail("k1"), Detail("k2"), Page);
        var contract = await FindAsync(server);

        Assert.True(await contract.LookAsync!(Id, "k1", TestContext.Current.CancellationToken));
        Assert.False(await contract.LookAsync!(Id, "k1", TestContext.Current.CancellationToken));
        Assert.False(await contract.LookAsync!(Id, "k1", TestContext.Current.CancellationToken));

        Assert.All(server.Requests.Skip(1), request => Assert.Equal(($"GET /sequence/{Id}/ajax_get_detail/", null), (request.Line, request.Header("Authorization"))));
    }

    [Fact]
    public async Task Seed_gets_the_token_by_a_form_then_everything_in_one_with_tags_by_both_names()
    {
        await using var server = new ScriptedServer(Page, TokenIsInvalid, Reply.Json("""{"status": true, "map_user_data": {"key": "u1"}}"""), Reply.Json(Success));
        var contract = await FindAsync(server);

        Assert.Equal(Id, await contract.ImportAsync(Import with { EntryId = null }, TestContext.Current.CancellationToken));

        Assert.Equal([("mapillary_token", "aTokenOfMapillary")], Form(server.Requests[2]));
        Assert.Equal("POST /api/v1/sequence/import", server.Lines[3]);
        Assert.Equal(
            [
                ("sequence_key", "k1"), ("name", "Lake walk"), ("description", "By the lake & back"), ("transport_type", "Walk"),
                ("tags", "lake,beach,two,three"), ("tag", "lake,beach,two,three"),
            ],
            Form(server.Requests[3]));
    }

    [Fact]
    public async Task Seed_crashes_without_a_tag_so_there_is_always_one()
    {
        await using var server = new ScriptedServer(Page, TokenIsInvalid, Reply.Json("""{"status": true}"""), Reply.Json(Success));
        var contract = await FindAsync(server);

        await contract.ImportAsync(Import with { EntryId = null, Text = Walk with { Tags = [] } }, TestContext.Current.CancellationToken);

        Assert.Equal("mtpdu", Form(server.Requests[3]).Single(field => field.Name == "tag").Value);
    }

    [Fact]
    public async Task A_crash_of_seed_after_it_has_stored_the_row_is_resolved_by_asking_for_the_row_once_more()
    {
        await using var server = new ScriptedServer(Page, TokenIsInvalid, Reply.Json("""{"status": true}"""), Reply.Json("<h1>Server Error (500)</h1>", 500), Reply.Json(Success));
        var contract = await FindAsync(server);

        Assert.Equal(Id, await contract.ImportAsync(Import with { EntryId = null }, TestContext.Current.CancellationToken));

        Assert.Equal(server.Requests[3].Text, server.Requests[4].Text);
    }

    [Fact]
    public async Task Seed_is_not_given_a_token_of_the_live_API_which_would_take_a_good_ones_place()
    {
        await using var server = new ScriptedServer(Page, TokenIsInvalid);
        var contract = await FindAsync(server);

        var failure = await Assert.ThrowsAsync<DestinationException>(
            () => contract.ImportAsync(Import with { EntryId = null, Destination = "live" }, TestContext.Current.CancellationToken));

        Assert.Equal(FailureKind.PartRefused, failure.Kind);
        Assert.Contains("this server cannot take sequences of the live API", failure.Message, StringComparison.Ordinal);
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task Seed_keeps_a_token_that_it_refuses_so_the_good_one_is_handed_over_again()
    {
        var good = Reply.Json("""{"status": true}""");
        await using var server = new ScriptedServer(Page, TokenIsInvalid, good, Reply.Json(Success), TokenIsInvalid, good, Reply.Json(Success));
        var contract = await FindAsync(server);
        var import = Import with { EntryId = null };

        await contract.ImportAsync(import, TestContext.Current.CancellationToken);
        await Assert.ThrowsAsync<DestinationException>(() => contract.ImportAsync(import with { Token = "anothers" }, TestContext.Current.CancellationToken));
        await contract.ImportAsync(import, TestContext.Current.CancellationToken);

        Assert.Equal(
            ["aTokenOfMapillary", "anothers", "aTokenOfMapillary"],
            server.Requests.Select(Form).Where(form => form is [("mapillary_token", _)]).Select(form => form[0].Value));
    }

    [Fact]
    public async Task At_head_a_refused_sequence_of_the_live_API_is_told_as_what_it_is()
    {
        await using var server = new ScriptedServer(NameIsMissing, TokenIsInvalid);
        var contract = await FindAsync(server);

        var failure = await Assert.ThrowsAsync<DestinationException>(
            () => contract.ImportAsync(Import with { Destination = "live" }, TestContext.Current.CancellationToken));

        Assert.Equal((FailureKind.PartRefused, EntryContract.TokenRefused), (failure.Kind, failure.Code));
        Assert.Contains("cannot take sequences of the live API", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_has_had_too_many_requests_has_made_nothing_and_is_asked_again_after_the_pause()
    {
        await using var server = new ScriptedServer(NameIsMissing, Reply.Json("", 429, "Retry-After: 20"), Reply.Json(Success));
        var clock = new ManualTime();
        var contract = await FindAsync(server, clock: clock);

        Assert.Equal(Id, await contract.CreateAsync!(Walk, TestContext.Current.CancellationToken));

        Assert.Equal([TimeSpan.FromSeconds(20)], clock.Waits);
    }

    [Fact]
    public async Task A_dead_token_is_a_reason_to_sign_in_again()
    {
        await using var server = new ScriptedServer(Reply.Json("""{"detail":"Authentication credentials were not provided."}""", 403));

        var failure = await Assert.ThrowsAsync<DestinationException>(() => FindAsync(server));

        Assert.Equal(FailureKind.SignInNeeded, failure.Kind);
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        await using var server = new ScriptedServer(Reply.Json("", 301, "Location: https://mtp.example/"));

        var failure = await Assert.ThrowsAsync<DestinationException>(() => FindAsync(server));

        Assert.Equal(FailureKind.AskedWrongly, failure.Kind);
        Assert.Single(server.Requests);
    }

    private static EntryImport Import => new(Id, Walk, "of-v3", "k1", "aTokenOfMapillary");

    private static Task<EntryContract> FindAsync(ScriptedServer server, string? known = null, TimeProvider? clock = null) =>
        new MapThePathsWebEntries(Options(server) with { Clock = clock ?? new ManualTime() }, _ => Task.FromResult<string?>("aTokenOfTheWeb")).FindContractAsync(known, TestContext.Current.CancellationToken);

    private static MapThePathsWebOptions Options(ScriptedServer server) =>
        new() { Url = server.Url, AuthorizeUrl = server.Url, AppId = "1", OfApiV3 = ["of-v3"], Clock = new ManualTime(), Jitter = () => 0 };

    private static Reply Refused(string error) => Reply.Json($$"""{"error":"{{error}}","status":false}""");

    private static Reply Detail(string key) => Reply.Json($$$"""{"sequence": [{"model": "sequence.sequence", "pk": 1, "fields": {"unique_id": "{{{Id}}}", "seq_key": "{{{key}}}"}}]}""");

    private static List<(string Name, string Value)> Form(RecordedRequest request)
    {
        using var reader = new FormReader(request.Text);
        return [.. reader.ReadForm().SelectMany(field => field.Value.Select(value => (field.Key, value!)))];
    }
}
