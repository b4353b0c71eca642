using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using MapThePaths.Emulator;

namespace MapThePaths.Tests.Emulator.MapillaryV3;

/// <summary>Plain HTTP in the words of the API v3 document.</summary>
internal sealed class V3Wire(RawClient http)
{
    public static readonly byte[] End = "--b7e1--\r\n"u8.ToArray();

    public MapillaryV3Addresses Addresses => http.Addresses.V3;

    public string Bearer { get; set; } = "Bearer " + http.Addresses.V3.AccessToken;

    public static FormUrlEncodedContent Form(params (string Name, string Value)[] members) =>
        new(members.Select(member => KeyValuePair.Create(member.Name, member.Value)));

    public string Api(string pathAndQuery) =>
        $"{Addresses.Url}{pathAndQuery}{(pathAndQuery.Contains('?', StringComparison.Ordinal) ? '&' : '?')}client_id={Uri.EscapeDataString(Addresses.AppId)}";

    public Task<Reply> GetAsync(string pathAndQuery) => http.AskAsync(HttpMethod.Get, Api(pathAndQuery), body: null, Bearer);

    public Task<Reply> GetWithoutTokenAsync(string pathAndQuery) => http.AskAsync(HttpMethod.Get, Api(pathAndQuery));

    public async Task<Reply> PostJsonAsync(string path, string json)
    {
        using var body = new StringContent(json, new MediaTypeHeaderValue("application/json"));
        return await http.AskAsync(HttpMethod.Post, Api(path), body, Bearer);
    }

    public async Task<JsonElement> OpenAsync(string metadata = "{}") =>
        (await PostJsonAsync("/me/uploads", $$"""{"type":"images/sequence","metadata":{{metadata}}}""")).Json;

    public Task<Reply> PublishAsync(JsonElement session, string query = "") =>
        http.AskAsync(HttpMethod.Put, Api($"/me/uploads/{Key(session)}/closed{query}"), body: null, Bearer);

    /// <summary>All fields as they came, the key, the file last (§6.2).</summary>
    public static List<(string Name, string Value)> Fields(JsonElement session, string name) =>
    [
        .. session.GetProperty("fields").EnumerateObject().Select(field => (field.Name, field.Value.GetString()!)),
        ("key", session.GetProperty("key_prefix").GetString() + name),
    ];

    public Task<Reply> SendAsync(JsonElement session, string name, byte[] photo) => SendAsync(session, Fields(session, name), photo);

    public Task<Reply> SendAsync(JsonElement session, IEnumerable<(string Name, string Value)> fields, byte[] photo) =>
        SendFormAsync(session, [.. fields.SelectMany(Part), .. FilePart(photo), .. End]);

    /// <summary>A body as it goes over the wire.</summary>
    public async Task<Reply> SendFormAsync(JsonElement session, byte[] body, bool chunked = false, string? authorization = null, string query = "")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, session.GetProperty("url").GetString() + query) { Content = new ByteArrayContent(body) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=b7e1");
        request.Headers.TransferEncodingChunked = chunked;
        if (authorization is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        }

        return await http.AskAsync(request);
    }

    public static byte[] Part((string Name, string Value) field) =>
        Encoding.UTF8.GetBytes($"--b7e1\r\nContent-Disposition: form-data; name=\"{field.Name}\"\r\n\r\n{field.Value}\r\n");

    public static byte[] FilePart(byte[] photo) =>
    [
        .. "--b7e1\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.jpg\"\r\nContent-Type: image/jpeg\r\n\r\n"u8, .. photo, .. "\r\n"u8,
    ];

    /// <summary>From photos to a published session; names count from 0.</summary>
    public async Task<JsonElement> UploadAsync(params byte[][] photos) => await UploadAsync("{}", photos);

    public async Task<JsonElement> UploadAsync(string metadata, params byte[][] photos)
    {
        var session = await OpenAsync(metadata);
        foreach (var (index, photo) in photos.Index())
        {
            Assert.Equal(204, (await SendAsync(session, $"{index}.jpg", photo)).Status);
        }

        Assert.Equal(200, (await PublishAsync(session)).Status);
        return session;
    }

    public static string Key(JsonElement session) => session.GetProperty("key").GetString()!;

    public async Task<IReadOnlyList<JsonElement>> FeaturesAsync(string pathAndQuery) =>
        [.. (await GetAsync(pathAndQuery)).Json.GetProperty("features").EnumerateArray()];

    public string Connect(string more) => $"{Addresses.ConnectUrl}?client_id={Uri.EscapeDataString(Addresses.AppId)}{more}";

    public async Task<Reply> DecideAsync(string decision, string more, string user = "")
    {
        using var form = Form(("decision", decision), ("user", user));
        return await http.AskAsync(HttpMethod.Post, Connect(more), form);
    }
}
