using MapThePaths.Core.Destinations;
using MapThePaths.Destinations.Http;

namespace MapThePaths.Destinations.Mapillary;

/// <summary>Whether the organization that photos are published for exists: <c>GET /{organization_id}</c>.</summary>
internal sealed class Organizations(ServiceCalls calls, Retry retry, MapillaryOptions options)
{
    /// <exception cref="DestinationException"><see cref="FailureKind.AskedWrongly"/> when this user cannot see such an organization.</exception>
    public async Task CheckAsync(string id, CancellationToken cancellationToken)
    {
        // An id names anything at this service, and a path would name another call.
        if (!id.All(char.IsAsciiDigit))
        {
            throw Unknown(id, "An id consists of digits, and is not the organization's name.");
        }

        var operation = new Operation($"{options.Name}: asking for organization {id}", RetryLimits.Greeting, FailureKind.AskedWrongly);
        try
        {
            await retry.RunAsync(operation, _ => OnceAsync(id, cancellationToken), cancellationToken);
        }
        catch (DestinationException failure) when (failure.Kind == FailureKind.AskedWrongly)
        {
            throw Unknown(id, $"The service says: {failure.Message}", failure);
        }
    }

    private async Task<Answer> OnceAsync(string id, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{options.GraphUrl}/{id}?fields=slug,description,name");
        var answer = await calls.AskAsync(request, "id", cancellationToken);
        return answer.Json?.Text("slug") is not null
            ? answer
            : throw new FaultException(new Fault(FaultKind.Refused, "no-organization", "this is the id of something else", Stated: true));
    }

    private DestinationException Unknown(string id, string detail, Exception? cause = null) => new(
        FailureKind.AskedWrongly,
        "no-organization",
        $"{options.Name}: there is no organization {id} that you may see. {detail} Check its id; nothing was sent.",
        cause);
}
