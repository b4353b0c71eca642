using System.CommandLine;
using MapThePaths.App.Cli.Lines;
using MapThePaths.Core.Destinations;
using MapThePaths.Core.Model;

namespace MapThePaths.App.Cli;

/// <summary>The table of verbs, and how the program begins and ends.</summary>
internal static class CommandLine
{
    /// <param name="servePage">Starts the page; the command line knows no more of it.</param>
    public static async Task<int> RunAsync(string[] args, ServePage servePage)
    {
        var parsed = Root(servePage).Parse(args);
        if (parsed.Errors.Count > 0)
        {
            return WrongUsage(parsed);
        }

        // Ctrl-C is for Interruption to hear.
        var configuration = new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null };
        return await parsed.InvokeAsync(configuration);
    }

    private static RootCommand Root(ServePage servePage)
    {
        var root = new RootCommand($"Brings sequences of street-level photos to Mapillary, and tells for every photo where it is. Without a verb it opens the page.\n{ExitCode.Explained}")
        {
            VerbOptions.Json,
            ServeVerb.Create(servePage),
            PracticeVerb.Create(),
            InspectVerb.Create(),
            ImportVerb.Create(),
            ListVerb.Create(),
            ShowVerb.Create(),
            EditVerb.Create(),
            UndoVerb.Create(),
            UndoVerb.CreateRedo(),
            PlanVerb.Create(),
            SendVerb.Create(),
            UploadVerb.Create(),
            StatusVerb.Create(),
            VerifyVerb.Create(),
            ExportVerb.Create(),
            SyncVerb.Create(),
            DeleteVerb.Create(),
            LoginVerb.Create(),
            LogoutVerb.Create(),
            AccountsVerb.Create(),
            CallbackVerb.Create(),
            EmulateVerb.Create(),
            DoctorVerb.Create(),
        };
        root.SetVerb((_, context, cancellationToken) => ServeVerb.OpenAsync(servePage, context, cancellationToken));
        return root;
    }

    private static int WrongUsage(ParseResult parsed)
    {
        if (parsed.CommandResult.Command.Name == LoginVerb.Name)
        {
            // What stands there by mistake may be a token.
            parsed.UnmatchedTokens.ToList().ForEach(Redaction.Hide);
        }

        var output = new Output(parsed.GetValue(VerbOptions.Json));
        var help = $"See 'mtpdu {parsed.CommandResult.Command.Name} --help'.".Replace("mtpdu mtpdu", "mtpdu", StringComparison.Ordinal);
        var message = string.Join(' ', [.. parsed.Errors.Select(error => error.Message), .. Suggestions(parsed), help]);
        output.Complain(message);
        output.Line(new FailureSummary(ExitCode.WrongUsage, message));
        return ExitCode.WrongUsage;
    }

    private static IEnumerable<string> Suggestions(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        var options = command.Options.Append(VerbOptions.Json).Select(option => option.Name).ToList();
        var verbs = command.Subcommands.Where(verb => !verb.Hidden).Select(verb => verb.Name).ToList();
        return parsed.UnmatchedTokens
            .Select(word => Nearest.To(word, word.StartsWith('-') ? options : verbs))
            .OfType<string>()
            .Select(meant => $"Did you mean '{meant}'?");
    }
}
