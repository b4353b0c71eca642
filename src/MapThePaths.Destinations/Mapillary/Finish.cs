using System.Text.Json;
using MapThePaths.Core.Destinations;
using MapThePaths.Destinations.Http;

namespace MapThePaths.Destinations.Mapillary;

/// <summary>
/// Makes a part public: <c>POST /finish_upload</c>. Whether the service recognises a repetition is unknown, so a request that may have
/// been carried out is never repeated. Only an error in the service's own format says that nothing was published.
/// </summary>
/// <param name="calls">On a fresh connection each.</param>
internal sealed class Finish(ServiceCalls calls, Retry retry, MapillaryOptions options)
{
    /// <summary>How long a cancelled run still waits for the answer to a request that is already out.</summary>
    private static readonly TimeSpan LastWait = TimeSpan.FromSeconds(5);

    /// <summary>Returns the cluster id.</summary>
    /// <param name="organization">Its id; null to publish for the user alone.</param>
    public Task<string> PublishAsync(string handle, string? organization, CancellationToken cancellationToken) => retry.RunAsync(
        new Operation(Publishing, RetryLimits.Call, FailureKind.PartRefused),
        _ => OnceAsync(Body(handle, organization), cancellationToken),
        cancellationToken);

    private string Publishing => $"{options.Name}: publishing";

    private async Task<string> OnceAsync(byte[] body, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var content = new TracedContent(body);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{options.GraphUrl}/finish_upload") { Content = content };
        using var deadline = new CancellationTokenSource(HttpExchange.CallTimeout, options.Clock);
        await using var cancelled = cancellationToken.Register(() => deadline.CancelAfter(content.WentOut ? LastWait : TimeSpan.Zero));
        try
        {
            // The deadline alone ends this call: the run's own cancellation must not cut off an answer that is on its way.
            var answer = await calls.AskAsync(request, "cluster_id", deadline, CancellationToken.None);
            return answer.Json?.Text("cluster_id")
                ?? throw new FaultException(new Fault(FaultKind.Transient, "strange-answer", "the answer names no publication"));
        }
        catch (FaultException failure) when (content.WentOut && !failure.Fault.Stated)
        {
            throw new DestinationException(FailureKind.Unclear, failure.Fault.Code, Unclear(failure.Fault), failure);
        }
    }

    private string Unclear(Fault fault) =>
        $"{Publishing}: {fault.Message}. The service may have published the photos all the same; this is not repeated by itself.";

    private static byte[] Body(string handle, string? organization)
    {
        var message = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["file_handle"] = handle,
            ["file_type"] = "mly_bundle_manifest",
        };
        if (organization is not null)
        {
            message["organization_id"] = organization;
        }

        return JsonSerializer.SerializeToUtf8Bytes(message);
    }
}
