using MapThePaths.Emulator;

namespace MapThePaths.Tests.Emulator.MapThePathsWeb;

/// <summary>Plain HTTP in the words of the Map the Paths Web document.</summary>
internal sealed class WebWire(RawClient http)
{
    public MapThePathsWebAddresses Addresses => http.Addresses.Mtpw;

    public string Bearer { get; set; } = "Bearer " + http.Addresses.Mtpw.AccessToken;

    public string Authorize(string more) => $"{Addresses.AuthorizeUrl}?client_id={Addresses.AppId}{more}";

    public Task<Reply> AskAsync(HttpMethod method, string path, HttpContent? body = null) =>
        http.AskAsync(method, Addresses.Url + path, body, Bearer);

    public async Task<Reply> PostFormAsync(string path, params (string Name, string Value)[] members)
    {
        using var form = new FormUrlEncodedContent(members.Select(member => KeyValuePair.Create(member.Name, member.Value)));
        return await AskAsync(HttpMethod.Post, path, form);
    }

    public async Task<Reply> DecideAsync(string decision, string more, string user = "")
    {
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("decision", decision), KeyValuePair.Create("user", user)]);
        return await http.AskAsync(HttpMethod.Post, Authorize(more), form);
    }
}
