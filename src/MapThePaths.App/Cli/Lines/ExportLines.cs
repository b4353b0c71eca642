namespace MapThePaths.App.Cli.Lines;

/// <summary>A file among exported copies that is none of them.</summary>
internal sealed record LeftoverLine(string Path) : JsonLine
{
    public override string Type => "leftover";
}

internal sealed record ExportSummary(
    IReadOnlyList<string> SequenceIds, string Folder, int Photos, int Written, int AlreadyThere, int LeftOut, int Failed, int Waiting, int Leftovers, int ExitCode, string? Error) : JsonLine
{
    public override string Type => "summary";
}
