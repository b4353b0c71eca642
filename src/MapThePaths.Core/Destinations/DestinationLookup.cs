namespace MapThePaths.Core.Destinations;

/// <summary>Finds a destination by its name, ready to be used.</summary>
/// <exception cref="DestinationException">It is known but cannot be used now: <see cref="FailureKind.SignInNeeded"/> without a token.</exception>
public delegate Task<PhotoDestination> DestinationLookup(string name, CancellationToken cancellationToken);
