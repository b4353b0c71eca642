using System.Text.Json;
using System.Text.Json.Nodes;

namespace MapThePaths.Emulator.MapThePathsWeb;

/// <summary>
/// Asks the emulated Mapillary over the wire, as the real server asks the real one (§6), so that its faults reach here. A token is good for
/// the app that it was given to (v3 §1), so a server with another app than the uploader's is refused every token.
/// </summary>
internal sealed class MapillaryAsked(Func<string> v3Url, string clientId) : IDisposable
{
    private readonly Lazy<HttpClient> _http = new(static () =>
        new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false }));

    public Task<MapillaryAnswer> MeAsync(string token, CancellationToken gone) => AskAsync("me", token, gone);

    public Task<MapillaryAnswer> SequenceAsync(string key, string token, CancellationToken gone) =>
        AskAsync("sequences/" + Uri.EscapeDataString(key), token, gone);

    public void Dispose()
    {
        if (_http.IsValueCreated)
        {
            _http.Value.Dispose();
        }
    }

    private async Task<MapillaryAnswer> AskAsync(string path, string token, CancellationToken gone)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{v3Url()}/{path}?client_id={Uri.EscapeDataString(clientId)}");
        request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + token);
        try
        {
            using var response = await _http.Value.SendAsync(request, gone);
            return new MapillaryAnswer(IsReached: true, Read(await response.Content.ReadAsByteArrayAsync(gone)));
        }
        catch (HttpRequestException)
        {
            return new MapillaryAnswer(IsReached: false, Body: null);
        }
    }

    private static JsonNode? Read(byte[] body)
    {
        try
        {
            return JsonNode.Parse(body);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
