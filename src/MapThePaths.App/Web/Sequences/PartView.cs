using MapThePaths.App.Web.Runs;
using MapThePaths.Core.Catalog;
using MapThePaths.Core.Model;

namespace MapThePaths.App.Web.Sequences;

/// <summary>A part at a destination; a run tells of it whenever it changes.</summary>
internal sealed record PartView : RunEvent
{
    internal override string Key => $"part {Destination} {Number}";

    public required string Destination { get; init; }

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

    public static PartView Of(PartStatus part) => new()
    {
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
