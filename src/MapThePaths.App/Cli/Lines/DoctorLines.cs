namespace MapThePaths.App.Cli.Lines;

internal sealed record CheckLine(string Name, bool Ok, string Detail, string? NextStep) : JsonLine
{
    public override string Type => "check";

    public static CheckLine Of(Check check) => new(check.Name, check.Ok, check.Detail, check.NextStep);
}

internal sealed record DoctorSummary(string Version, int Checks, int Troubles, int ExitCode) : JsonLine
{
    public override string Type => "summary";
}
