using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;

namespace MapThePaths.Tests.Emulator;

public sealed class FinishRules : EmulatorTest
{
    private static readonly byte[] Photo = TinyJpeg.Described(50.9, -0.5, "2023_05_10_10_00_00_250");

    [Fact]
    public async Task A_finished_manifest_gives_a_cluster_id()
    {
        var reply = await Client.PublishAsync("p", Photo);

        Assert.Equal(200, reply.Status);
        Assert.Matches("^[0-9]{15}$", reply.Json.GetProperty("cluster_id").GetString());
    }

    [Fact]
    public async Task Each_finish_call_is_a_new_cluster_even_with_the_same_handle()
    {
        var manifest = await Client.UploadAsync("uuid_m.json", RawClient.Manifest(await Client.UploadAsync("a.jpg", Photo)));

        var first = (await Client.FinishAsync(manifest)).Json.GetProperty("cluster_id").GetString();
        var second = (await Client.FinishAsync(manifest)).Json.GetProperty("cluster_id").GetString();

        Assert.NotEqual(first, second);
        Assert.Equal(2, (await Client.StateAsync()).Json.GetProperty("clusters").GetArrayLength());
    }

    [Fact]
    public async Task An_unknown_handle_is_refused()
    {
        var reply = await Client.FinishAsync("4:x::y:e:1:z");

        Assert.Equal(400, reply.Status);
        Assert.Equal(100, reply.GraphErrorCode);
    }

    [Fact]
    public async Task An_unknown_handle_in_the_manifest_is_refused()
    {
        var reply = await Client.FinishAsync(await Client.UploadAsync("uuid_m.json", RawClient.Manifest("4:x::y:e:1:z")));

        Assert.Equal(400, reply.Status);
        Assert.Contains("image_handles[0]", reply.GraphErrorMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_handle_of_another_user_is_refused()
    {
        var handle = await Client.UploadAsync("a.jpg", Photo);
        Client.Authorization = "OAuth " + Server.AccessTokenOf("other");

        var reply = await Client.FinishAsync(await Client.UploadAsync("uuid_m.json", RawClient.Manifest(handle)));

        Assert.Equal(400, reply.Status);
    }

    [Fact]
    public async Task An_expired_handle_is_refused()
    {
        var manifest = await Client.UploadAsync("uuid_m.json", RawClient.Manifest(await Client.UploadAsync("a.jpg", Photo)));
        Clock.Advance(TimeSpan.FromDays(4));

        Assert.Contains("expired", (await Client.FinishAsync(manifest)).GraphErrorMessage, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"image_handles":[],"upload_type":"images","version":"1"}""")]
    [InlineData("""{"image_handles":["x"],"upload_type":"images","version":1}""")]
    [InlineData("""{"image_handles":["x"],"upload_type":"photos","version":"1"}""")]
    [InlineData("[]")]
    [InlineData("no json")]
    public async Task A_wrong_manifest_is_refused(string manifest)
    {
        var reply = await Client.FinishAsync(await Client.UploadAsync("uuid_m.json", Encoding.UTF8.GetBytes(manifest)));

        Assert.Equal(400, reply.Status);
        Assert.Equal(100, reply.GraphErrorCode);
    }

    [Theory]
    [InlineData("mly_camm_video")]
    [InlineData("mly_blackvue_video")]
    [InlineData("gif")]
    public async Task A_file_type_that_is_not_taken_is_refused_by_name(string type)
    {
        var reply = await Client.FinishAsync(await Client.UploadAsync("a.mp4", Photo), type);

        Assert.Equal(400, reply.Status);
        Assert.Contains("file_type", reply.GraphErrorMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_zip_file_is_one_sequence_in_the_order_of_its_entries()
    {
        await Client.FinishAsync(await Client.UploadAsync("a.zip", Zip(Photo, TinyJpeg.Described(50.9, -0.5, "2023_05_10_10_00_02_000"))), "zip");

        var images = (await Client.GraphAsync("/images?creator_username=practice&fields=sequence,captured_at")).Data;
        Assert.Equal(2, images.Count);
        Assert.Single(images.Select(image => image.GetProperty("sequence").GetString()).Distinct(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_organization_must_be_known()
    {
        var manifest = await Client.UploadAsync("uuid_m.json", RawClient.Manifest(await Client.UploadAsync("a.jpg", Photo)));

        var known = await Client.FinishAsync(manifest, organizationId: Client.Addresses.OrganizationId);
        var foreign = await Client.FinishAsync(manifest, organizationId: "123456");

        Assert.Equal(200, known.Status);
        Assert.Equal(100, foreign.GraphErrorCode);
    }

    /// <summary>§7: number or string.</summary>
    [Fact]
    public async Task The_organization_may_be_a_number()
    {
        var manifest = await Client.UploadAsync("uuid_m.json", RawClient.Manifest(await Client.UploadAsync("a.jpg", Photo)));
        var body = new JsonObject { ["file_handle"] = manifest, ["file_type"] = "mly_bundle_manifest", ["organization_id"] = long.Parse(Client.Addresses.OrganizationId) };

        Assert.Equal(200, (await Client.PostJsonAsync("/finish_upload", body, Client.Authorization)).Status);
    }

    [Fact]
    public async Task The_body_says_that_it_is_json()
    {
        using var body = new StringContent("""{"file_handle":"h","file_type":"zip"}""");

        var reply = await Client.AskAsync(HttpMethod.Post, Client.Addresses.GraphUrl + "/finish_upload", body, Client.Authorization);

        Assert.Contains("application/json", reply.GraphErrorMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_token_finishes_nothing()
    {
        Client.Authorization = "OAuth " + Client.Addresses.ClientToken;

        Assert.Equal((401, 190), ((await Client.FinishAsync("h")).Status, (await Client.FinishAsync("h")).GraphErrorCode));
    }

    /// <summary>§11: longer uploads are split by capture time.</summary>
    [Fact]
    public async Task Beyond_a_thousand_images_a_sequence_is_cut_by_capture_time()
    {
        byte[][] photos = [.. Enumerable.Range(0, 1001).Reverse().Select(second => TinyJpeg.Described(50.9, -0.5, $"2023_05_10_{10 + (second / 3600)}_{second / 60 % 60:00}_{second % 60:00}_000"))];
        await Client.FinishAsync(await Client.UploadAsync("a.zip", Zip(photos)), "zip");

        var images = (await Client.GraphAsync("/images?creator_username=practice&fields=sequence,captured_at")).Data;

        var sequences = images.GroupBy(image => image.GetProperty("sequence").GetString()).OrderBy(sequence => sequence.Count()).ToList();
        Assert.Equal([1, 1000], sequences.Select(sequence => sequence.Count()));
        Assert.Equal(images.Max(CapturedAt), sequences[0].Max(CapturedAt));

        static long CapturedAt(System.Text.Json.JsonElement image) => image.GetProperty("captured_at").GetInt64();
    }


    [Fact]
    public async Task Without_a_token_nothing_is_finished()
    {
        var reply = await Client.PostJsonAsync("/finish_upload", new JsonObject(), authorization: null);

        Assert.Equal(500, reply.Status);
        Assert.Equal(190, reply.GraphErrorCode);
    }

    [Fact]
    public async Task Every_finish_call_is_counted()
    {
        await Client.PublishAsync("p", Photo);
        await Client.FinishAsync("unknown");

        var calls = (await Client.StateAsync()).Json.GetProperty("finish_calls").EnumerateArray().ToList();
        Assert.Equal(2, calls.Count);
        Assert.NotNull(calls[0].GetProperty("cluster_id").GetString());
        Assert.NotNull(calls[1].GetProperty("refusal").GetString());
    }

    private static byte[] Zip(params byte[][] photos)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create))
        {
            foreach (var (index, photo) in photos.Index())
            {
                using var entry = zip.CreateEntry($"{index}.jpg", CompressionLevel.NoCompression).Open();
                entry.Write(photo);
            }
        }

        return file.ToArray();
    }
}
