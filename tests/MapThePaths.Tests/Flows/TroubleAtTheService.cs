using MapThePaths.Tests.Fixtures;

namespace MapThePaths.Tests.Flows;

/// <summary>The service or the line has bad moments; the upload goes on through them.</summary>
public sealed class TroubleAtTheService : AFlow
{
    [Theory]
    [InlineData("upload:lose_reply:first=2")]
    [InlineData("upload:drop_after=3000:first=3")]
    [InlineData("upload:status=503:every=3")]
    [InlineData("upload:status=500:retry_after=1:first=1")]
    [InlineData("upload:drip=40000:first=2")]
    [InlineData("upload:status=429:backoff=300:first=2")]
    [InlineData("upload:garbage:first=1")]
    [InlineData("upload:partial:first=2")]
    [InlineData("upload:offset_invalid:first=2")]
    [InlineData("upload:empty_object:first=1")]
    [InlineData("upload:multi_line")]
    [InlineData("any:clock_skew=-86400")]
    [InlineData("any:clock_skew=86400")]
    [InlineData("me:status=500:first=1")]
    [InlineData("me:lose_reply:first=1")]
    [InlineData("manifest:lose_reply:first=1")]
    [InlineData("manifest:drop_after=20:first=1")]
    [InlineData("manifest:offset_zero:first=1")]
    [InlineData("manifest:garbage:first=1")]
    [InlineData("finish:status=500:first=1")]
    [InlineData("finish:status=503:first=1")]
    [InlineData("images:garbage:first=1")]
    [InlineData("images:lose_reply:first=1")]
    public async Task Bad_moments_are_lived_through(string fault)
    {
        AWalk.Of(6).OfSize(20_000).SaveTo(Photos);
        Service.AddFault(fault);

        var run = (await UploadAsync("--follow")).Ends(0);

        Assert.Equal("6 photos, 6 sent, 6 visible", run.Counts());
        await EveryPhotoIsPublishedOnceAsync();
    }

    [Fact]
    public async Task A_service_that_forgets_half_a_photo_gets_it_from_the_start()
    {
        AWalk.Of(3).OfSize(20_000).SaveTo(Photos);
        Service.AddFault("upload:drop_after=8000:first=3");
        Service.AddFault("offset:offset_zero:first=2");

        var run = (await UploadAsync("--follow")).Ends(0);

        Assert.Equal("3 photos, 3 sent, 3 visible", run.Counts());
        await PublishedOnceAsync(3);
    }

    [Theory]
    [InlineData("lose_reply")]
    [InlineData("empty_object")]
    [InlineData("garbage:http=500:done")]
    [InlineData("garbage:http=502:done")]
    [InlineData("garbage:http=504:done")]
    [InlineData("garbage:done")]
    [InlineData("graph=1:http=500:done")]
    [InlineData("graph=1:http=503:done")]
    [InlineData("graph=100:http=500:done")]
    public async Task A_lost_answer_to_publishing_is_resolved_by_looking(string effect)
    {
        AWalk.Of(4).SaveTo(Photos);
        Service.AddFault($"finish:{effect}:first=1");

        var run = (await UploadAsync("--follow")).Ends(0);

        Assert.Equal("4 photos, 4 sent, 4 visible", run.Counts());
        await PublishedOnceAsync(4);
        Assert.Equal(1, (await Service.StateAsync()).CallsOf("finish"));
    }

    [Fact]
    public async Task Without_following_a_lost_answer_to_publishing_is_said_not_to_be_certain()
    {
        AWalk.Of(4).SaveTo(Photos);
        Service.AddFault("finish:lose_reply:first=1");

        var run = (await UploadAsync()).Ends(3);

        var part = run.Of("part")[^1];
        Assert.Equal("publishing", part.Text("state"));
        Assert.Contains("may have published", part.Text("error"), StringComparison.Ordinal);
        (await Program.RunAsync("status")).Ends(0);
        Assert.Equal(1, (await Service.StateAsync()).CallsOf("finish"));
    }

    [Theory]
    [InlineData("finish:graph=4:first=1", "mapillary", "publishing")]
    [InlineData("manifest:status=503:first=1", "mapillary", "sending the list of photos")]
    [InlineData("images:graph=2:first=1", "mapillary", "looking for images")]
    [InlineData("v3_open:status=503:first=1", "mapillary-v3", "opening an upload session")]
    [InlineData("v3_publish:status=429:first=1", "mapillary-v3", "publishing")]
    [InlineData("v3_sequences:status=504:first=1", "mapillary-v3", "looking for sequences")]
    public async Task Waiting_that_is_no_photos_is_told_too(string fault, string destination, string operation)
    {
        AWalk.Of(2).SaveTo(Photos);
        Service.AddFault(fault);
        Program.With("MAPILLARY_V3_URL", Service.Addresses.V3.Url);
        Program.With("MAPILLARY_V3_APP_ID", Service.Addresses.V3.AppId);
        Program.With("MAPILLARY_V3_ACCESS_TOKEN", Service.Addresses.V3.AccessToken);

        var run = (await UploadAsync("--to", destination, "--follow")).Ends(0);

        var waiting = Assert.Single(run.Of("waiting"));
        Assert.Null(waiting.Text("path"));
        Assert.StartsWith($"{destination}: {operation}: ", waiting.Text("why"), StringComparison.Ordinal);
        Assert.Contains($"waiting 1 s: {destination}: {operation}", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_publication_that_is_refused_fails_its_part_with_the_services_words()
    {
        AWalk.Of(4).WithPauseBefore(3).SaveTo(Photos);
        Service.AddFault("finish:status=400:first=1");

        var run = (await UploadAsync("--follow")).Ends(3);

        Assert.Equal("4 photos, 4 sent, 2 visible", run.Counts());
        Assert.Equal(2, run.Count("unpublished"));
        Assert.Contains("of 4 photos, 4 sent now; 2 of those sent are in a part that is not published; 2 visible.", run.Error, StringComparison.Ordinal);
        Assert.Single(run.Of("part"), part => part.Text("state") == "failed" && part.Text("error") is not null);
        Assert.Single(run.Of("part"), part => part.Text("state") == "live");
    }

    [Fact]
    public async Task A_refused_publication_is_tried_again_by_the_next_send_without_sending_bytes()
    {
        AWalk.Of(3).SaveTo(Photos);
        Service.AddFault("finish:status=400:first=1");
        (await UploadAsync()).Ends(5);

        var run = (await Program.RunAsync("send", "1", "--follow")).Ends(0);

        Assert.Equal("3 photos, 3 sent, 3 visible", run.Counts());
        Assert.Equal(3, (await Service.StateAsync()).CallsOf("upload"));
        await PublishedOnceAsync(3);
    }

    [Fact]
    public async Task A_publication_that_the_service_cut_into_several_sequences_is_found_whole()
    {
        AWalk.Of(5).SaveTo(Photos);
        Service.AddFault("finish:split=2");

        var run = (await UploadAsync("--follow")).Ends(0);

        Assert.Equal("5 photos, 5 sent, 5 visible", run.Counts());
        Assert.Equal(3, run.Of("part")[^1].GetProperty("remote_sequence_ids").GetArrayLength());
        await PublishedOnceAsync(5);
    }

    [Fact]
    public async Task Receipts_that_are_too_old_are_asked_for_again_without_sending_bytes_on_the_day_they_were_sent()
    {
        AWalk.Of(3).SaveTo(Photos);
        Service.AddFault("finish:status=503:retry_after=86400");
        (await UploadAsync()).Ends(3);
        Service.ClearFaults();
        HoursPass(49);

        var run = (await UploadAsync("--follow")).Ends(0);

        Assert.Equal("3 photos, 3 sent, 3 visible", run.Counts());
        var state = await Service.StateAsync();
        Assert.Equal((6, 3), (state.CallsOf("upload"), state.Clusters.Single().Images.Count));
        await BytesAreWholeAsync();
    }

    [Fact]
    public async Task A_refused_photo_does_not_keep_the_others_from_being_published()
    {
        AWalk.Of(5).SaveTo(Photos);
        Service.AddFault("upload:status=400:only=3");

        var run = (await UploadAsync("--follow")).Ends(3);

        Assert.Equal("5 photos, 4 sent, 1 failed, 4 visible", run.Counts());
        var failed = Assert.Single(run.Of("failed"));
        Assert.Equal("refused-by-destination", failed.Text("code"));
        var shown = (await Program.RunAsync("show", "1")).Of("photo").Single(photo => photo.Text("path") == failed.Text("path"));
        Assert.Equal("failed", shown.GetProperty("states")[0].Text("state"));
    }

    [Fact]
    public async Task A_photo_that_is_refused_again_and_again_stays_failed_and_the_others_stay_published()
    {
        AWalk.Of(4).SaveTo(Photos);
        Service.AddFault("upload:status=400:only=3");
        (await UploadAsync("--follow")).Ends(3);
        Service.AddFault("upload:status=400");

        var run = await UploadAsync("--follow");

        Assert.Equal("4 photos, 3 already_sent, 1 failed, 3 visible", run.Counts());
        run.Ends(3);
        Assert.Single((await Service.StateAsync()).FinishCalls);
        Assert.Single(run.Of("failed"));
    }

    [Fact]
    public async Task A_refused_photo_is_sent_by_the_next_run_alone()
    {
        AWalk.Of(5).SaveTo(Photos);
        Service.AddFault("upload:status=400:only=3");
        (await UploadAsync()).Ends(3);

        var run = (await UploadAsync("--follow")).Ends(0);

        Assert.Equal("5 photos, 1 sent, 4 already_sent, 5 visible", run.Counts());
        await PublishedOnceAsync(5, parts: 2);
    }

    [Fact]
    public async Task Images_that_the_service_drops_are_told_apart_from_those_it_shows()
    {
        AWalk.Of(3).SaveTo(Photos);
        Service.AddFault("image:drop_image:only=2");

        (await UploadAsync()).Ends(0);
        var run = (await Program.RunAsync("status")).Ends(0);

        Assert.Equal("processing", run.Of("part")[^1].Text("state"));
        Assert.Equal(2, run.Count("visible"));
        Assert.NotNull(run.Of("part")[^1].Text("next_look_at"));
    }

    // Not PublishedOnceAsync: a repeated finish after a stated refusal is a second call, and one publication.
    private async Task EveryPhotoIsPublishedOnceAsync()
    {
        var state = await Service.StateAsync();
        Assert.Equal(6, state.Photos.Count(photo => photo.Complete));
        Assert.Equal(6, Assert.Single(state.Clusters).Images.Select(image => image.Key).Distinct(StringComparer.Ordinal).Count());
        await BytesAreWholeAsync();
    }
}
