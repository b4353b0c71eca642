namespace MapThePaths.App.Cli.Lines;

internal sealed record PlannedPartLine : JsonLine
{
    public override string Type => "part";

    public required string SequenceId { get; init; }

    public required int? Part { get; init; }

    public required string Destination { get; init; }

    public required int Photos { get; init; }

    public required long Bytes { get; init; }

    public required string CutReason { get; init; }

    public required string IfPhotoFails { get; init; }

    public double? CutValue { get; init; }

    public double? CutLimit { get; init; }

    public string? Make { get; init; }

    public string? Model { get; init; }

    public required double Distance { get; init; }

    public required double Duration { get; init; }

    public required double AverageSpeed { get; init; }

    public string? EarliestAt { get; init; }

    public string? LatestAt { get; init; }

    public static PlannedPartLine Of(Core.Model.Plan plan, Core.Model.PlannedPart part, ErrorPolicy policy) => new()
    {
        SequenceId = plan.Sequence.Id.ToString(),
        Part = part.Number,
        Destination = plan.Destination,
        Photos = part.Photos.Count,
        Bytes = part.Bytes,
        CutReason = part.Cut.Code,
        IfPhotoFails = policy.PartWord,
        CutValue = part.Measure?.Value,
        CutLimit = part.Measure?.Limit,
        Make = part.Photos[0].Photo.Capture.Make,
        Model = part.Photos[0].Photo.Capture.Model,
        Distance = Math.Round(part.Totals.Metres, 3),
        Duration = part.Totals.Duration.TotalSeconds,
        AverageSpeed = Math.Round(part.Totals.KilometresPerHour, 3),
        EarliestAt = JsonLines.Iso(part.Totals.Earliest),
        LatestAt = JsonLines.Iso(part.Totals.Latest),
    };
}

/// <summary>Something that looks wrong with a clock or a compass, and the command that would mend it.</summary>
internal sealed record ProposalLine(string Reason, string Evidence, int Photos, int MatchingBefore, int MatchingAfter, string Command) : JsonLine
{
    public override string Type => "proposal";

    public static ProposalLine Of(Core.Model.Proposal proposal, string sequence) => new(
        proposal.Reason.Code, proposal.Evidence, proposal.Photos, proposal.MatchingBefore, proposal.MatchingAfter, Wording.Accept(proposal, sequence));
}

/// <summary>A photo that the destination has otherwise than it would be sent today.</summary>
internal sealed record CorrectedLine(string Path, string Destination, IReadOnlyList<string> Reasons, string? ImageId) : JsonLine
{
    public override string Type => "corrected";
}

internal sealed record PlanSummary(
    IReadOnlyList<string> SequenceIds, int Parts, int Photos, long Bytes, int LeftOut, int AlreadyThere, int Corrected, bool NeedsTimeZone, string? Refusal, int ExitCode) : JsonLine
{
    public override string Type => "summary";

    public required string OnErrors { get; init; }

    public required double Distance { get; init; }

    public required double Duration { get; init; }

    public required double AverageSpeed { get; init; }
}
