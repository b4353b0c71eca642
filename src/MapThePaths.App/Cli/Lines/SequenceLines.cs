using System.Text.Json.Serialization;
using NodaTime;

namespace MapThePaths.App.Cli.Lines;

internal sealed record SequenceLine : JsonLine
{
    public override string Type => "sequence";

    public required string Id { get; init; }

    public required string Name { get; init; }

    public required int Photos { get; init; }

    public string Description { get; init; } = "";

    public IReadOnlyList<string> Tags { get; init; } = [];

    public required string Transport { get; init; }

    public string? TimeZone { get; init; }

    public string? CreatedAt { get; init; }

    /// <summary>Those other than usual, as options.</summary>
    public IReadOnlyList<string> Rules { get; init; } = [];

    /// <summary>How its entries at Map the Paths Web stand; left out where there is none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Mtpw { get; init; }

    public static SequenceLine Of(Core.Model.Sequence sequence, int photos) => new()
    {
        Id = sequence.Id.ToString(),
        Name = sequence.Name,
        Photos = photos,
        Description = sequence.Description,
        Tags = sequence.Tags,
        Transport = sequence.Transport.ToString(),
        TimeZone = sequence.TimeZone,
        CreatedAt = JsonLines.Iso(sequence.CreatedAt),
        Rules = RuleOptions.Text(sequence.Rules),
    };
}

internal sealed record ShownPhotoLine(string Path, string? Reason, IReadOnlyList<ShownState> States) : JsonLine
{
    public override string Type => "photo";
}

internal sealed record ShownState(
    string Destination,
    string? Account,
    string? SequenceId,
    int? Part,
    string State,
    string? At,
    string? ImageId,
    IReadOnlyList<string> FormerImageIds,
    string? Reason,
    string? Message,
    string? NextStep)
{
    public static ShownState Of(Core.Catalog.LifeLine line, long sequenceId, Instant now) => new(
        line.Destination,
        line.AccountName,
        line.SequenceId?.ToString(),
        line.Part,
        Core.Model.StateWords.Word(line.State),
        JsonLines.Iso(line.At),
        line.ImageId,
        line.FormerImages,
        line.Reason,
        line.Message,
        NextSteps.For(line, line.SequenceId ?? sequenceId, now));
}

internal sealed record ShowSummary(int Count, double Distance, double Duration, double AverageSpeed, string? EarliestAt, string? LatestAt, IReadOnlyList<string> Cameras, int ExitCode) : JsonLine
{
    public override string Type => "summary";
}
