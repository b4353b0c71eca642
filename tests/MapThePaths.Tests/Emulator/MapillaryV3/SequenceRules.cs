using System.Text.Json;
using MapThePaths.Emulator.Faults;

namespace MapThePaths.Tests.Emulator.MapillaryV3;

/// <summary>mapillary-v3.md §4, §7, §8.</summary>
public sealed class SequenceRules : V3Test
{
    /// <summary>§7.1.</summary>
    [Fact]
    public async Task A_sequence_has_its_images_in_capture_order()
    {
        var more = ""","MAPDeviceMake":"GoPro","MAPCompassHeading":{"TrueHeading":271.4,"MagneticHeading":271.4}""";
        await Wire.UploadAsync(At("10_20_05_500", 50.2), At("10_20_04_500", 50.1, more));

        var sequence = Assert.Single(await Wire.FeaturesAsync("/sequences"));

        var properties = sequence.GetProperty("properties");
        Assert.Equal("Feature", sequence.GetProperty("type").GetString());
        Assert.Equal("""{"type":"LineString","coordinates":[[-0.5,50.1],[-0.5,50.2]]}""", sequence.GetProperty("geometry").GetRawText());
        Assert.Equal("[271.4,-1]", properties.GetProperty("coordinateProperties").GetProperty("cas").GetRawText());
        Assert.Equal(2, properties.GetProperty("coordinateProperties").GetProperty("image_keys").GetArrayLength());
        Assert.Equal("2020-09-12T10:20:04.500Z", properties.GetProperty("captured_at").GetString());
        Assert.Equal("GoPro", properties.GetProperty("camera_make").GetString());
        Assert.Equal("practice", properties.GetProperty("username").GetString());
        Assert.False(properties.GetProperty("private").GetBoolean());
        Assert.Equal(sequence.GetRawText(), (await Wire.GetWithoutTokenAsync("/sequences/" + KeyOf(sequence))).Text);
    }

    /// <summary>§8.2.</summary>
    [Fact]
    public async Task An_image_names_its_sequence()
    {
        await Wire.UploadAsync(At("10_20_04_500", 50.1, ""","MAPDeviceMake":"GoPro","MAPDeviceModel":"Max" """));
        var sequence = Assert.Single(await Wire.FeaturesAsync("/sequences"));

        var image = Assert.Single(await Wire.FeaturesAsync("/images?sequence_keys=" + KeyOf(sequence)));

        var properties = image.GetProperty("properties");
        Assert.Equal(KeyOf(sequence), properties.GetProperty("sequence_key").GetString());
        Assert.Equal("""{"type":"Point","coordinates":[-0.5,50.1]}""", image.GetProperty("geometry").GetRawText());
        Assert.Equal(("GoPro", "Max"), (properties.GetProperty("camera_make").GetString(), properties.GetProperty("camera_model").GetString()));
        Assert.Equal("2020-09-12T10:20:04.500Z", properties.GetProperty("captured_at").GetString());
        Assert.Equal(image.GetRawText(), (await Wire.GetWithoutTokenAsync("/images/" + KeyOf(image))).Text);
    }

    [Fact]
    public async Task Nothing_found_is_an_empty_collection() =>
        Assert.Equal("""{"type":"FeatureCollection","features":[]}""", (await Wire.GetWithoutTokenAsync("/sequences?usernames=nobody")).Text);

    [Theory]
    [InlineData("/sequences/uV5wX8yZ1aB4cD7eF0gH3j")]
    [InlineData("/images/uV5wX8yZ1aB4cD7eF0gH3j")]
    public async Task An_unknown_key_is_not_found(string path)
    {
        var reply = await Wire.GetAsync(path);

        Assert.Equal((404, "Resource not found"), (reply.Status, reply.Json.GetProperty("message").GetString()));
    }

    /// <summary>§7: since is inclusive, before is not; without a zone it is UTC.</summary>
    [Theory]
    [InlineData("start_time=2020-09-12T10:00:00Z&end_time=2020-09-12T10:00:01Z", 1)]
    [InlineData("start_time=2020-09-12T10:00:00&end_time=2020-09-12T10:00:00", 0)]
    [InlineData("end_time=2020-09-12T10:00:00.000Z", 0)]
    [InlineData("start_time=2020-09-12T10:00:00.001Z", 0)]
    [InlineData("start_time=2020-09-12T12:00:00%2B02:00", 1)]
    [InlineData("start_time=2020-09-12&end_time=2020-09-13", 1)]
    public async Task A_time_range_begins_inclusive_and_ends_exclusive(string range, int found)
    {
        await Wire.UploadAsync(At("10_00_00_000"), At("10_00_09_000"));

        Assert.Equal(found, (await Wire.FeaturesAsync("/sequences?" + range)).Count);
    }

    [Fact]
    public async Task Sequences_are_found_by_user_place_and_key()
    {
        await Wire.UploadAsync(At("10_00_00_000"));
        var key = KeyOf(Assert.Single(await Wire.FeaturesAsync("/sequences")));
        var me = (await Wire.GetAsync("/me")).Json.GetProperty("key").GetString();

        await Assert.AllAsync(
            ["userkeys=x," + me, "usernames=practice", "bbox=-1,50,0,51", "sequence_keys=" + key, "private=false", "starred=false"],
            async query => Assert.Single(await Wire.FeaturesAsync("/sequences?" + query)));
        await Assert.AllAsync(
            ["userkeys=x", "usernames=another", "bbox=0,50,1,51", "sequence_keys=x", "private=true", "starred=true", "organization_keys=x"],
            async query => Assert.Empty(await Wire.FeaturesAsync("/sequences?" + query)));
    }

    [Fact]
    public async Task Images_are_found_by_place_time_and_key()
    {
        await Wire.UploadAsync(At("10_00_00_000"), At("10_00_09_000", 50.91));
        var key = KeyOf((await Wire.FeaturesAsync("/images"))[0]);

        await Assert.AllAsync(
            ["closeto=-0.5,50.9", "closeto=-0.5,50.911&radius=120", "image_keys=" + key, "start_time=2020-09-12T10:00:09Z", "bbox=-1,50.905,0,51"],
            async query => Assert.Single(await Wire.FeaturesAsync("/images?" + query)));
        Assert.Equal(2, (await Wire.FeaturesAsync("/images?pano=false")).Count);
        Assert.Empty(await Wire.FeaturesAsync("/images?pano=true"));
    }

    /// <summary>§3: 400.</summary>
    [Theory]
    [InlineData("/sequences?start_time=1599906000000")]
    [InlineData("/sequences?end_time=yesterday")]
    [InlineData("/sequences?start_time=2020-09-12T12:00:00+02:00")]
    [InlineData("/sequences?bbox=1,2,3")]
    [InlineData("/sequences?per_page=1001")]
    [InlineData("/sequences?per_page=0")]
    [InlineData("/sequences?private=yes")]
    [InlineData("/sequences?sort_by=captured_at")]
    [InlineData("/sequences?user_keys=x")]
    [InlineData("/images?image_key=x")]
    [InlineData("/images?closeto=1")]
    [InlineData("/images?_next_page_token=2")]
    public async Task A_parameter_that_cannot_be_understood_is_refused(string path)
    {
        var reply = await Wire.GetAsync(path);

        Assert.Equal(400, reply.Status);
        Assert.Contains("parameter", reply.Json.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    /// <summary>§4.</summary>
    [Fact]
    public async Task Pages_lead_to_each_other_by_the_link_header()
    {
        await Wire.UploadAsync([.. Enumerable.Range(10, 5).Select(second => At($"10_00_{second}_000"))]);

        var first = await Wire.GetAsync("/images?per_page=2&usernames=practice&sort_by=key");
        var second = await FollowAsync(first, "next");
        var third = await FollowAsync(second, "next");

        Assert.Equal([2, 2, 1], new[] { first, second, third }.Select(page => Keys(page).Count));
        Assert.Equal(5, new[] { first, second, third }.SelectMany(Keys).Distinct(StringComparer.Ordinal).Count());
        Assert.Null(Link(third, "next"));
        Assert.Equal(Keys(first), Keys(await FollowAsync(second, "prev")));
        Assert.Equal(Keys(first), Keys(await FollowAsync(third, "first")));
        Assert.DoesNotContain(Wire.Addresses.AccessToken, first.Headers["Link"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_can_be_asked_for_by_number_too()
    {
        await Wire.UploadAsync(At("10_00_00_000"), At("10_00_01_000"), At("10_00_02_000"));

        var all = Keys(await Wire.GetAsync("/images?sort_by=key"));

        Assert.Equal(all[..2], Keys(await Wire.GetAsync("/images?per_page=2&page=0&sort_by=key")));
        Assert.Equal(all[2..], Keys(await Wire.GetAsync("/images?per_page=2&page=2&sort_by=key")));
    }

    /// <summary>§7: without sort_by the order is unknown, so nobody may count on one.</summary>
    [Fact]
    public async Task Without_an_order_asked_for_pages_do_not_lead_to_all()
    {
        await Wire.UploadAsync(At("10_00_00_000"), At("10_00_01_000"), At("10_00_02_000"));

        string[] found = [.. Keys(await Wire.GetAsync("/images?per_page=2")), .. Keys(await Wire.GetAsync("/images?per_page=2&page=2"))];

        Assert.Equal(3, found.Length);
        Assert.Equal(2, found.Distinct(StringComparer.Ordinal).Count());
    }

    /// <summary>§7, §8: only their names are known.</summary>
    [Theory]
    [InlineData("/images?lookat=1,2")]
    [InlineData("/images?min_quality_score=1")]
    [InlineData("/sequences?tile=1")]
    [InlineData("/sequences?title=walk")]
    public async Task A_parameter_of_which_only_the_name_is_known_is_refused(string path) => Assert.Equal(400, (await Wire.GetAsync(path)).Status);

    [Fact]
    public async Task A_private_image_is_hidden_from_other_users_and_from_everybody()
    {
        await Wire.UploadAsync("""{"private":true}""", At("10_00_00_000"));
        var key = Assert.Single(Keys(await Wire.GetAsync("/images")));

        Assert.Equal(404, (await Wire.GetWithoutTokenAsync("/images/" + key)).Status);
        Wire.Bearer = "Bearer " + Server.V3AccessTokenOf("walker");
        Assert.Equal(404, (await Wire.GetAsync("/images/" + key)).Status);
        Assert.Empty(await Wire.FeaturesAsync("/images"));
        Assert.Empty(await Wire.FeaturesAsync("/sequences"));
    }


    [Fact]
    public async Task A_private_sequence_is_shown_to_its_owner_alone()
    {
        await Wire.UploadAsync("""{"private":true}""", At("10_00_00_000"));

        var mine = Assert.Single(await Wire.FeaturesAsync("/sequences"));
        var everybodys = await Wire.GetWithoutTokenAsync("/sequences");
        var byKey = await Wire.GetWithoutTokenAsync("/sequences/" + KeyOf(mine));

        Assert.True(mine.GetProperty("properties").GetProperty("private").GetBoolean());
        Assert.Equal(0, everybodys.Json.GetProperty("features").GetArrayLength());
        Assert.Equal(404, byKey.Status);
    }

    [Fact]
    public async Task A_wrong_token_is_refused_where_none_is_needed()
    {
        Wire.Bearer = "Bearer x.y.z";

        Assert.Equal(401, (await Wire.GetAsync("/sequences")).Status);
    }

    [Fact]
    public async Task The_original_is_given_to_its_owner_alone()
    {
        var photo = At("10_00_00_000");
        await Wire.UploadAsync(photo);
        var path = $"/images/{KeyOf(Assert.Single(await Wire.FeaturesAsync("/images")))}/download_original";

        var mine = await Wire.GetAsync(path);
        var nobodys = await Wire.GetWithoutTokenAsync(path);
        Wire.Bearer = "Bearer " + Server.V3AccessTokenOf("another");
        var anothers = await Wire.GetAsync(path);

        Assert.Equal((200, "image/jpeg"), (mine.Status, mine.Headers["Content-Type"]));
        Assert.Equal(photo.Length.ToString(), mine.Headers["Content-Length"]);
        Assert.Equal((401, 403), (nobodys.Status, anothers.Status));
    }

    [Fact]
    public async Task Two_sessions_of_one_hour_are_two_sequences()
    {
        await Wire.UploadAsync(At("10_00_00_000"));
        await Wire.UploadAsync(At("10_00_00_000"));

        Assert.Equal(2, (await Wire.FeaturesAsync("/sequences?start_time=2020-09-12T10:00:00Z")).Count);
    }

    [Fact]
    public async Task A_script_can_split_a_session_into_sequences()
    {
        Fault("v3_publish:split=2");
        await Wire.UploadAsync(At("10_00_00_000"), At("10_00_01_000"), At("10_00_02_000"));

        var sizes = (await Wire.FeaturesAsync("/sequences"))
            .Select(sequence => sequence.GetProperty("geometry").GetProperty("coordinates").GetArrayLength());

        Assert.Equal([1, 2], sizes.Order());
    }

    [Fact]
    public async Task Unusable_photos_are_left_out_of_the_sequence_and_told_in_the_state()
    {
        Server.AddFault(FaultRule.Parse(@"image:drop_image:key=^1\.jpg$"));
        var session = await Wire.UploadAsync(At("10_00_00_000"), At("10_00_01_000"), "no photo"u8.ToArray());

        Assert.Single(await Wire.FeaturesAsync("/images"));
        Assert.Equal(
            [null, "dropped by a fault rule", "no JPEG header"],
            (await StateOfAsync(session)).GetProperty("photos").EnumerateArray().Select(photo => photo.GetProperty("dropped").GetString()));
    }

    [Fact]
    public async Task A_storm_of_504_passes()
    {
        Fault("v3_sequences:status=504:first=2");

        var statuses = new List<int>();
        for (var call = 0; call < 3; call++)
        {
            statuses.Add((await Wire.GetAsync("/sequences")).Status);
        }

        Assert.Equal([504, 504, 200], statuses);
    }

    private static string KeyOf(JsonElement feature) => feature.GetProperty("properties").GetProperty("key").GetString()!;

    private static List<string> Keys(Reply reply) => [.. reply.Json.GetProperty("features").EnumerateArray().Select(KeyOf)];

    private static string? Link(Reply reply, string relation) => reply.Headers["Link"].Split(", ")
        .Where(link => link.EndsWith($"; rel=\"{relation}\"", StringComparison.Ordinal))
        .Select(link => link[1..link.IndexOf('>', StringComparison.Ordinal)])
        .SingleOrDefault();

    private Task<Reply> FollowAsync(Reply reply, string relation) =>
        Client.AskAsync(HttpMethod.Get, Link(reply, relation)!, body: null, Wire.Bearer);
}
