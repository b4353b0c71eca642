namespace MapThePaths.Core.Destinations;

/// <summary>A service that photos can be sent to, with the contracts it keeps.</summary>
/// <param name="Name">The word of the command line, such as <c>mapillary</c>; also the key in the catalog.</param>
public sealed record PhotoDestination(string Name, DestinationRules Rules, ISignIn SignIn, ISender Sender, IWatcher Watcher)
{
    /// <summary>Null where upload sessions are not shown.</summary>
    public ISessionList? Sessions { get; init; }
}
