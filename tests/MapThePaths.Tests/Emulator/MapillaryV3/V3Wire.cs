using System.Net.Http.Headers;
using MapThePaths.Emulator;

namespace MapThePaths.Tests.Emulator.MapillaryV3;

/// <summary>Plain HTTP in the words of the API v3 document.</summary>
internal sealed class V3Wire(RawClient http)
{
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

    public string Connect(string more) => $"{Addresses.ConnectUrl}?client_id={Uri.EscapeDataString(Addresses.AppId)}{more}";

    public async Task<Reply> DecideAsync(string decision, string more, string user = "")
    {
        using var form = Form(("decision", decision), ("user", user));
        return await http.AskAsync(HttpMethod.Post, Connect(more), form);
    }
}
