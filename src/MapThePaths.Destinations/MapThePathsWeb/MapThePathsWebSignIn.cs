using MapThePaths.Core.Destinations;

namespace MapThePaths.Destinations.MapThePathsWeb;

/// <summary>Whether a token is good. No call tells whose it is, nor is there one for trying it; looking for the server's contract tries it as well.</summary>
/// <param name="token">Asked before every request; null when nobody is signed in.</param>
public sealed class MapThePathsWebSignIn(MapThePathsWebOptions options, Func<CancellationToken, Task<string?>> token) : ISignIn
{
    private readonly MapThePathsWebEntries _entries = new(options, token);

    /// <summary>An account without id and name. Where a server speaks no contract that we know, the token is taken for good.</summary>
    public async Task<Account> WhoAmIAsync(CancellationToken cancellationToken)
    {
        await _entries.LookForContractAsync(known: null, cancellationToken);
        return new Account("", "");
    }
}
