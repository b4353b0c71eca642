using MapThePaths.App.Web.Runs;
using MapThePaths.Core.Catalog;
using MapThePaths.Core.Model;

namespace MapThePaths.App.Web.Sequences;

/// <summary>A part at a destination; a run tells of it whenever it changes.</summary>
internal sealed record PartView : RunEvent
{
    internal override string Key => $"part {OtherSequence} {Destination} {Account} {Number}";

    /// <summary>The sequence that it belongs to; absent when that is the one asked about.</summary>
    public long? OtherSequence { get; init; }

    public required string Destination { get; init; }

    /// <summary>Its account; absent where all parts of its sequence there are of one.</summary>
    public string? Account { get; init; }

    /// <summary>Counts from 1.</summary>
    public required int Number { get; init; }

    public required PartState State { get; init; }

    public required int Photos { get; init; }

    /// <summary>Photos whose bytes the destination has acknowledged.</summary>
    public required int Sent { get; init; }

    public required int Visible { get; init; }

    public required int Missing { get; init; }

    public required int Failed { get; init; }

    public DateTimeOffset? NextLookAt { get; init; }

    /// <summary>What keeps it from going on.</summary>
    public string? Error { get; init; }

    public string? NextStep { get; init; }

    /// <param name="sequence">The one asked about; null for the part's own.</param>
    public static PartView Of(PartStatus part, OpenCatalog catalog, long? sequence = null) => new()
    {
        OtherSequence = part.SequenceId == (sequence ?? part.SequenceId) ? null : part.SequenceId,
        Account = catalog.Overview.HasSeveralAccounts(part.SequenceId, part.Destination) ? part.AccountName : null,
        Destination = part.Destination,
        Number = part.Number,
        State = part.State,
        Photos = part.Photos,
        Sent = part.Sent,
        Visible = part.Visible,
        Missing = part.Missing,
        Failed = part.Failed,
        NextLookAt = part.NextLookAt?.ToDateTimeOffset(),
        Error = part.Error,
        NextStep = PageSteps.For(part),
    };
}
