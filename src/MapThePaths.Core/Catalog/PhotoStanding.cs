using MapThePaths.Core.Model;
using NodaTime;

namespace MapThePaths.Core.Catalog;

/// <summary>How one photo stands at one destination.</summary>
/// <param name="PartState">Of the part it is in; null when it is in none.</param>
/// <param name="IsDryRun">Its part is sent for a rehearsal only.</param>
/// <param name="IsInTrouble">Something keeps its part from going on.</param>
/// <param name="SentAt">When the destination last acknowledged its bytes; null before it did.</param>
public sealed record PhotoStanding(long PhotoId, PhotoState State, PartState? PartState, bool IsDryRun, bool IsInTrouble, Instant? SentAt)
{
    /// <summary>The destination has its bytes and may have published them.</summary>
    public bool IsThere => State is PhotoState.Published or PhotoState.Visible or PhotoState.Missing || (State == PhotoState.Sent && !IsDryRun);

    /// <summary>Published, or in a part whose publishing may have happened.</summary>
    public bool IsCommitted => State is PhotoState.Published or PhotoState.Visible or PhotoState.Missing
        || (PartState is Model.PartState.Publishing or Model.PartState.Processing or Model.PartState.Live && State == PhotoState.Sent);
}
