using System.CommandLine;
using MapThePaths.App.Cli.Lines;
using MapThePaths.Core.Catalog;
using MapThePaths.Core.Destinations;
using MapThePaths.Core.Model;

namespace MapThePaths.App.Cli;

/// <summary>Runs a verb and turns every way it can end into words and an exit code. The only place of the command line that catches everything.</summary>
internal static class Verb
{
    public static void SetVerb(this Command command, Func<ParseResult, VerbContext, CancellationToken, Task<int>> run) =>
        command.SetAction((parsed, _) => RunAsync(parsed, run));

    private static async Task<int> RunAsync(ParseResult parsed, Func<ParseResult, VerbContext, CancellationToken, Task<int>> run)
    {
        using var interruption = new Interruption();
        var output = new Output(parsed.GetValue(VerbOptions.Json));
        try
        {
            await using var composition = new Composition(Settings.Load());
            composition.Settings.EnvFiles.Select(file => file.Complaint).OfType<string>().ToList().ForEach(output.Complain);
            return await run(parsed, new VerbContext(composition, output, interruption), interruption.Now);
        }
        catch (OperationCanceledException) when (interruption.WasAskedFor)
        {
            return Fail(output, ExitCode.Cancelled, interruption.LeavesNothing
                ? "Stopped. Nothing of it is left; the same command begins anew."
                : $"Stopped. What was done is kept; {interruption.GoesOn}.");
        }
        catch (UserMistakeException mistake)
        {
            return Fail(output, ExitCode.WrongUsage, Wording.Mistake(mistake));
        }
        catch (DestinationException failure)
        {
            return Fail(output, ExitCode.Of(failure), failure.WithAdvice());
        }
        catch (CatalogException failure)
        {
            return Fail(output, ExitCode.ProgramFault, failure.Message);
        }
        catch (Exception fault) when (fault is not OperationCanceledException || !interruption.WasAskedFor)
        {
            return Fail(output, ExitCode.ProgramFault, $"This is a fault in the program: {fault.Message} {FaultReport.Write(fault)}");
        }
    }

    private static int Fail(Output output, int code, string message)
    {
        try
        {
            output.Complain(message);
            output.Line(new FailureSummary(code, message));
        }
        catch (IOException)
        {
            // Nobody can be told: the outputs themselves are what failed. The exit code remains.
        }

        return code;
    }
}
