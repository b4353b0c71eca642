using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using MapThePaths.Emulator;

namespace MapThePaths.Tests.Emulator;

/// <summary>Plain HTTP in the words of the document; nothing of the program's own clients.</summary>
internal sealed class RawClient(EmulatorServer server) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false });

    public EmulatorAddresses Addresses => server.Addresses;

    public string Authorization { get; set; } = "OAuth " + server.Addresses.AccessToken;

    public void Dispose() => _http.Dispose();

    public async Task<Reply> AskAsync(HttpMethod method, string url, HttpContent? body = null, string? authorization = null)
    {
        using var request = new HttpRequestMessage(method, url) { Content = body };
        if (authorization is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        }

        return await AskAsync(request);
    }

    public Task<Reply> GraphAsync(string pathAndQuery) =>
        AskAsync(HttpMethod.Get, Addresses.GraphUrl + pathAndQuery, body: null, Authorization);

    public Task<Reply> OffsetAsync(string key) =>
        AskAsync(HttpMethod.Get, $"{Addresses.UploadUrl}/{key}", body: null, Authorization);

    /// <summary>Chunked, unless a header says otherwise.</summary>
    public async Task<Reply> SendBytesAsync(string key, long offset, byte[] bytes, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{Addresses.UploadUrl}/{key}") { Content = new ByteArrayContent(bytes) };
        request.Headers.TransferEncodingChunked = true;
        request.Headers.TryAddWithoutValidation("Authorization", Authorization);
        (string Name, string Value)[] usual = [("Offset", offset.ToString(CultureInfo.InvariantCulture)), ("X-Entity-Name", key)];
        foreach (var (name, value) in usual.Where(one => headers.All(header => header.Name != one.Name)).Concat(headers))
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await AskAsync(request);
    }

    public async Task<string> UploadAsync(string key, byte[] bytes) => (await SendBytesAsync(key, 0, bytes)).Handle;

    public static byte[] Manifest(params string[] handles) => Encoding.UTF8.GetBytes(new JsonObject
    {
        ["image_handles"] = new JsonArray([.. handles.Select(handle => (JsonNode)handle)]),
        ["upload_type"] = "images",
        ["version"] = "1",
    }.ToJsonString());

    public Task<Reply> FinishAsync(string handle, string type = "mly_bundle_manifest", string? organizationId = null)
    {
        var body = new JsonObject { ["file_handle"] = handle, ["file_type"] = type };
        if (organizationId is not null)
        {
            body["organization_id"] = organizationId;
        }

        return PostJsonAsync("/finish_upload", body, Authorization);
    }

    public Task<Reply> PostJsonAsync(string path, JsonObject body, string? authorization) => AskAsync(
        HttpMethod.Post,
        Addresses.GraphUrl + path,
        new StringContent(body.ToJsonString(), new MediaTypeHeaderValue("application/json")),
        authorization);

    /// <summary>Uploads photos and their manifest and finishes: one sequence.</summary>
    public async Task<Reply> PublishAsync(string name, params byte[][] photos)
    {
        var handles = new List<string>();
        foreach (var (index, photo) in photos.Index())
        {
            handles.Add(await UploadAsync($"{name}_{index}.jpg", photo));
        }

        return await FinishAsync(await UploadAsync($"uuid_{name}.json", Manifest([.. handles])));
    }

    public Task<Reply> StateAsync() => AskAsync(HttpMethod.Get, Addresses.ControlUrl + "/state");

    public Task<Reply> FaultsAsync() => AskAsync(HttpMethod.Get, Addresses.ControlUrl + "/faults");

    public Task<byte[]> BytesAsync(string key) => ContentAsync($"/bytes/{key}");

    public Task<byte[]> ContentAsync(string controlPath) =>
        _http.GetByteArrayAsync(new Uri(Addresses.ControlUrl + controlPath), TestContext.Current.CancellationToken);

    public async Task<Reply> AskAsync(HttpRequestMessage request)
    {
        using var response = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        var headers = response.Headers.NonValidated.Concat(response.Content.Headers.NonValidated)
            .ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return new Reply((int)response.StatusCode, text, headers);
    }
}
