using System.Net;

namespace MapThePaths.Tests.Fixtures;

/// <summary>What a browser sends when somebody answers a consent page, without the browser. Follows no redirect by itself.</summary>
internal sealed class PlainBrowser : IDisposable
{
    private readonly HttpClient _client = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false });

    public Task<Uri> AllowAsync(Uri page, string user = "practice") => DecideAsync(page, "allow", user);

    public Task<Uri> DenyAsync(Uri page) => DecideAsync(page, "deny", "practice");

    /// <summary>Where a page that asks nothing sends the browser.</summary>
    public async Task<Uri> LeaveAsync(Uri page)
    {
        using var answer = await _client.GetAsync(page, TestContext.Current.CancellationToken);
        return answer.Headers.Location ?? throw new InvalidOperationException($"{page} sends nobody anywhere.");
    }

    public Task<HttpStatusCode> GoAsync(string address, params (string Name, string Value)[] headers) => GoAsync(new Uri(address), headers);

    /// <summary>Opens an address and tells its status.</summary>
    public async Task<HttpStatusCode> GoAsync(Uri address, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        return await SendAsync(request, headers);
    }

    public async Task<HttpStatusCode> PostAsync(Uri address, string body, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new StringContent(body) };
        return await SendAsync(request, headers);
    }

    public void Dispose() => _client.Dispose();

    private async Task<HttpStatusCode> SendAsync(HttpRequestMessage request, (string Name, string Value)[] headers)
    {
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var answer = await _client.SendAsync(request, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }

    private async Task<Uri> DecideAsync(Uri page, string decision, string user)
    {
        using var form = new FormUrlEncodedContent([new("decision", decision), new("user", user)]);
        using var answer = await _client.PostAsync(page, form, TestContext.Current.CancellationToken);
        return answer.Headers.Location ?? throw new InvalidOperationException($"The consent page answered {answer.StatusCode}.");
    }
}
