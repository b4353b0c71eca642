using NodaTime;

namespace MapThePaths.Core.Destinations;

/// <summary>A destination that shows its upload sessions as long as they are open, and again when they failed.</summary>
/// <remarks>
/// Which kinds of failure may come, and what the stage does then:
/// <code>
/// kind            looking once                           following to the end
/// SignInNeeded    the destination is left for this run   likewise
/// Unreachable     likewise                               its sessions are not asked for again; its parts are looked at all the same
/// </code>
/// In all cases the sessions stay as the catalog knows them, and the user is told that they do.
/// </remarks>
public interface ISessionList
{
    /// <summary>All that it shows the current user, other programs' sessions among them. May be called as often as its service's limits allow.</summary>
    Task<IReadOnlyList<RemoteSession>> SessionsAsync(CancellationToken cancellationToken);
}

/// <summary>One upload session as the destination shows it.</summary>
/// <param name="Key">As <see cref="ISender.OpenSessionAsync"/> gave it.</param>
/// <param name="Failure">Why the destination gave it up, in its own words; null while it is open.</param>
/// <param name="CreatedAt">Null when the destination does not say.</param>
/// <param name="Record">The whole record as received (JSON).</param>
public sealed record RemoteSession(string Key, string? Failure, Instant? CreatedAt, string Record);
