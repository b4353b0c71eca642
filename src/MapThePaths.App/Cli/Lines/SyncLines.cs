namespace MapThePaths.App.Cli.Lines;

/// <summary>What Map the Paths Web knows of a part's sequence.</summary>
internal sealed record EntryLine : JsonLine
{
    public override string Type => "mtpw";

    public required string SequenceId { get; init; }

    public required int Part { get; init; }

    public required string Destination { get; init; }

    public string? SequenceKey { get; init; }

    public required string Server { get; init; }

    public string? Contract { get; init; }

    public string? MtpwId { get; init; }

    public required string State { get; init; }

    public string? Needs { get; init; }

    public string? At { get; init; }

    public string? Error { get; init; }

    /// <summary>What the user can do; null when there is nothing to do.</summary>
    public string? NextStep { get; init; }

    public static EntryLine Of(Core.Model.EntryStatus entry) => new()
    {
        SequenceId = entry.SequenceId.ToString(),
        Part = entry.Part,
        Destination = entry.Destination,
        SequenceKey = entry.SequenceKey,
        Server = entry.Server,
        Contract = entry.Contract,
        MtpwId = entry.EntryId,
        State = Core.Model.EntryWords.Word(entry.State),
        Needs = entry.Needs is { } need ? Core.Model.EntryWords.Word(need) : null,
        At = JsonLines.Iso(entry.At),
        Error = entry.Error,
        NextStep = NextSteps.For(entry),
    };
}

internal sealed record SyncSummary : JsonLine
{
    public override string Type => "summary";

    public int Entries { get; init; }

    public int Synced { get; init; }

    public int Waiting { get; init; }

    public int Unclear { get; init; }

    public int Failed { get; init; }

    public int ExitCode { get; init; }

    /// <summary>What ended the run early; null when nothing did.</summary>
    public string? Error { get; init; }

    public static SyncSummary Of(Syncing.SyncResult result, string? error) => new()
    {
        Entries = result.Entries,
        Synced = result.Synced,
        Waiting = result.Waiting,
        Unclear = result.Unclear,
        Failed = result.Failed,
        ExitCode = result.ExitCode,
        Error = error,
    };
}
