using MapThePaths.Core.Destinations;

namespace MapThePaths.Destinations.Http;

/// <summary>One request and its whole answer. Trouble on the way becomes a transient <see cref="Fault"/>.</summary>
internal static class HttpExchange
{
    /// <summary>For requests that do not carry a photo.</summary>
    public static readonly TimeSpan CallTimeout = TimeSpan.FromSeconds(60);

    /// <summary>Sends and reads the answer to its end. The caller may move the deadline meanwhile.</summary>
    public static async Task<Answer> SendAsync(
        HttpClient client,
        HttpRequestMessage request,
        TimeProvider clock,
        CancellationTokenSource deadline,
        CancellationToken cancellationToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        try
        {
            using var response = await client.SendAsync(request, either.Token);
            var bytes = await response.Content.ReadAsByteArrayAsync(either.Token);
            return Answer.From((int)response.StatusCode, bytes, RetryAfter.Of(response.Headers, clock), AppUsage.Of(response.Headers)) with
            {
                NextPage = LinkHeader.Next(response.Headers),
            };
        }
        catch (InvalidDataException failure)
        {
            throw new FaultException(new Fault(FaultKind.Transient, "strange-answer", "the answer could not be unpacked"), failure);
        }
        catch (HttpRequestException failure)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw new FaultException(ConnectionTrouble.Fault(failure, request.RequestUri!), failure);
        }
        catch (OperationCanceledException failure) when (!cancellationToken.IsCancellationRequested)
        {
            throw new FaultException(new Fault(FaultKind.Transient, "timeout", "no answer in time", Cause: WaitCause.TooSlow), failure);
        }
    }
}
