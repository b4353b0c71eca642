using MapThePaths.Core.Destinations;
using MapThePaths.Destinations.Http;

namespace MapThePaths.Destinations.MapillaryV3;

/// <summary>
/// Closes a session: <c>PUT /me/uploads/{key}/closed</c>. That publishes it, and is never repeated when it may have been carried out; with
/// <see cref="Assumptions.DryRunFlag"/> it publishes nothing, and may be.
/// </summary>
/// <param name="calls">On a fresh connection each.</param>
internal sealed class Publication(ApiCalls calls, UploadSessions sessions, Retry retry, MapillaryV3Options options)
{
    public Task PublishAsync(string session, CancellationToken cancellationToken) => retry.RunAsync(
        new Operation(Publishing, RetryLimits.Call, FailureKind.PartRefused),
        tries => PublishOnceAsync(session, tries, cancellationToken),
        cancellationToken);

    /// <summary>An answer that was lost may have closed it, and then the next one says that it is gone.</summary>
    public Task RehearseAsync(string session, CancellationToken cancellationToken) => retry.RunAsync(
        new Operation($"{options.Name}: publishing in a dry run", RetryLimits.Call, FailureKind.PartRefused),
        async tries =>
        {
            using var content = new TracedContent();
            using var request = Closing(session, content, $"&{Assumptions.DryRunFlag}");
            try
            {
                return (await calls.AskAsync(request, IsPublished, cancellationToken)).Status;
            }
            catch (FaultException failure) when (IsGone(failure))
            {
                return tries.IsFirst ? throw Lost(session) : 0;
            }
        },
        cancellationToken);

    private string Publishing => $"{options.Name}: publishing";

    /// <summary>A session that is gone after a failed try may have been published by that one.</summary>
    private async Task<int> PublishOnceAsync(string session, Tries tries, CancellationToken cancellationToken)
    {
        using var content = new TracedContent();
        using var request = Closing(session, content);
        try
        {
            return await OneShot.SendAsync(
                Publishing,
                content,
                options.Clock,
                async deadline => (await calls.AskAsync(request, IsPublished, deadline, CancellationToken.None)).Status,
                cancellationToken);
        }
        catch (FaultException failure) when (IsGone(failure))
        {
            throw tries.IsFirst ? Lost(session) : OneShot.Unclear(Publishing, failure);
        }
    }

    private HttpRequestMessage Closing(string session, TracedContent content, string query = "") =>
        new(HttpMethod.Put, calls.Address($"/me/uploads/{Uri.EscapeDataString(session)}/closed", query)) { Content = content };

    private DestinationException Lost(string session) => sessions.Lost(session, "the service does not know it any more");

    private static bool IsPublished(Answer answer) => Assumptions.IsPublished(answer.Text, answer.Json is not null);

    private static bool IsGone(FaultException failure) => failure.Fault is { Kind: FaultKind.NotThere, Stated: true };
}
