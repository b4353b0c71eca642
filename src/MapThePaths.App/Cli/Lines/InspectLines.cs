using System.Text.Json.Serialization;

namespace MapThePaths.App.Cli.Lines;

internal sealed record PhotoLine : JsonLine
{
    public override string Type => "photo";

    public required string Path { get; init; }

    public required bool Accepted { get; init; }

    public string? Reason { get; init; }

    public double? Latitude { get; init; }

    public double? Longitude { get; init; }

    /// <summary>Left out when unknown.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? Altitude { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? AltitudeReference { get; init; }

    public double? Heading { get; init; }

    public string? HeadingReference { get; init; }

    public string? HeadingSource { get; init; }

    public string? CapturedAt { get; init; }

    public string? CapturedAtSource { get; init; }

    public string? Projection { get; init; }

    public int? Width { get; init; }

    public int? Height { get; init; }

    public string? Make { get; init; }

    public string? Model { get; init; }

    public IReadOnlyList<string> Warnings { get; init; } = [];
}

internal sealed record LeftOutLine(string Path, string Reason, string? Twin) : JsonLine
{
    public override string Type => "left_out";

    public static LeftOutLine Of(Core.Model.LeftOut leftOut) => new(leftOut.Path, leftOut.Reason.Code, leftOut.Twin);
}

internal sealed record InspectSummary(int Accepted, int LeftOut, int PassedOver, IReadOnlyDictionary<string, int> Reasons, int ExitCode) : JsonLine
{
    public override string Type => "summary";
}
