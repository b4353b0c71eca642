using System.Net;
using System.Text.Json;
using MapThePaths.Tests.Fixtures;

namespace MapThePaths.Tests.Web;

/// <summary>Work that takes its time: it tells how far it is to whoever listens, and nobody has to.</summary>
public sealed class Sending : APageOfAWalk
{
    [Fact]
    public async Task A_walk_goes_out_and_becomes_visible_and_everything_says_so()
    {
        var page = await OpenAsync();
        var id = await ImportAsync(page);

        var events = await page.RunAsync($"/api/sequences/{id}/send", ToMapillary(follow: true));

        await PublishedNowAsync(4);
        var end = EndOf(events);
        Assert.Equal("done", end.GetProperty("state").GetString());
        Assert.Equal(0, end.GetProperty("exitCode").GetInt32());
        Assert.Equal(4, end.GetProperty("summary").GetProperty("sent").GetInt32());
        Assert.Equal(4, end.GetProperty("summary").GetProperty("visible").GetInt32());
        var part = events.Last(said => Type(said) == "part");
        Assert.Equal("live", part.GetProperty("state").GetString());
        var progress = events.Last(said => Type(said) == "progress");
        Assert.Equal(4, progress.GetProperty("photosSent").GetInt32());
        Assert.Equal(progress.GetProperty("bytes").GetInt64(), progress.GetProperty("bytesSent").GetInt64());
        Assert.Equal(0, progress.GetProperty("parallel").GetInt32());

        var there = (await page.GetAsync("/api/sequences")).GetProperty("sequences")[0].GetProperty("destinations")[0];
        Assert.Equal("mapillary", there.GetProperty("destination").GetString());
        Assert.Equal(1, there.GetProperty("states").GetProperty("live").GetInt32());
        Assert.Equal("live", (await page.GetAsync($"/api/sequences/{id}/parts"))[0].GetProperty("state").GetString());
        var lines = await page.GetAsync($"/api/sequences/{id}/life-lines?destination=mapillary&state=visible&limit=3");
        Assert.Equal(4, lines.GetProperty("total").GetInt32());
        Assert.Equal(3, lines.GetProperty("lines").GetArrayLength());
        Assert.NotEmpty(lines.GetProperty("lines")[0].GetProperty("imageId").GetString()!);
        Assert.Equal(4, lines.GetProperty("counts").GetProperty("mapillary").GetProperty("visible").GetInt32());
        var records = await page.GetAsync($"/api/sequences/{id}/records?destination=mapillary");
        Assert.Equal(4, records.GetProperty("images").GetArrayLength());
        Assert.Equal(JsonValueKind.Object, records.GetProperty("images")[0].GetProperty("record").ValueKind);
        Assert.Single(records.GetProperty("sequences").EnumerateArray());
    }

    [Fact]
    public async Task Photos_that_are_nowhere_are_here_or_left_out()
    {
        var page = await OpenAsync();
        AWalk.Of(2).SaveTo(Photos);
        Save("empty.jpg", []);
        var id = IdOf(await page.RunAsync("/api/imports", new { paths = new[] { Photos }, name = "Walk", transport = "Earth-Walk" }));

        var lines = await page.GetAsync($"/api/sequences/{id}/life-lines");

        Assert.Equal(["left_out", "here", "here"], lines.GetProperty("lines").EnumerateArray().Select(line => line.GetProperty("state").GetString()));
        Assert.Equal("empty-file", lines.GetProperty("lines")[0].GetProperty("reason").GetProperty("code").GetString());
        Assert.Equal(2, lines.GetProperty("counts").GetProperty("here").GetProperty("here").GetInt32());
    }

    [Fact]
    public async Task A_second_sending_sends_nothing_twice()
    {
        var page = await OpenAsync();
        var id = await ImportAsync(page);
        await page.RunAsync($"/api/sequences/{id}/send", ToMapillary());

        var again = EndOf(await page.RunAsync($"/api/sequences/{id}/send", ToMapillary())).GetProperty("summary");

        Assert.Equal(0, again.GetProperty("sent").GetInt32());
        Assert.Equal(4, again.GetProperty("alreadySent").GetInt32());
        await PublishedNowAsync(4);
    }

    [Fact]
    public async Task A_sending_for_an_organization_is_published_for_it()
    {
        var page = await OpenAsync();
        var id = await ImportAsync(page);
        var destination = (await page.GetAsync("/api/destinations")).EnumerateArray().Single(one => one.GetProperty("name").GetString() == "mapillary");

        await page.RunAsync($"/api/sequences/{id}/send", new { destinations = Words("mapillary"), organization = Service.Addresses.OrganizationId });

        Assert.True(destination.GetProperty("hasOrganizations").GetBoolean());
        Assert.Equal(Service.Addresses.OrganizationId, Assert.Single((await Service.StateAsync()).Clusters).OrganizationId);
    }

    [Fact]
    public async Task A_dry_run_publishes_nothing()
    {
        var page = await OpenAsync();
        var id = await ImportAsync(page);

        var end = EndOf(await page.RunAsync($"/api/sequences/{id}/send", new { destinations = Words("mapillary"), dryRun = true, follow = true }));

        Assert.Equal(4, end.GetProperty("summary").GetProperty("dryRun").GetInt32());
        Assert.Empty((await Service.StateAsync()).FinishCalls);
    }

    [Fact]
    public async Task What_goes_to_two_destinations_is_told_of_each()
    {
        var page = await OpenAsync();
        var id = await ImportAsync(page);
        await page.RunAsync($"/api/sequences/{id}/send", ToMapillary());

        var both = await page.RunAsync($"/api/sequences/{id}/send", new { destinations = Words("mapillary", "practice"), dryRun = false, follow = false });
        var sent = both.Where(said => Type(said) == "sent").Select(said => (said.GetProperty("destination").GetString(), said.GetProperty("alreadySent").GetInt32()));
        var progress = both.Where(said => Type(said) == "progress").Select(said => (said.GetProperty("destination").GetString(), said.GetProperty("photos").GetInt32()));

        Assert.Equal([("mapillary", 4), ("practice", 0)], sent);
        Assert.Equal(("practice", 4), progress.Last());
    }

    [Fact]
    public async Task A_dry_run_counts_the_photos_of_each_destination()
    {
        var page = await OpenAsync();
        var id = await ImportAsync(page);

        var events = await page.RunAsync($"/api/sequences/{id}/send", new { destinations = Words("mapillary", "practice"), dryRun = true, follow = false });

        var sent = events.Where(said => Type(said) == "sent").Select(said => (said.GetProperty("destination").GetString(), said.GetProperty("dryRun").GetInt32()));
        Assert.Equal([("mapillary", 4), ("practice", 4)], sent);
    }

    [Fact]
    public async Task Whoever_listens_late_hears_the_whole_state_once()
    {
        var page = await OpenAsync();
        var id = await ImportAsync(page, photos: 30);
        var run = (await page.PostAsync($"/api/sequences/{id}/send", ToMapillary(follow: true))).GetProperty("run").GetString()!;
        await page.EventsAsync(run);

        var late = await page.EventsAsync(run);

        Assert.Equal("end", Type(late[^1]));
        Assert.Single(late, said => Type(said) == "progress");
        Assert.Single(late, said => Type(said) == "part");
        Assert.Equal("done", (await page.GetAsync($"/api/runs/{run}")).GetProperty("state").GetString());
        Assert.Equal(run, (await page.GetAsync("/api/runs"))[0].GetProperty("id").GetString());
    }

    [Fact]
    public async Task A_reload_in_the_middle_loses_nothing()
    {
        var page = await OpenAsync();
        var id = await ImportAsync(page, photos: 12);
        Service.AddFault("upload:delay=300:every=1");
        var run = (await page.PostAsync($"/api/sequences/{id}/send", ToMapillary())).GetProperty("run").GetString()!;
        await page.EventsAsync(run, said => Type(said) == "part");

        var events = await page.EventsAsync(run);

        Assert.Equal("done", EndOf(events).GetProperty("state").GetString());
        await PublishedNowAsync(12);
    }

    [Fact]
    public async Task Failed_photos_are_told_with_their_cause_and_tried_again()
    {
        var page = await OpenAsync();
        var id = await ImportAsync(page);
        Service.AddFault("upload:status=400:only=2");

        var first = await page.RunAsync($"/api/sequences/{id}/send", ToMapillary());
        Service.ClearFaults();
        var failed = (await page.GetAsync($"/api/sequences/{id}/life-lines?state=failed")).GetProperty("lines");
        var second = EndOf(await page.RunAsync($"/api/sequences/{id}/send", ToMapillary()));

        Assert.Equal("refused-by-destination", Assert.Single(first, said => Type(said) == "failed").GetProperty("code").GetString());
        Assert.Equal(3, EndOf(first).GetProperty("exitCode").GetInt32());
        Assert.Contains("Send", failed[0].GetProperty("nextStep").GetString(), StringComparison.Ordinal);
        Assert.Equal(1, second.GetProperty("summary").GetProperty("sent").GetInt32());
        Assert.Equal(0, second.GetProperty("exitCode").GetInt32());
    }

    [Fact]
    public async Task Pausing_finishes_what_is_on_its_way_and_sending_again_goes_on()
    {
        var page = await OpenAsync();
        var id = await ImportAsync(page, photos: 40);
        Service.AddFault("upload:delay=200:every=1");
        var run = (await page.PostAsync($"/api/sequences/{id}/send", ToMapillary())).GetProperty("run").GetString()!;
        await Service.WhenAsync(state => state.Photos.Any());
        await page.PostAsync($"/api/runs/{run}/pause");

        var paused = EndOf(await page.EventsAsync(run));
        Service.ClearFaults();
        var rest = EndOf(await page.RunAsync($"/api/sequences/{id}/send", ToMapillary()));

        Assert.Equal("paused", paused.GetProperty("state").GetString());
        Assert.Equal("done", rest.GetProperty("state").GetString());
        await PublishedNowAsync(40);
        Assert.Equal(HttpStatusCode.Conflict, (await page.RefusedAsync(HttpMethod.Post, $"/api/runs/{run}/pause", new { })).Status);
    }

    [Fact]
    public async Task A_paused_dry_run_goes_on_as_the_dry_run_it_was_wished_for()
    {
        var page = await OpenAsync();
        var id = await ImportAsync(page, photos: 40);
        Service.AddFault("upload:delay=200:every=1");
        var wish = new { destinations = Words("mapillary"), dryRun = true, follow = true, bandwidth = 50_000_000 };
        var run = (await page.PostAsync($"/api/sequences/{id}/send", wish)).GetProperty("run").GetString()!;
        await Service.WhenAsync(state => state.Photos.Any());
        await page.PostAsync($"/api/runs/{run}/pause");
        var paused = EndOf(await page.EventsAsync(run));
        Service.ClearFaults();

        var rest = (await page.GetAsync($"/api/runs/{run}")).GetProperty("sending");
        var again = (await page.PostAsync($"/api/sequences/{id}/send", rest)).GetProperty("run").GetString()!;
        var end = EndOf(await page.EventsAsync(again));

        Assert.Equal("paused", paused.GetProperty("state").GetString());
        Assert.Equal(["mapillary"], Texts(rest.GetProperty("destinations")));
        Assert.True(rest.GetProperty("dryRun").GetBoolean());
        Assert.Equal(50_000_000, rest.GetProperty("bandwidth").GetInt64());
        Assert.Equal("done", end.GetProperty("state").GetString());
        Assert.Empty((await Service.StateAsync()).FinishCalls);
        Assert.Empty((await page.GetAsync($"/api/runs/{again}")).GetProperty("sending").GetProperty("destinations").EnumerateArray());
    }

    [Fact]
    public async Task Cancelling_stops_at_once_and_sending_again_goes_on()
    {
        var page = await OpenAsync();
        var id = await ImportAsync(page);
        Service.AddFault("finish:delay=60000:every=1");
        var run = (await page.PostAsync($"/api/sequences/{id}/send", ToMapillary())).GetProperty("run").GetString()!;
        await Service.WhenAsync(state => state.Photos.Count(photo => photo.Complete) == 4);
        await page.PostAsync($"/api/runs/{run}/cancel");

        var cancelled = EndOf(await page.EventsAsync(run));

        Assert.Equal("cancelled", cancelled.GetProperty("state").GetString());
        Assert.Equal(130, cancelled.GetProperty("exitCode").GetInt32());
    }

    [Fact]
    public async Task A_killed_program_shows_what_waits_and_goes_on_when_it_is_started_again()
    {
        var page = await OpenAsync();
        var id = await ImportAsync(page, photos: 12);
        Service.AddFault("upload:delay=600000:after=3");
        await page.PostAsync($"/api/sequences/{id}/send", ToMapillary());
        await Service.WhenAsync(state => state.Photos.Any(photo => photo.Complete));
        page.Kill();
        Service.ClearFaults();

        var next = await OpenAsync();
        var part = (await next.GetAsync($"/api/sequences/{id}/parts"))[0];
        var end = EndOf(await next.RunAsync($"/api/sequences/{id}/send", ToMapillary()));

        Assert.Equal("uploading", part.GetProperty("state").GetString());
        Assert.Contains("goes on", part.GetProperty("nextStep").GetString(), StringComparison.Ordinal);
        Assert.Equal(0, end.GetProperty("exitCode").GetInt32());
        await PublishedNowAsync(12);
    }

    [Fact]
    public async Task Two_sequences_are_sent_one_after_the_other()
    {
        var page = await OpenAsync();
        var first = await ImportAsync(page, photos: 5);
        var second = await ImportAsync(page, photos: 6, name: "Other");
        Service.AddFault("upload:delay=200:every=1");

        var one = await page.PostAsync($"/api/sequences/{first}/send", ToMapillary());
        var other = await page.PostAsync($"/api/sequences/{second}/send", ToMapillary());

        Assert.Equal(0, EndOf(await page.EventsAsync(other.GetProperty("run").GetString()!)).GetProperty("exitCode").GetInt32());
        Assert.Equal(0, EndOf(await page.EventsAsync(one.GetProperty("run").GetString()!)).GetProperty("exitCode").GetInt32());
    }

    [Fact]
    public async Task What_cannot_be_sent_is_refused_in_words()
    {
        var page = await OpenAsync();
        var air = await ImportAsync(page, name: "Flight", transport: "Air-Drone");

        var refused = EndOf(await page.RunAsync($"/api/sequences/{air}/send", ToMapillary()));
        var nowhere = await page.RefusedAsync(HttpMethod.Post, $"/api/sequences/{air}/send", new { destinations = Words("nowhere"), dryRun = false, follow = false });
        var again = await page.RefusedAsync(HttpMethod.Post, $"/api/sequences/{air}/send", new { destinations = Words("mapillary"), dryRun = true, follow = false, publishAgain = true });

        Assert.Equal("failed", refused.GetProperty("state").GetString());
        Assert.Equal(6, refused.GetProperty("exitCode").GetInt32());
        Assert.Contains("air", refused.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, nowhere.Status);
        Assert.Equal(HttpStatusCode.BadRequest, again.Status);
        Assert.Contains("dry run", again.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_photo_that_fails_at_two_destinations_is_told_for_each_however_late_one_listens()
    {
        var v3 = Service.Addresses.V3;
        Program.With("MAPILLARY_V3_URL", v3.Url).With("MAPILLARY_V3_APP_ID", v3.AppId).With("MAPILLARY_V3_ACCESS_TOKEN", v3.AccessToken);
        var page = await OpenAsync();
        var id = await ImportAsync(page);
        Service.AddFault("upload:status=400:only=2");
        Service.AddFault("v3_upload:status=400:only=2");
        var run = (await page.PostAsync($"/api/sequences/{id}/send", new { destinations = Words("mapillary", "mapillary-v3"), dryRun = false, follow = false })).GetProperty("run").GetString()!;
        await page.EventsAsync(run);

        var late = await page.EventsAsync(run);

        var failed = late.Where(said => Type(said) == "failed").CountBy(said => said.GetProperty("destination").GetString()!, StringComparer.Ordinal);
        Assert.Equal([new("mapillary", 1), new("mapillary-v3", 1)], failed);
    }

    [Fact]
    public async Task A_photo_that_went_with_another_sequence_names_it_and_is_not_to_be_sent_with_this_one()
    {
        var page = await OpenAsync();
        var first = await ImportAsync(page);
        await page.RunAsync($"/api/sequences/{first}/send", new { destinations = Words("mapillary"), dryRun = true, follow = false });
        var second = IdOf(await page.RunAsync("/api/imports", new { paths = Words(Photo("Lake walk")), name = "Other", transport = "Earth-Walk" }));

        var own = (await page.GetAsync($"/api/sequences/{first}/life-lines?destination=mapillary")).GetProperty("lines")[0];
        var others = (await page.GetAsync($"/api/sequences/{second}/life-lines?destination=mapillary")).GetProperty("lines")[0];

        Assert.False(own.TryGetProperty("otherSequence", out _));
        Assert.NotEmpty(own.GetProperty("nextStep").GetString()!);
        Assert.Equal(first, others.GetProperty("otherSequence").GetInt64());
        Assert.False(others.TryGetProperty("nextStep", out _));
    }

    [Fact]
    public async Task Practising_makes_a_sequence_that_becomes_visible()
    {
        var page = await OpenAsync();

        var events = await page.RunAsync("/api/practice");
        var id = EndOf(events).GetProperty("summary").GetProperty("sequence").GetInt64();
        var again = EndOf(await page.RunAsync("/api/practice"));

        Assert.Equal(0, EndOf(events).GetProperty("exitCode").GetInt32());
        var there = (await page.GetAsync($"/api/sequences/{id}")).GetProperty("destinations")[0];
        Assert.Equal("practice", there.GetProperty("destination").GetString());
        Assert.Equal(there.GetProperty("photos").GetInt32(), there.GetProperty("visible").GetInt32());
        Assert.Equal(id, again.GetProperty("summary").GetProperty("sequence").GetInt64());
        Assert.Equal(0, again.GetProperty("summary").GetProperty("sent").GetProperty("sent").GetInt32());
    }

    [Fact]
    public async Task A_session_that_failed_at_the_service_gives_its_reason_in_the_part_and_in_the_records()
    {
        foreach (var (key, value) in Service.V3Environment())
        {
            Program.With(key, value);
        }

        var page = await OpenAsync();
        var id = await ImportAsync(page);
        Service.AddFault("v3_publish:fail_session:first=1");

        var events = await page.RunAsync($"/api/sequences/{id}/send", new { destinations = Words("mapillary-v3"), dryRun = false, follow = true });
        var session = Assert.Single((await page.GetAsync($"/api/sequences/{id}/records?destination=mapillary-v3")).GetProperty("sessions").EnumerateArray());
        var part = Assert.Single((await page.GetAsync($"/api/sequences/{id}/parts")).EnumerateArray());

        var reason = session.GetProperty("record").GetProperty("error").GetProperty("reason").GetString();
        Assert.NotEmpty(reason!);
        Assert.Equal(("failed", reason), (session.GetProperty("state").GetString(), session.GetProperty("reason").GetString()));
        Assert.Equal(("failed", reason), (part.GetProperty("state").GetString(), part.GetProperty("error").GetString()));
        Assert.Contains("Send the sequence again", part.GetProperty("nextStep").GetString(), StringComparison.Ordinal);
        Assert.Equal(reason, events.Last(said => Type(said) == "part").GetProperty("error").GetString());
        Assert.Equal(5, EndOf(events).GetProperty("exitCode").GetInt32());
    }

    [Fact]
    public async Task A_run_that_is_not_known_is_told_in_words() =>
        Assert.Equal(HttpStatusCode.NotFound, (await (await OpenAsync()).RefusedAsync(HttpMethod.Get, "/api/runs/unknown/events")).Status);

    private async Task PublishedNowAsync(int photos)
    {
        var state = await Service.StateAsync();
        Assert.Equal(photos, state.Photos.Count());
        Assert.Equal(photos, state.Clusters.SelectMany(cluster => cluster.Images).DistinctBy(image => image.Key).Count());
        Assert.Single(state.FinishCalls);
    }
}
