using MapThePaths.Core.Destinations;
using MapThePaths.Destinations.Http;
using MapThePaths.Destinations.Searching;

namespace MapThePaths.Destinations.MapillaryV3;

/// <summary>Questions to the API, which may be asked as often as it takes, and lists of several pages.</summary>
internal sealed class Questions(ApiCalls calls, Retry retry, MapillaryV3Options options)
{
    /// <param name="what">Says in messages what is being done.</param>
    /// <param name="wanted">What an answer must hold to be a success.</param>
    public Task<Answer> AskAsync(string address, string what, Predicate<Answer> wanted, CancellationToken cancellationToken) => retry.RunAsync(
        new Operation(Named(what), RetryLimits.Call, FailureKind.Unreachable),
        async _ =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            return await calls.AskAsync(request, wanted, cancellationToken);
        },
        cancellationToken);

    /// <summary>All pages, the first to the last, each as the one before names it.</summary>
    public async Task<IReadOnlyList<Answer>> PagesAsync(string first, string what, Predicate<Answer> wanted, CancellationToken cancellationToken)
    {
        List<Answer> pages = [];
        string? address = first;
        while (address is not null)
        {
            if (pages.Count == Pages.Most)
            {
                throw Lost(what, "the service shows page after page");
            }

            pages.Add(await AskAsync(address, what, wanted, cancellationToken));
            address = NextPage(pages[^1], what);
        }

        return pages;
    }

    private string? NextPage(Answer answer, string what) => answer.NextPage is { } next
        ? Pages.AtHome(options.Url, next) ?? throw Lost(what, "the service names a next page that is not its own")
        : null;

    private string Named(string what) => $"{options.Name}: {what}";

    private DestinationException Lost(string what, string why) => new(FailureKind.Unreachable, "strange-paging", $"{Named(what)}: {why}.");
}
