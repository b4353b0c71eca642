using System.Net.Http.Headers;
using System.Text.Json;
using MapThePaths.Core.Destinations;
using MapThePaths.Destinations.Http;

namespace MapThePaths.Destinations.MapThePathsWeb;

/// <summary>One request to the server: the object that it answers, or the fault that its answer means (mtpw.md §3).</summary>
/// <param name="token">Asked before every request; null when nobody is signed in.</param>
internal sealed class WebCalls(HttpClient client, MapThePathsWebOptions options, Func<CancellationToken, Task<string?>> token)
{
    // The server would show people a page, with status 200, to whoever takes one.
    private static readonly MediaTypeWithQualityHeaderValue Json = new("application/json");

    /// <summary>Asks with the usual time-out.</summary>
    public async Task<JsonElement> AskAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(HttpExchange.CallTimeout, options.Clock);
        return await AskAsync(request, deadline, cancellationToken);
    }

    public async Task<JsonElement> AskAsync(HttpRequestMessage request, CancellationTokenSource deadline, CancellationToken cancellationToken)
    {
        options.RefuseUnlessPrivate();
        request.Sign("Bearer", await token(cancellationToken));
        return await SendAsync(request, deadline, cancellationToken);
    }

    /// <summary>For what anybody may read: the token stays here.</summary>
    public async Task<JsonElement> AskUnsignedAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(HttpExchange.CallTimeout, options.Clock);
        return await SendAsync(request, deadline, cancellationToken);
    }

    private async Task<JsonElement> SendAsync(HttpRequestMessage request, CancellationTokenSource deadline, CancellationToken cancellationToken)
    {
        request.Headers.Accept.Add(Json);
        var answer = await HttpExchange.SendAsync(client, request, options.Clock, deadline, cancellationToken);
        if (answer.Status is >= 300 and < 400)
        {
            throw new DestinationException(
                FailureKind.AskedWrongly,
                $"http-{answer.Status}",
                $"{options.Name}: {options.Url} sends requests elsewhere (HTTP {answer.Status}), and a token does not follow. Set MTP_WEB_URL to the server's own address: https, no path")
            {
                SaysWhatToDo = true,
            };
        }

        return WebAnswers.Read(answer);
    }
}
