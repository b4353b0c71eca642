using MapThePaths.Core.Model;
using NodaTime;

namespace MapThePaths.Core.Catalog;

/// <summary>Where one photo is at one destination.</summary>
/// <param name="Part">Number of its part; null when it is in none.</param>
/// <param name="At">When it came into this state.</param>
/// <param name="Reason">Code.</param>
/// <param name="Message">The destination's own words.</param>
public sealed record LifeLine(
    string Path,
    long PhotoId,
    string Destination,
    string Account,
    int? Part,
    PhotoState State,
    Instant At,
    string? ImageId,
    string? Reason,
    string? Message)
{
    /// <summary>What the destination calls the account; null while it is in no part.</summary>
    public string? AccountName { get; init; }

    /// <summary>The sequence of its part: another one, when the photo was sent with that; null when it is in none.</summary>
    public long? SequenceId { get; init; }

    /// <summary>Whether the destination has it, published or not.</summary>
    public bool IsThere => State is PhotoState.Sent or PhotoState.Published or PhotoState.Visible or PhotoState.Missing;

    /// <summary>When its part was about to be published, if nobody knows whether it was; null otherwise.</summary>
    public Instant? UnclearSince { get; init; }

    /// <summary>Images of it that the destination had before, since it was sent more than once.</summary>
    public IReadOnlyList<string> FormerImages { get; init; } = [];
}
