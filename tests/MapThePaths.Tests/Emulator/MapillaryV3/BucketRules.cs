using System.Text.Json;

namespace MapThePaths.Tests.Emulator.MapillaryV3;

/// <summary>mapillary-v3.md §6.2: one photo, one form.</summary>
public sealed class BucketRules : V3Test
{
    private static readonly byte[] Photo = At("10_00_00_000");

    [Fact]
    public async Task A_photo_is_answered_with_204_and_where_it_lies()
    {
        var session = await Wire.OpenAsync();

        var reply = await Wire.SendAsync(session, "walk_1.jpg", Photo);

        Assert.Equal((204, ""), (reply.Status, reply.Text));
        Assert.Equal(
            session.GetProperty("url").GetString() + (session.GetProperty("key_prefix").GetString() + "walk_1.jpg").Replace("/", "%2F", StringComparison.Ordinal),
            reply.Headers["Location"]);
        Assert.Equal(Photo, await BytesAsync(session, "walk_1.jpg"));
    }

    [Fact]
    public async Task A_later_photo_of_a_name_takes_the_place_of_the_earlier()
    {
        var session = await Wire.OpenAsync();
        await Wire.SendAsync(session, "a.jpg", Photo);
        await Wire.SendAsync(session, "a.jpg", At("11_00_00_000"));

        var photo = Assert.Single((await StateOfAsync(session)).GetProperty("photos").EnumerateArray());

        Assert.Equal(2, photo.GetProperty("times").GetInt32());
        Assert.Equal(At("11_00_00_000"), await BytesAsync(session, "a.jpg"));
    }

    [Fact]
    public async Task The_four_known_extras_are_allowed()
    {
        var session = await Wire.OpenAsync();
        List<(string Name, string Value)> fields =
        [
            .. V3Wire.Fields(session, "a.jpg"), ("X-Amz-Meta-Latitude", "1"), ("X-Amz-Meta-Longitude", "2"),
            ("X-Amz-Meta-Compass-Angle", "3"), ("X-Amz-Meta-Captured-At", "4"),
        ];

        Assert.Equal(204, (await Wire.SendAsync(session, fields, Photo)).Status);
    }

    [Fact]
    public async Task Every_field_must_come_back()
    {
        var session = await Wire.OpenAsync();
        foreach (var missing in session.GetProperty("fields").EnumerateObject())
        {
            var fields = V3Wire.Fields(session, "a.jpg").Where(field => field.Name != missing.Name);

            AssertDenied(await Wire.SendAsync(session, fields, Photo));
        }
    }

    [Fact]
    public async Task No_field_may_change()
    {
        var session = await Wire.OpenAsync();
        foreach (var changed in session.GetProperty("fields").EnumerateObject())
        {
            var fields = V3Wire.Fields(session, "a.jpg").Select(field => field.Name == changed.Name ? (field.Name, field.Value + "x") : field);

            Assert.Equal(403, (await Wire.SendAsync(session, fields, Photo)).Status);
        }
    }

    [Fact]
    public async Task Another_field_is_one_too_many()
    {
        var session = await Wire.OpenAsync();

        AssertDenied(await Wire.SendAsync(session, [.. V3Wire.Fields(session, "a.jpg"), ("client_id", "x")], Photo), "Extra input fields: client_id");
    }

    [Fact]
    public async Task The_key_begins_with_the_sessions_prefix()
    {
        var session = await Wire.OpenAsync();
        var fields = V3Wire.Fields(session, "a.jpg").Select(field => field.Name == "key" ? (field.Name, "a.jpg") : field);

        AssertDenied(await Wire.SendAsync(session, fields, Photo), "Policy Condition failed");
    }

    [Fact]
    public async Task A_stale_form_is_denied()
    {
        var session = await Wire.OpenAsync();
        Clock.Advance(TimeSpan.FromHours(1));

        AssertDenied(await Wire.SendAsync(session, "a.jpg", Photo), "Policy expired.");
    }

    [Fact]
    public async Task Fields_after_the_file_do_not_count()
    {
        var session = await Wire.OpenAsync();
        var fields = V3Wire.Fields(session, "a.jpg").SelectMany(V3Wire.Part);

        AssertDenied(await Wire.SendFormAsync(session, [.. V3Wire.FilePart(Photo), .. fields, .. V3Wire.End]), "Access Denied");
    }

    [Fact]
    public async Task A_form_without_a_file_is_refused()
    {
        var session = await Wire.OpenAsync();

        var reply = await Wire.SendFormAsync(session, [.. V3Wire.Fields(session, "a.jpg").SelectMany(V3Wire.Part), .. V3Wire.End]);

        Assert.Equal(400, reply.Status);
        Assert.Contains("<Code>InvalidArgument</Code>", reply.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_length_must_be_known()
    {
        var session = await Wire.OpenAsync();

        var fields = V3Wire.Fields(session, "a.jpg").SelectMany(V3Wire.Part);

        var reply = await Wire.SendFormAsync(session, [.. fields, .. V3Wire.FilePart(Photo), .. V3Wire.End], chunked: true);

        Assert.Equal(411, reply.Status);
        Assert.Contains("<Code>MissingContentLength</Code>", reply.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_that_is_no_form_is_refused()
    {
        var session = await Wire.OpenAsync();
        using var body = new ByteArrayContent(Photo);

        var reply = await Client.AskAsync(HttpMethod.Post, session.GetProperty("url").GetString()!, body);

        Assert.Equal(412, reply.Status);
    }

    [Fact]
    public async Task The_form_proves_itself_and_nothing_else_may_come_with_it()
    {
        var session = await Wire.OpenAsync();
        byte[] form = [.. V3Wire.Fields(session, "a.jpg").SelectMany(V3Wire.Part), .. V3Wire.FilePart(Photo), .. V3Wire.End];

        Assert.Equal(400, (await Wire.SendFormAsync(session, form, authorization: Wire.Bearer)).Status);
        Assert.Equal(400, (await Wire.SendFormAsync(session, form, query: "?client_id=x")).Status);
        Assert.Empty((await StateOfAsync(session)).GetProperty("photos").EnumerateArray());
    }

    [Fact]
    public async Task A_field_comes_once()
    {
        var session = await Wire.OpenAsync();
        var fields = V3Wire.Fields(session, "a.jpg");

        Assert.Equal(400, (await Wire.SendAsync(session, [.. fields, fields[^1]], Photo)).Status);
    }


    [Fact]
    public async Task A_form_that_breaks_off_keeps_nothing()
    {
        var session = await Wire.OpenAsync();
        var whole = V3Wire.Fields(session, "a.jpg").SelectMany(V3Wire.Part).Concat(V3Wire.FilePart(Photo)).ToArray();

        var reply = await Wire.SendFormAsync(session, whole[..^100]);

        Assert.Equal(400, reply.Status);
        Assert.Empty((await StateOfAsync(session)).GetProperty("photos").EnumerateArray());
    }

    [Fact]
    public async Task A_photo_that_comes_after_publishing_is_accepted_and_belongs_to_nothing()
    {
        var session = await Wire.UploadAsync(Photo);

        var late = await Wire.SendAsync(session, "late.jpg", At("10_00_01_000"));

        Assert.Equal(204, late.Status);
        Assert.Equal(
            [("0.jpg", true), ("late.jpg", false)],
            (await StateOfAsync(session)).GetProperty("photos").EnumerateArray()
                .Select(photo => (photo.GetProperty("name").GetString()!, photo.GetProperty("published").GetBoolean())));
        Assert.Single(await Wire.FeaturesAsync("/images"));
    }

    [Fact]
    public async Task A_dropped_photo_leaves_nothing_behind()
    {
        Fault("v3_upload:drop_after=100000:only=1");
        var session = await Wire.OpenAsync();

        await Assert.ThrowsAsync<HttpRequestException>(() => Wire.SendAsync(session, "a.jpg", new byte[300_000]));

        Assert.Empty((await StateOfAsync(session)).GetProperty("photos").EnumerateArray());
        Assert.Equal(204, (await Wire.SendAsync(session, "a.jpg", new byte[300_000])).Status);
    }

    [Fact]
    public async Task A_lost_reply_leaves_the_photo_there()
    {
        Fault("v3_upload:lose_reply:only=1");
        var session = await Wire.OpenAsync();

        await Assert.ThrowsAsync<HttpRequestException>(() => Wire.SendAsync(session, "a.jpg", Photo));

        Assert.Single((await StateOfAsync(session)).GetProperty("photos").EnumerateArray());
    }

    [Theory]
    [InlineData("v3_upload:status=403", 403, "AccessDenied")]
    [InlineData("v3_upload:status=503", 503, "SlowDown")]
    [InlineData("v3_upload:status=500", 500, "InternalError")]
    [InlineData("v3_upload:status=400", 400, "EntityTooLarge")]
    public async Task Faults_speak_xml(string rule, int status, string code)
    {
        Fault(rule);

        var reply = await Wire.SendAsync(await Wire.OpenAsync(), "a.jpg", Photo);

        Assert.Equal(status, reply.Status);
        Assert.Contains($"<Code>{code}</Code>", reply.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_pattern_chooses_the_photos_by_name()
    {
        Fault(@"v3_upload:status=503:key=^b.*7\.jpg$");
        var session = await Wire.OpenAsync();

        Assert.Equal(204, (await Wire.SendAsync(session, "a7.jpg", new byte[200_000])).Status);
        Assert.Equal(503, (await Wire.SendAsync(session, "b7.jpg", new byte[200_000])).Status);
        Assert.Equal(204, (await Wire.SendAsync(session, "b8.jpg", Photo)).Status);
    }

    [Fact]
    public async Task Many_photos_may_come_at_once()
    {
        var session = await Wire.OpenAsync();

        var replies = await Task.WhenAll(Enumerable.Range(0, 40).Select(number => Wire.SendAsync(session, $"{number}.jpg", Photo)));

        Assert.All(replies, reply => Assert.Equal(204, reply.Status));
        Assert.Equal(40, (await StateOfAsync(session)).GetProperty("photos").GetArrayLength());
    }

    private static void AssertDenied(Reply reply, string message = "")
    {
        Assert.Equal(403, reply.Status);
        Assert.Equal("application/xml", reply.Headers["Content-Type"]);
        Assert.Contains("<Code>AccessDenied</Code>", reply.Text, StringComparison.Ordinal);
        Assert.Contains(message, reply.Text, StringComparison.Ordinal);
    }

    private Task<byte[]> BytesAsync(JsonElement session, string name) => Client.ContentAsync($"/v3/bytes/{V3Wire.Key(session)}/{name}");
}
