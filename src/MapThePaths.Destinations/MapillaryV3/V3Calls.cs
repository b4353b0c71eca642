using MapThePaths.Core.Destinations;
using MapThePaths.Destinations.Http;
using MapThePaths.Destinations.OAuth;

namespace MapThePaths.Destinations.MapillaryV3;

/// <summary>One signed request: its answer, or the fault that it means (mapillary-v3.md §1, §3).</summary>
internal sealed class V3Calls(MapillaryV3Options options)
{
    private static readonly HttpClient Client = HttpClients.Pooled();

    /// <summary>A call names the app, also with a token.</summary>
    public string Address(string path) => Addresses.WithQuery(options.Url + path, ("client_id", options.ClientId));

    /// <exception cref="FaultException">For every answer but a JSON object without <c>message</c>, and for none.</exception>
    public async Task<Answer> AskAsync(HttpRequestMessage request, string? token, CancellationToken cancellationToken)
    {
        request.Sign("Bearer", token);
        using var deadline = new CancellationTokenSource(HttpExchange.CallTimeout, options.Clock);
        var answer = await HttpExchange.SendAsync(Client, request, options.Clock, deadline, cancellationToken);
        return answer is { IsSuccess: true, Json: { } json } && json.Member("message") is null ? answer : throw new FaultException(FaultIn(answer));
    }

    private static Fault FaultIn(Answer answer)
    {
        var message = answer.Json?.Text("message");
        var kind = answer.Status switch
        {
            401 or 403 => FaultKind.SignIn,
            404 => FaultKind.NotThere,
            408 or 429 or >= 500 => FaultKind.Transient,
            _ when answer.IsSuccess && message is null => FaultKind.Transient,
            _ => FaultKind.Refused,
        };
        var text = message is null ? $"HTTP {answer.Status} without an explanation" : $"{message} (HTTP {answer.Status})";
        return new Fault(kind, $"http-{answer.Status}", Legible.Text(Redaction.Of(text)), answer.RetryAfter, Stated: message is not null);
    }
}
