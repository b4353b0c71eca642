namespace MapThePaths.App.Cli.Lines;

internal sealed record LookFailedLine(string Destination, string Message, double? NextLookIn) : JsonLine
{
    public override string Type => "look_failed";
}

internal sealed record SessionLine : JsonLine
{
    public override string Type => "session";

    public required string Destination { get; init; }

    public required string SessionKey { get; init; }

    public string? SequenceId { get; init; }

    public int? Part { get; init; }

    public string? CreatedAt { get; init; }

    public string? SeenAt { get; init; }

    /// <summary>What the user can do.</summary>
    public required string NextStep { get; init; }

    public static SessionLine Of(Core.Catalog.SessionStatus session) => new()
    {
        Destination = session.Destination,
        SessionKey = session.Key,
        SequenceId = session.SequenceId?.ToString(),
        Part = session.Part,
        CreatedAt = JsonLines.Iso(session.CreatedAt),
        SeenAt = JsonLines.Iso(session.SeenAt),
        NextStep = NextSteps.For(session),
    };
}

internal sealed record StatusSummary(int Parts, int Photos, int Sent, int Visible, int Missing, int ExitCode) : JsonLine
{
    public override string Type => "summary";
}
