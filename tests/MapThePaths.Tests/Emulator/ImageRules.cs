using MapThePaths.Emulator;

namespace MapThePaths.Tests.Emulator;

public sealed class ImageRules : EmulatorTest
{
    private const string Ours = "/images?creator_username=practice";

    protected override EmulatorOptions Options => base.Options with { ProcessingSeconds = 60 };

    [Fact]
    public async Task Images_exist_only_after_processing()
    {
        await Client.PublishAsync("p", At("10_00_00_000"));

        Assert.Empty((await Client.GraphAsync(Ours)).Data);
        Clock.Advance(TimeSpan.FromSeconds(60));
        Assert.Single((await Client.GraphAsync(Ours)).Data);
    }

    [Fact]
    public async Task No_image_has_the_id_of_another_emulators()
    {
        await using var other = await EmulatorServer.StartAsync(Options, TestContext.Current.CancellationToken);
        using var client = new RawClient(other);
        await Client.PublishAsync("p", At("10_00_00_000"));
        await client.PublishAsync("p", At("10_00_00_000"));
        Clock.Advance(TimeSpan.FromSeconds(60));

        var (image, others) = ((await Client.GraphAsync(Ours)).Data[0], (await client.GraphAsync(Ours)).Data[0]);

        Assert.NotEqual(image.GetProperty("id").GetString(), others.GetProperty("id").GetString());
    }

    [Fact]
    public async Task The_description_in_the_photo_becomes_the_images_facts()
    {
        var more = ""","MAPAltitude":48.737,"MAPCompassHeading":{"MagneticHeading":340.691,"TrueHeading":340.691},"MAPDeviceMake":"GoPro","MAPDeviceModel":"Max","MAPOrientation":6""";
        await PublishAsync("p", TinyJpeg.Described(50.9011354, -0.5463302, "2023_05_10_10_00_00_250", more));

        var image = (await Client.GraphAsync(Ours + "&fields=captured_at,geometry,altitude,compass_angle,make,model,exif_orientation,width,height")).Data[0];

        Assert.Equal(1683712800250, image.GetProperty("captured_at").GetInt64());
        Assert.Equal("""{"type":"Point","coordinates":[-0.5463302,50.9011354]}""", image.GetProperty("geometry").GetRawText());
        Assert.Equal(48.737, image.GetProperty("altitude").GetDouble());
        Assert.Equal(340.691, image.GetProperty("compass_angle").GetDouble());
        Assert.Equal("GoPro", image.GetProperty("make").GetString());
        Assert.Equal("Max", image.GetProperty("model").GetString());
        Assert.Equal(6, image.GetProperty("exif_orientation").GetInt32());
        Assert.Equal(1200, image.GetProperty("width").GetInt32());
        Assert.Equal(900, image.GetProperty("height").GetInt32());
    }

    [Fact]
    public async Task Plain_exif_does_where_no_description_is()
    {
        var photo = new TinyJpeg()
            .With(TinyTag.Text(0x010F, "Canon"))
            .WithExif(TinyTag.Text(0x9003, "2023:05:10 12:00:01"))
            .WithExif(TinyTag.Text(0x9291, "25"))
            .WithExif(TinyTag.Text(0x9011, "+02:00"))
            .WithGps(TinyTag.Text(1, "S"))
            .WithGps(TinyTag.Rationals(2, (10, 1), (30, 1), (0, 1)))
            .WithGps(TinyTag.Text(3, "E"))
            .WithGps(TinyTag.Rationals(4, (20, 1), (15, 1), (0, 1)))
            .WithGps(TinyTag.Byte(5, 1))
            .WithGps(TinyTag.Rationals(6, (12, 1)));
        await PublishAsync("p", photo.Bytes());

        var image = (await Client.GraphAsync(Ours + "&fields=captured_at,geometry,altitude,make")).Data[0];

        Assert.Equal(1683712801250, image.GetProperty("captured_at").GetInt64());
        Assert.Equal("""{"type":"Point","coordinates":[20.25,-10.5]}""", image.GetProperty("geometry").GetRawText());
        Assert.Equal(-12, image.GetProperty("altitude").GetDouble());
        Assert.Equal("Canon", image.GetProperty("make").GetString());
    }

    [Fact]
    public async Task A_panorama_is_known_by_its_xmp()
    {
        var photo = new TinyJpeg()
            .With(TinyTag.Text(0x010E, """{"MAPCaptureTime":"2023_05_10_10_00_00_000","MAPLatitude":1.5,"MAPLongitude":2.5}"""))
            .WithXmp("GPano:ProjectionType=\"equirectangular\"");
        await PublishAsync("p", photo.Bytes(), At("10_00_05_000"));

        var panoramas = (await Client.GraphAsync(Ours + "&is_pano=true&fields=is_pano,camera_type")).Data;

        Assert.Equal("spherical", Assert.Single(panoramas).GetProperty("camera_type").GetString());
    }

    [Fact]
    public async Task Photos_without_header_position_or_time_never_become_visible()
    {
        await PublishAsync("p", At("10_00_00_000"), "no photo"u8.ToArray(), new TinyJpeg().Bytes());

        Assert.Single((await Client.GraphAsync(Ours)).Data);
        var dropped = (await Client.StateAsync()).Json.GetProperty("clusters")[0].GetProperty("images").EnumerateArray()
            .Select(image => image.GetProperty("dropped").GetString());
        Assert.Equal([null, "no JPEG header", "no position"], dropped);
    }

    [Fact]
    public async Task Both_ends_of_the_time_range_are_inclusive()
    {
        await PublishAsync("p", At("10_00_00_000"), At("10_00_01_000"), At("10_00_02_000"));

        var inside = await Client.GraphAsync(
            Ours + "&start_captured_at=2023-05-10T10:00:00Z&end_captured_at=2023-05-10T10:00:01.000Z");

        Assert.Equal(2, inside.Data.Count);
    }

    [Fact]
    public async Task The_newest_image_comes_first()
    {
        await PublishAsync("p", At("10_00_00_000"), At("10_00_02_000"), At("10_00_01_000"));

        var times = (await Client.GraphAsync(Ours + "&fields=captured_at")).Data.Select(image => image.GetProperty("captured_at").GetInt64()).ToList();

        Assert.Equal(times.OrderDescending(), times);
    }

    [Fact]
    public async Task Pages_of_one_creator_lead_to_all_images_without_a_token_in_the_address()
    {
        await PublishAsync("p", At("10_00_00_000"), At("10_00_01_000"), At("10_00_02_000"));

        var first = await Client.GraphAsync(Ours + "&fields=captured_at&limit=2");
        var next = first.Json.GetProperty("paging").GetProperty("next").GetString()!;
        var second = await Client.AskAsync(HttpMethod.Get, next, body: null, Client.Authorization);

        Assert.Equal(2, first.Data.Count);
        Assert.Single(second.Data);
        Assert.False(second.Json.TryGetProperty("paging", out _));
        Assert.DoesNotContain("access_token", next, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Other_searches_have_one_page()
    {
        await PublishAsync("p", At("10_00_00_000"), At("10_00_01_000"));

        var reply = await Client.GraphAsync("/images?bbox=-0.504,50.896,-0.496,50.904&limit=1");

        Assert.Single(reply.Data);
        Assert.False(reply.Json.TryGetProperty("paging", out _));
    }

    [Theory]
    [InlineData("limit=2001")]
    [InlineData("bbox=0,0,0.02,0.001")]
    [InlineData("bbox=0,0,1")]
    [InlineData("start_captured_at=yesterday")]
    [InlineData("make=GoPro")]
    [InlineData("lat=1&lng=1&radius=51")]
    [InlineData("fields=captured_att")]
    [InlineData("creator=practice")]
    [InlineData("image_ids=1")]
    [InlineData("lat=1&lng=1")]
    [InlineData("lat=1")]
    [InlineData("radius=5")]
    [InlineData("start_captured_at=5/10/2023")]
    [InlineData("bbox=0,0,0.01,0.001")]
    [InlineData("limit=0")]
    public async Task A_search_beyond_the_limits_is_refused(string query)
    {
        var reply = await Client.GraphAsync("/images?" + query);

        Assert.Equal(400, reply.Status);
        Assert.Equal(100, reply.GraphErrorCode);
    }

    [Fact]
    public async Task Each_filter_keeps_others_out()
    {
        await PublishAsync("p", At("10_00_00_000"), TinyJpeg.Described(50.9, -0.5, "2023_05_10_10_00_01_000", ""","MAPDeviceMake":"GoPro","MAPDeviceModel":"Max" """));
        var mine = (await Client.GraphAsync(Ours + "&fields=sequence")).Data;
        Client.Authorization = "OAuth " + Server.AccessTokenOf("walker");
        var handle = await Client.UploadAsync("w.jpg", TinyJpeg.Described(50.901, -0.5, "2023_05_10_10_00_02_000"));
        await Client.FinishAsync(await Client.UploadAsync("uuid_w.json", RawClient.Manifest(handle)), organizationId: Client.Addresses.OrganizationId);
        Clock.Advance(TimeSpan.FromSeconds(60));

        Assert.Equal(3, (await Client.GraphAsync("/images")).Data.Count);
        Assert.Equal(2, (await Client.GraphAsync(Ours)).Data.Count);
        Assert.Single((await Client.GraphAsync("/images?organization_id=" + Client.Addresses.OrganizationId)).Data);
        Assert.Equal(2, (await Client.GraphAsync("/images?sequence_ids=x," + mine[0].GetProperty("sequence").GetString())).Data.Count);
        Assert.Equal(2, (await Client.GraphAsync("/images?lat=50.9&lng=-0.5&radius=50")).Data.Count);
        Assert.Single((await Client.GraphAsync("/images?bbox=-0.504,50.896,-0.496,50.904&make=GoPro&model=Max")).Data);
        Assert.Empty((await Client.GraphAsync("/images?bbox=-0.504,50.896,-0.496,50.904&model=Mini")).Data);
    }

    /// <summary>§10.1: both members, 0 to 360; the orientation 1 to 8.</summary>
    [Theory]
    [InlineData(""","MAPCompassHeading":{"TrueHeading":20}""")]
    [InlineData(""","MAPCompassHeading":{"TrueHeading":361,"MagneticHeading":361}""")]
    [InlineData(""","MAPCompassHeading":{"TrueHeading":-1,"MagneticHeading":20}""")]
    [InlineData(""","MAPOrientation":9""")]
    [InlineData(""","MAPOrientation":0""")]
    public async Task A_description_that_is_out_of_its_ranges_says_nothing(string more)
    {
        await PublishAsync("p", TinyJpeg.Described(50.9, -0.5, "2023_05_10_10_00_00_000", more));

        var image = Assert.Single((await Client.GraphAsync(Ours + "&fields=compass_angle,exif_orientation")).Data);

        Assert.False(image.TryGetProperty("compass_angle", out _));
        Assert.False(image.TryGetProperty("exif_orientation", out var turned) && turned.GetInt32() is < 1 or > 8);
    }

    [Theory]
    [InlineData(90.1, -0.5)]
    [InlineData(50.9, 180.1)]
    public async Task A_position_off_the_globe_is_none(double latitude, double longitude)
    {
        await PublishAsync("p", TinyJpeg.Described(latitude, longitude, "2023_05_10_10_00_00_000"));

        Assert.Empty((await Client.GraphAsync(Ours)).Data);
    }

    /// <summary>§10.1: the description goes before the EXIF tags; half a position is none.</summary>
    [Theory]
    [InlineData("""{"MAPCaptureTime":"2023_05_10_10_00_00_000","MAPLatitude":1.5,"MAPLongitude":2.5}""", "[2.5,1.5]")]
    [InlineData("""{"MAPCaptureTime":"2023_05_10_10_00_00_000","MAPLatitude":1.5}""", "[20.25,-10.5]")]
    public async Task Where_both_speak_the_description_is_believed(string description, string position)
    {
        var photo = new TinyJpeg()
            .With(TinyTag.Text(0x010E, description))
            .WithExif(TinyTag.Text(0x9003, "2023:05:10 12:00:01"))
            .WithGps(TinyTag.Text(1, "S"))
            .WithGps(TinyTag.Rationals(2, (10, 1), (30, 1), (0, 1)))
            .WithGps(TinyTag.Text(3, "E"))
            .WithGps(TinyTag.Rationals(4, (20, 1), (15, 1), (0, 1)));
        await PublishAsync("p", photo.Bytes());

        var image = Assert.Single((await Client.GraphAsync(Ours + "&fields=captured_at,geometry")).Data);

        Assert.Equal(1683712800000, image.GetProperty("captured_at").GetInt64());
        Assert.Equal(position, image.GetProperty("geometry").GetProperty("coordinates").GetRawText());
    }

    [Theory]
    [InlineData("?ids=1234567890123456")]
    [InlineData("?ids=")]
    public async Task Several_of_which_one_is_unknown_are_refused(string query) =>
        Assert.Equal((400, 100), ((await Client.GraphAsync(query)).Status, (await Client.GraphAsync(query)).GraphErrorCode));


    [Fact]
    public async Task One_manifest_is_one_sequence_with_a_22_character_id()
    {
        await PublishAsync("p", At("10_00_00_000"), At("10_00_01_000"));
        await PublishAsync("q", At("11_00_00_000"));

        var sequences = (await Client.GraphAsync(Ours + "&fields=sequence")).Data.Select(image => image.GetProperty("sequence").GetString()!).ToList();

        Assert.Equal(2, sequences.Distinct(StringComparer.Ordinal).Count());
        Assert.All(sequences, sequence => Assert.Matches("^[A-Za-z0-9_-]{22}$", sequence));
    }

    [Fact]
    public async Task A_sequences_images_come_in_capture_order()
    {
        await PublishAsync("p", At("10_00_01_000"), At("10_00_00_000"));
        var newestFirst = (await Client.GraphAsync(Ours + "&fields=sequence")).Data;

        var ids = (await Client.GraphAsync("/image_ids?sequence_id=" + newestFirst[0].GetProperty("sequence").GetString())).Data;

        Assert.Equal(newestFirst.Select(Id).Reverse(), ids.Select(Id));
    }

    [Fact]
    public async Task An_unknown_sequence_has_no_images() =>
        Assert.Empty((await Client.GraphAsync("/image_ids?sequence_id=7nfcwfvjdtphz7yj6zat6a")).Data);

    [Fact]
    public async Task One_image_shows_only_the_fields_asked_for_and_its_id()
    {
        await PublishAsync("p", At("10_00_00_000"));
        var id = Id((await Client.GraphAsync(Ours)).Data[0]);

        var image = (await Client.GraphAsync($"/{id}?fields=captured_at,altitude,creator")).Json;

        Assert.Equal(["captured_at", "creator", "id"], image.EnumerateObject().Select(field => field.Name).Order(StringComparer.Ordinal));
        Assert.Equal("practice", image.GetProperty("creator").GetProperty("username").GetString());
    }

    [Fact]
    public async Task Several_images_come_keyed_by_id()
    {
        await PublishAsync("p", At("10_00_00_000"), At("10_00_01_000"));
        var ids = (await Client.GraphAsync(Ours)).Data.Select(Id).ToList();

        var reply = await Client.GraphAsync($"?ids={string.Join(',', ids)}&fields=sequence");

        Assert.Equal(ids, reply.Json.EnumerateObject().Select(image => image.Name));
    }

    [Fact]
    public async Task A_client_token_reads_images_too()
    {
        await PublishAsync("p", At("10_00_00_000"));
        Client.Authorization = "OAuth " + Client.Addresses.ClientToken;

        Assert.Single((await Client.GraphAsync(Ours)).Data);
    }

    private static byte[] At(string time) => TinyJpeg.Described(50.9, -0.5, "2023_05_10_" + time);

    private static string Id(System.Text.Json.JsonElement image) => image.GetProperty("id").GetString()!;

    private async Task PublishAsync(string name, params byte[][] photos)
    {
        await Client.PublishAsync(name, photos);
        Clock.Advance(TimeSpan.FromSeconds(60));
    }
}
