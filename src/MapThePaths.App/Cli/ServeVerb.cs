using System.CommandLine;
using MapThePaths.App.SigningIn;

namespace MapThePaths.App.Cli;

/// <summary><c>mtpdu serve [--port N] [--no-open]</c>: the page, until Ctrl-C.</summary>
internal static class ServeVerb
{
    public static Command Create(ServePage servePage)
    {
        var port = new Option<int>("--port") { Description = "Port on 127.0.0.1; 0 takes any free one.", HelpName = "port" };
        var noOpen = new Option<bool>("--no-open") { Description = "Prints the address and opens no browser." };
        var command = new Command("serve", "Serves the page on this computer, until Ctrl-C.") { port, noOpen };
        command.SetVerb((parsed, context, cancellationToken) => RunAsync(servePage, parsed.GetValue(port), parsed.GetValue(noOpen), context, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(ServePage servePage, int port, bool noOpen, VerbContext context, CancellationToken cancellationToken)
    {
        await using var page = await servePage(context.Composition, port, cancellationToken);
        context.Output.Line(new StartAddressLine(page.StartAddress.AbsoluteUri));
        if (noOpen || !await Browser.OpenAsync(page.StartAddress, cancellationToken))
        {
            context.Output.Say($"Open {page.StartAddress} in your browser. The address is good for one visit.");
        }

        context.Output.Say("The page is served on this computer alone, until Ctrl-C.");
        try
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            context.Output.Say("Stopped.");
        }

        return ExitCode.Done;
    }
}
