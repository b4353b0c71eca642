using MapThePaths.Core.Destinations;

namespace MapThePaths.Destinations.Http;

/// <summary>
/// One try of a call that makes something public. When it may have been carried out and nothing certain is known of it, the caller gets
/// <see cref="FailureKind.Unclear"/> instead of a fault, so that nothing repeats it.
/// </summary>
internal static class OneShot
{
    /// <summary>How long a cancelled run still waits for the answer to a request that is already out.</summary>
    private static readonly TimeSpan LastWait = TimeSpan.FromSeconds(5);

    private const string MayBePublished = "The service may have published the photos all the same; this is not repeated by itself.";

    /// <param name="operation">Begins the message.</param>
    /// <param name="content">The request's body.</param>
    /// <param name="ask">Sends the request, and is ended by its deadline alone: cancellation must not cut off an answer that is on its way.</param>
    public static Task<T> SendAsync<T>(
        string operation, TracedContent content, TimeProvider clock, Func<CancellationTokenSource, Task<T>> ask, CancellationToken cancellationToken) =>
        SendAsync(operation, MayBePublished, content, clock, ask, cancellationToken);

    /// <param name="operation">Begins the message.</param>
    /// <param name="perhaps">Ends it when the outcome is unclear: what may have been done, and what follows from that.</param>
    /// <param name="content">The request's body.</param>
    /// <param name="ask">As above.</param>
    public static async Task<T> SendAsync<T>(
        string operation, string perhaps, TracedContent content, TimeProvider clock, Func<CancellationTokenSource, Task<T>> ask, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var deadline = new CancellationTokenSource(HttpExchange.CallTimeout, clock);
        await using var cancelled = cancellationToken.Register(() => deadline.CancelAfter(content.WentOut ? LastWait : TimeSpan.Zero));
        try
        {
            return await ask(deadline);
        }
        catch (FaultException failure) when (content.WentOut && !failure.Fault.Stated)
        {
            throw Unclear(operation, failure, perhaps);
        }
    }

    public static DestinationException Unclear(string operation, FaultException failure, string perhaps = MayBePublished) => new(
        FailureKind.Unclear,
        failure.Fault.Code,
        $"{operation}: {failure.Fault.Message}. {perhaps}",
        failure);
}
