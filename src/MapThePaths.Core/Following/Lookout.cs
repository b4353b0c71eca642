using MapThePaths.Core.Catalog;
using MapThePaths.Core.Destinations;

namespace MapThePaths.Core.Following;

/// <summary>The destinations that one run looks at, and under which name its user is known there today: images are found by it.</summary>
internal sealed class Lookout(DestinationLookup destinations)
{
    private readonly Dictionary<string, (PhotoDestination Destination, Account Account)> _known = new(StringComparer.Ordinal);

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
