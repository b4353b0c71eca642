using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace MapThePaths.Tests.Fixtures;

/// <summary>The page of a program that serves it, as the browser sees it that was given the start address.</summary>
public sealed class OpenPage : IAsyncDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    private readonly Process _process;
    private readonly HttpClient _browser = new(new SocketsHttpHandler { UseProxy = false, UseCookies = false, AllowAutoRedirect = false }) { Timeout = Longest };
    private readonly Task<string> _error;
    private readonly StringBuilder _answers = new();
    private bool _isOver;

    private OpenPage(Process process, Uri start)
    {
        _process = process;
        Start = start;
        _error = process.StandardError.ReadToEndAsync(CancellationToken.None);
    }

    /// <summary>The start address; it was used.</summary>
    public Uri Start { get; }

    public Uri Origin => new(Start.GetLeftPart(UriPartial.Authority));

    /// <summary>Everything that the program has answered so far.</summary>
    public string Answers => _answers.ToString();

    /// <summary>The cookie that opens the page, as a header.</summary>
    public string Cookie => CookieAsSet.Split(';')[0];

    /// <summary>The same with all that browsers are told about it.</summary>
    public string CookieAsSet { get; private set; } = "";

    public static async Task<OpenPage> OpenAsync(Process process)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        deadline.CancelAfter(Longest);
        var line = await process.StandardOutput.ReadLineAsync(deadline.Token)
            ?? throw new InvalidOperationException(await process.StandardError.ReadToEndAsync(deadline.Token));
        var start = new Uri(JsonElement.Parse(line).GetProperty("url").GetString()!);
        var page = new OpenPage(process, start);
        using var answer = await page._browser.GetAsync(start, deadline.Token);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        page.CookieAsSet = answer.Headers.GetValues("Set-Cookie").Single();
        return page;
    }

    /// <summary>The answer to a question that must succeed.</summary>
    public Task<JsonElement> GetAsync(string path) => AskAsync(HttpMethod.Get, path);

    public Task<JsonElement> PostAsync(string path, object? body = null) => AskAsync(HttpMethod.Post, path, body is null ? null : JsonContent.Create(body));

    public Task<JsonElement> PatchAsync(string path, object body) => AskAsync(HttpMethod.Patch, path, JsonContent.Create(body));

    /// <summary>The words of a refusal.</summary>
    public async Task<(HttpStatusCode Status, string Message)> RefusedAsync(HttpMethod method, string path, object? body = null)
    {
        using var answer = await SendAsync(method, path, body is null ? null : JsonContent.Create(body));
        var text = await ReadAsync(answer);
        Assert.False(answer.IsSuccessStatusCode, text);
        return (answer.StatusCode, JsonElement.Parse(text).GetProperty("message").GetString()!);
    }

    /// <summary>What is answered, be it an answer or a refusal.</summary>
    public async Task<string> AnswerAsync(HttpMethod method, string path, object? body = null)
    {
        using var answer = await SendAsync(method, path, body is null ? null : JsonContent.Create(body));
        return await answer.Content.ReadAsStringAsync();
    }

    /// <summary>Any request, with the cookie and, where it could change something, the page's own origin; <paramref name="headers"/> replace those.</summary>
    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, HttpContent? content = null, params (string Name, string? Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, new Uri(Origin, path)) { Content = content };
        Dictionary<string, string?> all = new(StringComparer.Ordinal) { ["Cookie"] = Cookie, ["Origin"] = method == HttpMethod.Get ? null : Origin.ToString().TrimEnd('/') };
        foreach (var (name, value) in headers)
        {
            all[name] = value;
        }

        foreach (var (name, value) in all.Where(header => header.Value is not null))
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await _browser.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
    }

    /// <summary>What a run tells, from its beginning to its end or until <paramref name="enough"/>.</summary>
    public async Task<IReadOnlyList<JsonElement>> EventsAsync(string run, Predicate<JsonElement>? enough = null)
    {
        using var answer = await SendAsync(HttpMethod.Get, $"/api/runs/{run}/events");
        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType?.MediaType);
        using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        List<JsonElement> events = [];
        while (await reader.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            _answers.AppendLine(line);
            if (line.StartsWith("data: ", StringComparison.Ordinal))
            {
                events.Add(JsonElement.Parse(line["data: ".Length..]));
                if (enough?.Invoke(events[^1]) == true)
                {
                    break;
                }
            }
        }

        return events;
    }

    /// <summary>Begins work and waits for its end.</summary>
    public async Task<IReadOnlyList<JsonElement>> RunAsync(string path, object? body = null) =>
        await EventsAsync((await PostAsync(path, body)).GetProperty("run").GetString()!);

    public void Kill() => _process.Kill(entireProcessTree: true);

    public async ValueTask DisposeAsync()
    {
        if (_isOver)
        {
            return;
        }

        _isOver = true;
        _browser.Dispose();
        await EndAsync();
        await _error;
        _process.Dispose();
    }

    // By Ctrl-C, as a user ends it.
    private async Task EndAsync()
    {
        if (!_process.HasExited && !OperatingSystem.IsWindows())
        {
            using var end = new CancellationTokenSource(Longest);
            Mtpdu.Interrupt(_process);
            await _process.WaitForExitAsync(end.Token);
        }

        if (!_process.HasExited)
        {
            Kill();
        }
    }

    private async Task<JsonElement> AskAsync(HttpMethod method, string path, HttpContent? content = null)
    {
        using var answer = await SendAsync(method, path, content);
        var text = await ReadAsync(answer);
        Assert.True(answer.IsSuccessStatusCode, $"{method} {path}: {answer.StatusCode} {text}");
        return text.Length == 0 ? default : JsonElement.Parse(text);
    }

    private async Task<string> ReadAsync(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        _answers.AppendLine(text);
        return text;
    }
}
