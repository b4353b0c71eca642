using MapThePaths.App.Sending;
using NodaTime;

namespace MapThePaths.App.Cli.Lines;

internal sealed record ProgressLine(int PhotosSent, int Photos, long BytesSent, long Bytes) : JsonLine
{
    public override string Type => "progress";
}

internal sealed record WaitingLine(string? Path, double Seconds, string Why) : JsonLine
{
    public override string Type => "waiting";
}

internal sealed record FailedLine(string Path, string Code, string Message) : JsonLine
{
    public override string Type => "failed";
}

internal sealed record PartLine : JsonLine
{
    public override string Type => "part";

    public required string SequenceId { get; init; }

    public required int Part { get; init; }

    public required string Destination { get; init; }

    public required string Account { get; init; }

    public required string State { get; init; }

    public string? SessionKey { get; init; }

    public string? PublicationId { get; init; }

    public required int Photos { get; init; }

    public required int Sent { get; init; }

    public IReadOnlyList<string> RemoteSequenceIds { get; init; } = [];

    public required int Visible { get; init; }

    public required int Missing { get; init; }

    public string? NextLookAt { get; init; }

    public string? Error { get; init; }

    /// <summary>What the user can do; null when there is nothing to do but wait.</summary>
    public string? NextStep { get; init; }

    public static PartLine Of(Core.Catalog.PartStatus part, Instant now) => new()
    {
        SequenceId = part.SequenceId.ToString(),
        Part = part.Number,
        Destination = part.Destination,
        Account = part.AccountName,
        State = Core.Model.StateWords.Word(part.State),
        SessionKey = part.SessionKey,
        PublicationId = part.PublicationId,
        Photos = part.Photos,
        Sent = part.Sent,
        RemoteSequenceIds = part.RemoteSequences,
        Visible = part.Visible,
        Missing = part.Missing,
        NextLookAt = JsonLines.Iso(part.NextLookAt),
        Error = part.Error,
        NextStep = NextSteps.For(part, now),
    };
}

internal sealed record SendSummary : JsonLine
{
    public override string Type => "summary";

    public required IReadOnlyList<string> SequenceIds { get; init; }

    public int Photos { get; init; }

    public int Sent { get; init; }

    /// <summary>Of those sent, how many an earlier run had brought there.</summary>
    public int SentEarlier { get; init; }

    public int AlreadySent { get; init; }

    /// <summary>Of those sent now or before, how many are in a part that is neither published nor being published.</summary>
    public int Unpublished { get; init; }

    public int LeftOut { get; init; }

    public int Failed { get; init; }

    /// <summary>Of those that failed, how many are not refused: the next run sends them.</summary>
    public int Waiting { get; init; }

    public int DryRun { get; init; }

    /// <summary>Of those that were there already, how many would be sent otherwise today.</summary>
    public int Corrected { get; init; }

    public int Visible { get; init; }

    public int ExitCode { get; init; }

    /// <summary>What ended the run early; null when nothing did.</summary>
    public string? Error { get; init; }

    public static SendSummary Of(SentResult result) => new()
    {
        SequenceIds = result.SequenceIds,
        Photos = result.Photos,
        Sent = result.Sent,
        SentEarlier = result.SentEarlier,
        AlreadySent = result.AlreadySent,
        Unpublished = result.Unpublished,
        LeftOut = result.LeftOut,
        Failed = result.Failed,
        Waiting = result.Waiting,
        DryRun = result.DryRun,
        Corrected = result.Corrected,
        Visible = result.Visible,
        ExitCode = result.ExitCode,
        Error = result.Error,
    };
}
