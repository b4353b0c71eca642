using System.Text.Json.Nodes;
using MapThePaths.Tests.Fixtures;

namespace MapThePaths.Tests.Flows;

/// <summary>Sequences from JSON files: our own, and the predecessor's in both spellings (mtpdu.md §23.2).</summary>
public sealed class ImportingFromJson : AFlow
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task An_exported_sequence_comes_back_as_it_was()
    {
        AWalk.Of(6).WithPauseBefore(5).SaveTo(Photos);
        (await Program.RunAsync("import", Photos, "--name", "Lake walk", "--transport", "Water-Kayak", "--tag", "lake", "--description", "Round it", "--max-gap", "90")).Ends(0);
        (await Program.RunAsync("edit", "1", "--shift-time", "-7200.5", "--heading-offset", "45", "--remove", "walk03.jpg", "--outliers", "smooth", "--outlier-metres", "4")).Ends(0);
        (await Program.RunAsync("export", "1", "--folder", _folder["first"])).Ends(0);
        using var elsewhere = Elsewhere();

        var import = (await elsewhere.RunAsync("import", Path.Combine(_folder["first"], "sequence.json"), "--folder", Photos)).Ends(0);
        (await elsewhere.RunAsync("export", "1", "--folder", _folder["second"])).Ends(0);

        Assert.Equal(("Lake walk", "Water-Kayak", "Round it"), (import.Of("sequence").Single().Text("name"), import.Of("sequence").Single().Text("transport"), import.Of("sequence").Single().Text("description")));
        var (first, second) = (Document("first"), Document("second"));
        foreach (var member in new[] { "id", "tags", "distance_km", "earliest_time", "latest_time", "duration_sec", "average_speed_kmh", "photos", "parts", "rules" })
        {
            Assert.Equal(first["sequence"]![member]!.ToJsonString(), second["sequence"]![member]!.ToJsonString());
        }

        Assert.Equal(Facts(first, "modified"), Facts(second, "modified"));
        Assert.Equal(Facts(first, "original"), Facts(second, "original"));
    }

    [Fact]
    public async Task An_edit_of_one_camera_is_told_as_such_and_what_it_did_comes_back()
    {
        for (var i = 0; i < 6; i++)
        {
            APhoto.At(47 + (i * 0.0001), 8).TakenUtc($"2023-05-10 10:00:{i * 5:00}").Facing(90).Camera("Trek", i % 2 == 0 ? "One" : "Two").SaveTo(Photo($"p{i}.jpg"));
        }

        (await Program.RunAsync("import", Photos, "--name", "Two", "--transport", "Earth-Walk")).Ends(0);
        (await Program.RunAsync("edit", "1", "--heading-offset", "90", "--shift-time", "1", "--camera", "Trek Two")).Ends(0);
        (await Program.RunAsync("export", "1", "--folder", _folder["first"])).Ends(0);
        using var elsewhere = Elsewhere();
        (await elsewhere.RunAsync("import", Path.Combine(_folder["first"], "sequence.json"), "--folder", Photos)).Ends(0);
        (await elsewhere.RunAsync("export", "1", "--folder", _folder["second"])).Ends(0);

        Assert.Equal(
            ["headings turned by +90°, of Trek Two alone (Trek Two)", "times 1 s later, of Trek Two alone (Trek Two)"],
            Document("first")["sequence"]!["edits"]!.AsArray().Select(edit => $"{edit!["text"]} ({edit["camera"]})"));
        Assert.Equal([90, 90, 90, 180, 180, 180], Document("first")["photo"]!.AsObject().Select(photo => (int)photo.Value!["modified"]!["heading"]!).Order());
        Assert.Equal(Facts(Document("first"), "modified"), Facts(Document("second"), "modified"));
    }

    [Fact]
    public async Task What_was_published_elsewhere_is_known_and_not_sent_again()
    {
        AWalk.Of(3).SaveTo(Photos);
        (await UploadAsync("--follow")).Ends(0);
        (await Program.RunAsync("export", "1", "--folder", _folder["out"])).Ends(0);
        using var elsewhere = Elsewhere();

        (await elsewhere.RunAsync("import", Path.Combine(_folder["out"], "sequence.json"), "--folder", Photos)).Ends(0);
        var send = (await elsewhere.RunAsync("send", "1")).Ends(0);

        Assert.Equal("3 photos, 3 already_sent, 3 visible", send.Counts());
        Assert.All((await elsewhere.RunAsync("show", "1")).Of("photo"), photo => Assert.NotNull(photo.GetProperty("states")[0].Text("image_id")));
        await PublishedOnceAsync(3);
    }

    [Theory]
    [InlineData("list", 0, "photos of it published before")]
    [InlineData("status 1", 0, "3 photos of 'Lake walk' were published at mapillary before it came here")]
    [InlineData("verify 1", 3, "3 photos of 'Lake walk' were published at mapillary before it came here")]
    public async Task What_was_published_elsewhere_is_not_denied_by(string verb, int code, string words)
    {
        AWalk.Of(3).SaveTo(Photos);
        (await UploadAsync("--follow")).Ends(0);
        (await Program.RunAsync("export", "1", "--folder", _folder["out"])).Ends(0);
        using var elsewhere = Elsewhere();
        (await elsewhere.RunAsync("import", Path.Combine(_folder["out"], "sequence.json"), "--folder", Photos)).Ends(0);

        var run = (await elsewhere.RunForPeopleAsync(verb.Split(' '))).Ends(code);

        Assert.Contains(words, run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Nothing", run.Output + run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_predecessors_file_is_understood_in_both_spellings(bool asDocumented)
    {
        var file = Save(Former(asDocumented));

        var import = (await Program.RunAsync("import", file, "--folder", Photos)).Ends(0);

        var sequence = import.Of("sequence").Single();
        Assert.Equal(("Old Walk", "By the river", """["river","old-town"]""", "Air-Drone"), (sequence.Text("name"), sequence.Text("description"), sequence.Text("tags"), sequence.Text("transport")));
        Assert.Contains(import.Of("note"), note => note.Text("message")!.Contains("Headings and times are not taken over", StringComparison.Ordinal));
        (await Program.RunAsync("export", "1", "--folder", _folder["out"])).Ends(0);
        Assert.Equal(["47.2", "47.20004"], Document("out")["photo"]!.AsObject().Select(photo => photo.Value!["modified"]!["latitude"]!.ToJsonString()));
        Assert.Equal("take-over", (await Program.RunAsync("plan", "1")).Of("edit").Single().Text("kind"));
    }

    [Theory]
    [InlineData("true", 2)]
    [InlineData("\"a session key\"", 2)]
    [InlineData("\"Error: black images\"", 0)]
    public async Task Photos_that_the_predecessor_has_sent_are_not_sent_again_unless_it_failed(string mapillary, int there)
    {
        var former = Former(asDocumented: false);
        former["sequence"]!["destination"] = JsonNode.Parse($$"""{"mapillary":{{mapillary}},"mapillary_user_token":"MLY|1|secret"}""");
        former["sequence"]!["uploader_transport_method"] = "Car";
        former["sequence"]!["uploader_transport_type"] = "Powered";
        var import = (await Program.RunAsync("import", Save(former), "--folder", Photos)).Ends(0);

        var send = (await Program.RunAsync("send", "1")).Ends(0);
        var again = (await Program.RunAsync("send", "1", "--resend")).Ends(0);

        Assert.Equal((there, 2 - there), (send.Count("already_sent"), send.Count("sent")));
        Assert.Equal(2, again.Count("sent"));
        Assert.Contains(import.Of("note"), note => note.Text("message")!.Contains("access tokens", StringComparison.Ordinal));
        Assert.DoesNotContain("MLY|1|secret", import.Output + import.Error, StringComparison.Ordinal);
        NoFileHolds("MLY|1|secret");
    }

    [Fact]
    public async Task Importing_the_same_file_again_goes_on_and_adds_no_edit()
    {
        var file = Save(Former(asDocumented: true));
        (await Program.RunAsync("import", file, "--folder", Photos)).Ends(0);

        (await Program.RunAsync("import", file, "--folder", Photos)).Ends(0);

        Assert.Single((await Program.RunAsync("plan", "1")).Of("edit"));
        Assert.Single((await Program.RunAsync("list")).Of("sequence"));
    }

    [Fact]
    public async Task Photos_that_are_not_there_are_named()
    {
        var former = Former(asDocumented: true);
        former["photo"]!["third"] = JsonNode.Parse("""{"original":{"filename":"gone.jpg"},"modified":{"filename":"gone.jpg","latitude":47,"longitude":8}}""");

        var import = (await Program.RunAsync("import", Save(former), "--folder", Photos)).Ends(3);

        Assert.Equal("gone.jpg", import.Of("not_found").Single().Text("name"));
        Assert.Equal(2, import.Of("sequence").Single().Number("photos"));
    }

    [Fact]
    public async Task A_file_that_is_no_sequence_is_refused_with_words()
    {
        AWalk.Of(2).SaveTo(Photos);
        (string Text, string Why)[] files =
        [
            ("{", "cannot be read"),
            ("[]", "tells of no sequence"),
            ("""{"sequence":{},"photo":{}}""", "'--name' is required"),
            ("""{"sequence":{"sequence_name":"A","transport_type":"Earth-Fly"},"photo":{}}""", "transport type 'Earth-Fly' is unknown. Give one with --transport"),
            ("""{"sequence":{"sequence_name":"A","transport_type":"Earth-Walk"},"photo":{}}""", "None of the 0 photos"),
            ("""{"schema":"mtpdu-sequence","schema_version":2,"sequence":{},"photo":{}}""", "newer version"),
        ];

        foreach (var (text, why) in files)
        {
            await File.WriteAllTextAsync(_folder["some.json"], text, TestContext.Current.CancellationToken);
            Assert.Contains(why, (await Program.RunAsync("import", _folder["some.json"], "--folder", Photos)).Ends(2).Error, StringComparison.Ordinal);
        }

        Assert.Contains("--folder goes with", (await Program.RunAsync("import", Photos, "--folder", Photos, "--name", "A", "--transport", "Earth-Walk")).Ends(2).Error, StringComparison.Ordinal);
        Assert.Contains("'--name' is required", (await Program.RunAsync("import", Photos, "--transport", "Earth-Walk")).Ends(2).Error, StringComparison.Ordinal);
    }

    // Another computer: a home of its own, the same account.
    private Mtpdu Elsewhere() => new(ServiceSettings);

    private string Save(JsonObject json)
    {
        AWalk.Of(2).SaveTo(Photos);
        File.WriteAllText(_folder["old_walk.json"], json.ToJsonString());
        return _folder["old_walk.json"];
    }

    private JsonNode Document(string export) => JsonNode.Parse(File.ReadAllText(Path.Combine(_folder[export], "sequence.json")))!;

    private static List<string> Facts(JsonNode document, string which) => [.. document["photo"]!.AsObject().Select(photo => photo.Value![which]!.ToJsonString())];

    private static JsonObject Former(bool asDocumented)
    {
        var json = JsonNode.Parse(asDocumented
            ? """{"sequence":{"id":"8a0d2b1c-0d5e-4a52-9a3b-7f1c2d3e4f50","sequence_name":"Old Walk","sequence_description":"By the river","transport_type":"Air-Drone","tags":["river","old-town"],"duration_sec":2}}"""
            : """{"sequence":{"id":"8a0d2b1c-0d5e-4a52-9a3b-7f1c2d3e4f50","uploader_sequence_name":"Old Walk","uploader_sequence_description":"By the river","uploader_transport_type":"Water","uploader_transport_method":"Drone","uploader_tags":["river","old-town"],"durationsec":2,"average_speed_kmh":5959.6,"uploader_camera":"GoPro MAX"}}""")!.AsObject();
        json["photo"] = new JsonObject
        {
            ["first"] = Photo("walk01.jpg", "47.2", asDocumented),
            ["second"] = Photo("walk02.jpg", "47.20004", asDocumented),
        };
        return json;
    }

    private static JsonObject Photo(string name, string latitude, bool asDocumented) => new()
    {
        ["original"] = new JsonObject { ["filename"] = asDocumented ? name : "", ["latitude"] = 47.1, ["longitude"] = 8.5 },
        ["modified"] = new JsonObject
        {
            ["filename"] = asDocumented ? name : $"Old_Walk_{name}",
            ["GPSDateTime"] = "2023-05-10T12:00:02",
            ["latitude"] = JsonNode.Parse(latitude),
            ["longitude"] = "8.5",
            ["altitude"] = 430,
            ["heading"] = -12,
        },
        ["connections"] = new JsonObject(),
    };
}
