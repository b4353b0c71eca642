using MapThePaths.Core.Catalog;
using MapThePaths.Core.Destinations;
using MapThePaths.Core.Model;

namespace MapThePaths.Core.Following;

/// <summary>The destinations that one run looks at, under which name its user is known there today (images are found by it), and which could not be asked.</summary>
internal sealed class Lookout(DestinationLookup destinations, IProgress<FlowEvent> progress)
{
    private readonly Dictionary<string, DestinationException> _failures = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (PhotoDestination Destination, Account Account)> _known = new(StringComparer.Ordinal);

    /// <summary>Why destinations were left out, by their names.</summary>
    public IReadOnlyDictionary<string, DestinationException> Failures => _failures;

    public bool MayAsk(PartToFollow part) => !_failures.ContainsKey(part.Destination);

    /// <summary>Leaves a destination out from now on.</summary>
    public void LeaveOut(string destination, DestinationException failure)
    {
        _failures.Add(destination, failure);
        progress.Report(new LookFailed(destination, failure.Message, NextLookIn: null));
    }

    /// <summary>Who can be asked about a part, and the part with its account's present name where that is known.</summary>
    /// <exception cref="DestinationException">The destination cannot be asked now.</exception>
    public async Task<(IWatcher Watcher, PartToFollow Part)> OnAsync(PartToFollow part, CancellationToken cancellationToken)
    {
        var known = await AtAsync(part.Destination, cancellationToken);
        return (known.Destination.Watcher, known.Account.Id == part.Account.Id ? part with { Account = known.Account } : part);
    }

    /// <summary>A destination, and who is signed in there.</summary>
    /// <exception cref="DestinationException">The destination cannot be asked now.</exception>
    public async Task<(PhotoDestination Destination, Account Account)> AtAsync(string name, CancellationToken cancellationToken)
    {
        if (!_known.TryGetValue(name, out var known))
        {
            var destination = await destinations(name, cancellationToken);
            known = (destination, await destination.SignIn.WhoAmIAsync(cancellationToken));
            _known.Add(name, known);
        }

        return known;
    }
}
