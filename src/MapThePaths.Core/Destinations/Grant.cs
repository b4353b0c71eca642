using NodaTime;

namespace MapThePaths.Core.Destinations;

/// <summary>What a service gives to somebody who signed in.</summary>
/// <param name="Token">The secret itself.</param>
/// <param name="Lifetime">From now on; null when the service names no end.</param>
/// <param name="Scopes">What the token allows, in the service's words; null when nobody said so.</param>
public sealed record Grant(string Token, Duration? Lifetime, IReadOnlyList<string>? Scopes)
{
    /// <summary>Names no secret.</summary>
    public override string ToString() => "a token";
}
