namespace MapThePaths.App.Cli.Lines;

internal sealed record VerifiedPartLine : JsonLine
{
    public override string Type => "part";

    public required string SequenceId { get; init; }

    public required int Part { get; init; }

    public required string Destination { get; init; }

    public required string Account { get; init; }

    public required string State { get; init; }

    public string? PublicationId { get; init; }

    public IReadOnlyList<string> RemoteSequenceIds { get; init; } = [];

    public required int Visible { get; init; }

    public required int Missing { get; init; }

    public required int Differs { get; init; }

    public string? Error { get; init; }

    public static VerifiedPartLine Of(Core.Catalog.PartStatus part, Core.Model.PartVerification verification) => new()
    {
        SequenceId = part.SequenceId.ToString(),
        Part = part.Number,
        Destination = part.Destination,
        Account = part.AccountName,
        State = Core.Model.StateWords.Word(part.State),
        PublicationId = part.PublicationId,
        RemoteSequenceIds = part.RemoteSequences,
        Visible = verification.Matching,
        Missing = verification.Missing,
        Differs = verification.Differing,
        Error = part.Error,
    };
}

internal sealed record DiffersLine : JsonLine
{
    public override string Type => "differs";

    public required string Path { get; init; }

    public required string Destination { get; init; }

    public required int Part { get; init; }

    public required string Result { get; init; }

    public required string Reason { get; init; }

    public string? ImageId { get; init; }

    public double? Metres { get; init; }

    public double? Seconds { get; init; }

    public static DiffersLine Of(Core.Model.PhotoFinding finding, Core.Catalog.PartStatus part) => new()
    {
        Path = finding.Path,
        Destination = part.Destination,
        Part = part.Number,
        Result = finding.IsMissing ? "missing" : "differs",
        Reason = finding.Difference!.Code,
        ImageId = finding.ImageId,
        Metres = finding.Metres is { } metres ? Math.Round(metres, 2) : null,
        Seconds = finding.Seconds is { } seconds ? Math.Round(seconds, 3) : null,
    };
}

internal sealed record SafeToDeleteLine(string Path, long Size, string Destination, string ImageId) : JsonLine
{
    public override string Type => "safe_to_delete";
}

/// <param name="Destination">The one that the reason is about; null when it is about none of them.</param>
/// <param name="Account">Whose part there; null likewise, or when nobody knows.</param>
internal sealed record KeepLine(string Path, string Reason, string? Destination, string? Account) : JsonLine
{
    public override string Type => "keep";
}

internal sealed record VerifySummary : JsonLine
{
    public override string Type => "summary";

    public int Parts { get; init; }

    public int Photos { get; init; }

    public int Visible { get; init; }

    public int Missing { get; init; }

    public int Differs { get; init; }

    public int NotSent { get; init; }

    /// <summary>Null when nobody asked.</summary>
    public int? SafeToDelete { get; init; }

    public long? BytesToFree { get; init; }

    public int ExitCode { get; init; }

    /// <summary>Why a destination could not be asked, or nothing was to be compared; null when all was.</summary>
    public string? Error { get; init; }
}
