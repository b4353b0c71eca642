using MapThePaths.Destinations.Http;

namespace MapThePaths.Destinations.Mapillary;

/// <summary>One signed request to either of Mapillary's hosts: its answer, or the fault that it means.</summary>
internal sealed class ServiceCalls(HttpClient client, MapillaryOptions options, AppUsage usage)
{
    /// <summary>Sends with the usual time-out.</summary>
    public async Task<Answer> AskAsync(HttpRequestMessage request, string wanted, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(HttpExchange.CallTimeout, options.Clock);
        return await AskAsync(request, wanted, deadline, cancellationToken);
    }

    /// <param name="wanted">The member without which an answer is no success, whatever its status says.</param>
    /// <exception cref="FaultException">For every other answer, and for none.</exception>
    public async Task<Answer> AskAsync(
        HttpRequestMessage request,
        string wanted,
        CancellationTokenSource deadline,
        CancellationToken cancellationToken)
    {
        request.Sign("OAuth", await options.AccessToken(cancellationToken));
        var answer = await HttpExchange.SendAsync(client, request, options.Clock, deadline, cancellationToken);
        usage.Note(answer.AppUsage);
        if (answer.Status == 200 && answer.Json is { } json && json.Member(wanted) is not null && json.Member("error") is null)
        {
            return answer;
        }

        throw new FaultException(ServiceErrors.In(answer).ReadIn(answer));
    }
}
