using MapThePaths.Core.Destinations;
using MapThePaths.Destinations.Http;

namespace MapThePaths.Destinations.MapThePathsWeb;

/// <summary>
/// The list of sequences that a Map the Paths Web server keeps, and which generation of its contract it speaks. Make one and keep it for a
/// run: it remembers what it handed over.
/// </summary>
/// <param name="token">Asked before every request; null when nobody is signed in.</param>
public sealed class MapThePathsWebEntries(MapThePathsWebOptions options, Func<CancellationToken, Task<string?>> token)
{
    private static readonly HttpClient Kept = HttpClients.Pooled();

    // For calls that must not be repeated.
    private static readonly HttpClient Fresh = HttpClients.Fresh();

    private readonly Retry _retry = new(options.Clock, options.Jitter);

    /// <summary>As <see cref="EntryService.FindContractAsync"/> wants it.</summary>
    public async Task<EntryContract> FindContractAsync(string? known, CancellationToken cancellationToken) =>
        await LookForContractAsync(known, cancellationToken) ?? throw new DestinationException(
            FailureKind.AskedWrongly,
            "no-such-server",
            $"{options.Name}: {options.Url} knows none of the calls that Map the Paths Web has had. Check MTP_WEB_URL")
        {
            SaysWhatToDo = true,
        };

    /// <summary>
    /// Each generation has a call that the other one answers with a page, and that refuses an empty form before it does anything: a stranger
    /// in one way (403), a friend in another (mtpw.md §3, §4, §5). Null when there is neither.
    /// </summary>
    internal async Task<EntryContract?> LookForContractAsync(string? known, CancellationToken cancellationToken)
    {
        var fresh = new WebCalls(Fresh, options, token);
        var head = (HeadContract.Probe, new HeadContract(fresh, _retry, options).Contract());
        var seed = (SeedContract.Probe, new SeedContract(fresh, _retry, options).Contract());
        foreach (var (probe, contract) in known == SeedContract.Name ? [seed, head] : new[] { head, seed })
        {
            if (await IsThereAsync(probe, cancellationToken))
            {
                return contract;
            }
        }

        return null;
    }

    private Task<bool> IsThereAsync(string probe, CancellationToken cancellationToken) => _retry.RunAsync(
        new Operation($"{options.Name}: asking the server", RetryLimits.Greeting, FailureKind.SignInNeeded),
        _ => AskOnceAsync(probe, cancellationToken),
        cancellationToken);

    private async Task<bool> AskOnceAsync(string probe, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, options.Url + probe) { Content = new FormUrlEncodedContent([]) };
        try
        {
            await new WebCalls(Kept, options, token).AskAsync(request, cancellationToken);
            return true;
        }
        catch (FaultException failure) when (failure.Fault.Kind is FaultKind.Refused or FaultKind.NotThere)
        {
            return failure.Fault.Stated;
        }
    }
}
