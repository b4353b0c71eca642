using MapThePaths.App.Web.Runs;
using MapThePaths.Core.Model;

namespace MapThePaths.App.Web.Syncing;

/// <summary>What a service that lists sequences knows of a published part; a run tells of it whenever it changes.</summary>
internal sealed record EntryView : RunEvent
{
    internal override string Key => $"entry {Server} {Destination} {Part} {SequenceKey}";

    public required int Part { get; init; }

    /// <summary>Where its images are.</summary>
    public required string Destination { get; init; }

    /// <summary>What that destination calls the sequence; absent until it shows it.</summary>
    public string? SequenceKey { get; init; }

    /// <summary>Address of the service that lists it.</summary>
    public required string Server { get; init; }

    /// <summary>What that service calls the entry; absent while nobody knows.</summary>
    public string? EntryId { get; init; }

    public required EntryState State { get; init; }

    /// <summary>What it waits for.</summary>
    public EntryNeed? Needs { get; init; }

    /// <summary>Since when; absent before it was begun.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>What keeps it from going on.</summary>
    public string? Error { get; init; }

    public string? NextStep { get; init; }

    public static EntryView Of(EntryStatus entry) => new()
    {
        Part = entry.Part,
        Destination = entry.Destination,
        SequenceKey = entry.SequenceKey,
        Server = entry.Server,
        EntryId = entry.EntryId,
        State = entry.State,
        Needs = entry.Needs,
        At = entry.At?.ToDateTimeOffset(),
        Error = entry.Error,
        NextStep = PageSteps.For(entry),
    };
}
