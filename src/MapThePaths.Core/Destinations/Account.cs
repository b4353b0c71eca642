namespace MapThePaths.Core.Destinations;

/// <summary>Who sends, as the destination knows him. The ledger of sent photos is kept by <see cref="Id"/>.</summary>
/// <param name="Id">Never changes; opaque.</param>
/// <param name="Name">The user's name there; may change.</param>
public sealed record Account(string Id, string Name);
