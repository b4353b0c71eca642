using System.Text.Json;
using MapThePaths.Destinations.Http;

namespace MapThePaths.Destinations.MapillaryV3;

/// <summary>One signed request to the API: its answer, or the fault that it means.</summary>
internal sealed class ApiCalls(HttpClient client, MapillaryV3Options options)
{
    /// <summary>An address of the service, with the app's id.</summary>
    /// <param name="path">Begins with a slash; escaped.</param>
    /// <param name="query">Begins with an ampersand if there is any; escaped.</param>
    public string Address(string path, string query = "") => $"{options.Url}{path}?client_id={Uri.EscapeDataString(options.ClientId)}{query}";

    /// <summary>Asks with the usual time-out.</summary>
    public async Task<Answer> AskAsync(HttpRequestMessage request, Predicate<Answer> wanted, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(HttpExchange.CallTimeout, options.Clock);
        return await AskAsync(request, wanted, deadline, cancellationToken);
    }

    /// <param name="wanted">What an answer must hold to be a success, whatever its status says.</param>
    /// <exception cref="FaultException">For every other answer, and for none.</exception>
    public async Task<Answer> AskAsync(HttpRequestMessage request, Predicate<Answer> wanted, CancellationTokenSource deadline, CancellationToken cancellationToken)
    {
        request.Sign("Bearer", await options.AccessToken(cancellationToken));
        var answer = await HttpExchange.SendAsync(client, request, options.Clock, deadline, cancellationToken);
        if (Assumptions.IsSuccess(answer) && wanted(answer))
        {
            return answer;
        }

        throw new FaultException(ApiErrors.In(answer).ReadIn(answer));
    }

    /// <summary>The objects of a list as the API gives it: a bare array.</summary>
    public static IReadOnlyList<JsonElement>? Array(Answer answer)
    {
        try
        {
            var root = JsonElement.Parse(answer.Text);
            return root.ValueKind == JsonValueKind.Array ? [.. root.EnumerateArray()] : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
