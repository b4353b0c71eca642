using System.Text.Json;
using MapThePaths.Core.Destinations;
using MapThePaths.Destinations.Http;

namespace MapThePaths.Destinations.Mapillary;

/// <summary>
/// Makes a part public: <c>POST /finish_upload</c>. Whether the service recognises a repetition is unknown, so a request that may have
/// been carried out is never repeated. Only an error in the service's own format, and of a kind that comes before the work, says that nothing
/// was published (mapillary-v4.md §7, §9.2).
/// </summary>
/// <param name="calls">On a fresh connection each.</param>
internal sealed class Finish(ServiceCalls calls, Retry retry, MapillaryOptions options)
{
    /// <summary>Returns the cluster id.</summary>
    /// <param name="organization">Its id; null to publish for the user alone.</param>
    public Task<string> PublishAsync(string handle, string? organization, CancellationToken cancellationToken) => retry.RunAsync(
        new Operation(Publishing, RetryLimits.Call, FailureKind.PartRefused),
        _ => OnceAsync(Body(handle, organization), cancellationToken),
        cancellationToken);

    private string Publishing => $"{options.Name}: publishing";

    private async Task<string> OnceAsync(byte[] body, CancellationToken cancellationToken)
    {
        using var content = new TracedContent(body);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{options.GraphUrl}/finish_upload") { Content = content };
        return await OneShot.SendAsync(Publishing, content, options.Clock, AskAsync, cancellationToken);

        async Task<string> AskAsync(CancellationTokenSource deadline)
        {
            try
            {
                var answer = await calls.AskAsync(request, "cluster_id", deadline, CancellationToken.None);
                return answer.Json?.Text("cluster_id")
                    ?? throw new FaultException(new Fault(FaultKind.Transient, "strange-answer", "the answer names no publication"));
            }
            catch (FaultException failure) when (failure.Fault.Stated && !SaysNothingWasDone(failure.Fault))
            {
                throw new FaultException(failure.Fault with { Stated = false }, failure);
            }
        }
    }

    // Tokens (102, 190, 368), limits (4, 17, 32, 613) and overload (2) are looked at before anything is done, whatever the status.
    private static bool SaysNothingWasDone(Fault fault) =>
        fault.Code is "2" or "4" or "17" or "32" or "102" or "190" or "368" or "613" || fault.Status is >= 400 and < 500 and not 408 and not 412;

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
