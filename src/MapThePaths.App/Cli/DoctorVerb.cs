using System.CommandLine;
using MapThePaths.App.Cli.Lines;
using MapThePaths.App.SigningIn;
using Spectre.Console;

namespace MapThePaths.App.Cli;

/// <summary><c>mtpdu doctor</c>: what was found, what is missing, and what to do.</summary>
internal static class DoctorVerb
{
    private static readonly CheckWords Words = new(Advice.WithAdvice, BrowserSignIn.HowToSetUp, "'mtpdu sync --consent' agrees; without that, sync waits.");

    public static Command Create()
    {
        var command = new Command("doctor", "Checks settings, catalog and services, and says what to do.");
        command.SetVerb((_, context, cancellationToken) => RunAsync(context, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(VerbContext context, CancellationToken cancellationToken)
    {
        context.LookAs(account: null);
        var checks = await Checkup.DoAsync(context.Composition, Words, cancellationToken);
        foreach (var check in checks)
        {
            context.Output.Line(CheckLine.Of(check));
        }

        context.Output.Say(Table(checks));
        context.Output.Line(new DoctorSummary(Composition.Version, checks.Count, checks.Count(check => !check.Ok), ExitCode.Done));
        return ExitCode.Done;
    }

    private static Grid Table(IEnumerable<Check> checks)
    {
        var table = new Grid().AddColumn(new GridColumn { NoWrap = true }).AddColumn(new GridColumn { NoWrap = true }).AddColumn();
        foreach (var check in checks)
        {
            table.AddRow(new Text(check.Word), new Text(check.Name), new Text(check.NextStep is { } step ? $"{check.Detail}\n{step}" : check.Detail));
        }

        return table;
    }
}
