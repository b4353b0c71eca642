namespace MapThePaths.App.Cli.Lines;

/// <summary>A photo that a sequence's JSON file names, and no file was found.</summary>
internal sealed record NotFoundLine(string Name) : JsonLine
{
    public override string Type => "not_found";
}

internal sealed record ImportSummary(IReadOnlyList<string> SequenceIds, int Photos, int LeftOut, int PassedOver, int ExitCode, string? Error) : JsonLine
{
    public override string Type => "summary";
}
