using MapThePaths.Core.Catalog;
using MapThePaths.Core.Destinations;

namespace MapThePaths.Core.Following;

/// <summary>The destinations that one run looks at, and under which name its user is known there today: images are found by it.</summary>
internal sealed class Lookout(DestinationLookup destinations)
{
    private readonly Dictionary<string, (IWatcher Watcher, Account Account)> _known = new(StringComparer.Ordinal);

    /// <summary>Who can be asked about a part, and the part with its account's present name where that is known.</summary>
    /// <exception cref="DestinationException">The destination cannot be asked now.</exception>
    public async Task<(IWatcher Watcher, PartToFollow Part)> OnAsync(PartToFollow part, CancellationToken cancellationToken)
    {
        if (!_known.TryGetValue(part.Destination, out var known))
        {
            var destination = await destinations(part.Destination, cancellationToken);
            known = (destination.Watcher, await destination.SignIn.WhoAmIAsync(cancellationToken));
            _known.Add(part.Destination, known);
        }

        return (known.Watcher, known.Account.Id == part.Account.Id ? part with { Account = known.Account } : part);
    }
}
