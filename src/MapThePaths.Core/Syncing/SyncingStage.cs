using System.Runtime.ExceptionServices;
using MapThePaths.Core.Catalog;
using MapThePaths.Core.Destinations;
using MapThePaths.Core.Model;
using NodaTime;

namespace MapThePaths.Core.Syncing;

/// <summary>Tells a service that lists sequences where ours are, each once.</summary>
public sealed class SyncingStage
{
    // The server does not hear that its caller was killed, and may be at it as long as a caller would wait for it; a look before that would
    // see nothing of it, and a second call would take away what the first one brings (mtpw.md §5).
    private static readonly Duration LongestImport = Duration.FromSeconds(60);

    private readonly OpenCatalog _catalog;
    private readonly TimeProvider _time;

    public SyncingStage(OpenCatalog catalog, TimeProvider time)
    {
        _catalog = catalog;
        _time = time;
    }

    private Instant Now => _time.Now();

    /// <summary>Whether anything could go on. Asks nobody.</summary>
    public bool HasWork(string server, IReadOnlyList<string> destinations, SyncTerms terms) =>
        _catalog.Syncing.Entries(server, destinations, terms.SequenceId).Any(entry =>
            entry.Needs is null or EntryNeed.SignIn && NextSteps.IsTried(entry.Step, entry.ErrorCode == EntryStatus.Refused, terms));

    /// <summary>Brings every entry as far as it comes. One that the server refuses does not keep the others. Without the user's consent nothing is asked.</summary>
    /// <exception cref="DestinationException">The run cannot go on: sign-in needed, or the server cannot be asked.</exception>
    public async Task RunAsync(EntryService service, SyncTerms terms, IProgress<FlowEvent> progress, CancellationToken cancellationToken)
    {
        if (!HasWork(service.Server, service.Destinations, terms))
        {
            return;
        }

        var contract = await service.FindContractAsync(_catalog.Syncing.Server(service.Server).Contract, cancellationToken);
        _catalog.Syncing.StoreContract(service.Server, contract.Name);
        var entries = _catalog.Syncing.Begin(service, contract.Name, terms.SequenceId, Now);
        Dictionary<(string Destination, string Account), Task<string>> tokens = [];
        foreach (var entry in entries.Where(entry => NextSteps.For(entry, contract, terms) != NextStep.Nothing))
        {
            var token = TokenOf(entry);
            var failure = await SyncAsync(entry, contract, token, terms, progress, cancellationToken);
            progress.Report(new EntryChanged(_catalog.Syncing.Entry(entry.Id)));
            if (failure is { Code: EntryContract.TokenRefused })
            {
                tokens[SenderOf(entry)] = Task.FromException<string>(failure);
            }

            if (failure is { Kind: FailureKind.SignInNeeded or FailureKind.Unreachable } && !token.IsFaulted)
            {
                ExceptionDispatchInfo.Throw(failure);
            }
        }

        // Each asked for once: one sender's failure is no other's.
        Task<string> TokenOf(EntryToSync entry)
        {
            var sender = SenderOf(entry);
            return tokens.TryGetValue(sender, out var known) ? known : tokens[sender] = service.TokenOfAsync(entry.Destination, entry.Account, cancellationToken);
        }
    }

    private static (string Destination, string Account) SenderOf(EntryToSync entry) => (entry.Destination, entry.Account.Id);

    /// <returns>What kept the entry from going on; null when nothing did.</returns>
    private async Task<DestinationException?> SyncAsync(
        EntryToSync entry, EntryContract contract, Task<string> token, SyncTerms terms, IProgress<FlowEvent> progress, CancellationToken cancellationToken)
    {
        try
        {
            await token;
            while (entry.Step != EntryStep.Synced)
            {
                entry = NextSteps.For(entry, contract, terms) switch
                {
                    NextStep.Create => await CreateAsync(entry, contract, cancellationToken),
                    NextStep.Look => await LookAsync(entry, contract, terms, progress, cancellationToken),
                    _ => await ImportAsync(entry, contract, await token, cancellationToken),
                };
            }

            return null;
        }
        catch (DestinationException failure)
        {
            _catalog.Syncing.NoteTrouble(entry.Id, CodeOf(failure, token), failure.Message);
            return failure;
        }
    }

    private async Task<EntryToSync> CreateAsync(EntryToSync entry, EntryContract contract, CancellationToken cancellationToken)
    {
        _catalog.Syncing.MarkCreating(entry.Id, contract.Name, Now);
        var id = await UndoneUnlessUnclearAsync(entry, () => contract.CreateAsync!(entry.Text, cancellationToken));
        _catalog.Syncing.MarkCreated(entry.Id, contract.Name, id, Now);
        return entry with { Step = EntryStep.Created, EntryId = id };
    }

    private async Task<EntryToSync> LookAsync(
        EntryToSync entry, EntryContract contract, SyncTerms terms, IProgress<FlowEvent> progress, CancellationToken cancellationToken)
    {
        if (!await IsAttachedAsync(entry, contract, progress, cancellationToken))
        {
            return terms.CreatesAgain ? entry with { Step = EntryStep.New, EntryId = null } : entry with { Step = EntryStep.Created };
        }

        _catalog.Syncing.MarkSynced(entry.Id, contract.Name, entry.EntryId!, Now);
        return entry with { Step = EntryStep.Synced };
    }

    // What is there counts at once; what is not yet there counts as absent only when no call can be on its way any more.
    private async Task<bool> IsAttachedAsync(EntryToSync entry, EntryContract contract, IProgress<FlowEvent> progress, CancellationToken cancellationToken)
    {
        Task<bool> SeenAsync() => contract.LookAsync!(entry.EntryId!, entry.SequenceKey, cancellationToken);
        if (await SeenAsync())
        {
            return true;
        }

        var rest = entry.At + LongestImport - Now;
        if (rest <= Duration.Zero)
        {
            return false;
        }

        progress.Report(new DestinationWaits(rest.ToTimeSpan(), $"the server may still be at the last import of '{entry.Text.Name}'"));
        await Task.Delay(rest.ToTimeSpan(), _time, cancellationToken);
        return await SeenAsync();
    }

    private async Task<EntryToSync> ImportAsync(EntryToSync entry, EntryContract contract, string token, CancellationToken cancellationToken)
    {
        _catalog.Syncing.MarkImporting(entry.Id, contract.Name, Now);
        try
        {
            var id = await UndoneUnlessUnclearAsync(
                entry, () => contract.ImportAsync(new EntryImport(entry.EntryId, entry.Text, entry.Destination, entry.SequenceKey, token), cancellationToken));
            _catalog.Syncing.MarkSynced(entry.Id, contract.Name, id, Now);
            return entry with { Step = EntryStep.Synced, EntryId = id };
        }
        catch (DestinationException failure) when (failure.Kind == FailureKind.Unclear && contract.LookAsync is not null)
        {
            // What it has stored can be seen at once; when it cannot, the server may still be at it, and a later run looks again.
            if (!await SeesAsync(entry, contract, cancellationToken))
            {
                throw;
            }

            _catalog.Syncing.MarkSynced(entry.Id, contract.Name, entry.EntryId!, Now);
            return entry with { Step = EntryStep.Synced };
        }
    }

    private static async Task<bool> SeesAsync(EntryToSync entry, EntryContract contract, CancellationToken cancellationToken)
    {
        try
        {
            return await contract.LookAsync!(entry.EntryId!, entry.SequenceKey, cancellationToken);
        }
        catch (DestinationException)
        {
            return false;
        }
    }

    // The contract's word: after any other failure, and after cancellation, the call has done nothing.
    private async Task<string> UndoneUnlessUnclearAsync(EntryToSync entry, Func<Task<string>> call)
    {
        try
        {
            return await call();
        }
        catch (OperationCanceledException)
        {
            _catalog.Syncing.Withdraw(entry.Id);
            throw;
        }
        catch (DestinationException failure) when (failure.Kind != FailureKind.Unclear)
        {
            _catalog.Syncing.Withdraw(entry.Id);
            throw;
        }
    }

    /// <param name="token">The destination's: when there is none, the sign-in is missing there.</param>
    private static string CodeOf(DestinationException failure, Task<string> token) => failure.Kind switch
    {
        FailureKind.SignInNeeded when token.IsFaulted => EntryStatus.SenderNotSignedIn,
        FailureKind.SignInNeeded => EntryStatus.NotSignedIn,
        FailureKind.Unreachable => "unreachable",
        FailureKind.Unclear => "unclear",
        _ => EntryStatus.Refused,
    };
}

/// <summary>What one run of syncing is to do.</summary>
/// <param name="SequenceId">Only this sequence; null for all.</param>
public sealed record SyncTerms(long? SequenceId)
{
    /// <summary>Asks again what the server refused.</summary>
    public bool TriesRefused { get; init; }

    /// <summary>Makes a new entry where nobody knows whether one was made.</summary>
    public bool CreatesAgain { get; init; }
}
