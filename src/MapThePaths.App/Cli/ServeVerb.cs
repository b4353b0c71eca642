using System.CommandLine;
using MapThePaths.App.Cli.Lines;
using MapThePaths.App.Desktop;
using MapThePaths.App.SigningIn;

namespace MapThePaths.App.Cli;

/// <summary><c>mtpdu</c> and <c>mtpdu serve [--port N] [--no-open] [--trust ADDRESS]</c>: the page, until Ctrl-C.</summary>
internal static class ServeVerb
{
    public static Command Create(ServePage servePage)
    {
        var port = new Option<int>("--port") { Description = "Port on 127.0.0.1; 0 takes any free one.", HelpName = "port", CustomParser = Numbers.Between("--port", 0, 65_535) };
        var noOpen = new Option<bool>("--no-open") { Description = "Prints the address and opens no browser." };
        var trust = VerbOptions.Trust();
        var command = new Command("serve", "Serves the page on this computer, until Ctrl-C.") { port, noOpen, trust };
        command.SetVerb((parsed, context, cancellationToken) =>
        {
            context.Composition.Trust(parsed.GetValue(trust) ?? []);
            return ServeAsync(servePage, parsed.GetValue(port), parsed.GetValue(noOpen) ? null : Browser.OpenAsync, context, cancellationToken);
        });
        return command;
    }

    /// <summary>Opens the page in a window of its own, also one that another instance serves already.</summary>
    public static async Task<int> OpenAsync(ServePage servePage, VerbContext context, CancellationToken cancellationToken)
    {
        var home = context.Composition.Settings.Home;
        if (await Doorbell.RingAsync(home, cancellationToken) is not { } page)
        {
            return await ServeAsync(servePage, port: 0, OpenWindowAsync, context, cancellationToken);
        }

        context.Output.Say("mtpdu is running already: its page is opened once more.");
        await ShowAsync(page, OpenWindowAsync, context, cancellationToken);
        return ExitCode.Done;

        Task<bool> OpenWindowAsync(Uri address, CancellationToken cancelled) => AppWindow.OpenAsync(address, home, cancelled);
    }

    /// <param name="open">Null to open nothing.</param>
    private static async Task<int> ServeAsync(
        ServePage servePage, int port, Func<Uri, CancellationToken, Task<bool>>? open, VerbContext context, CancellationToken cancellationToken)
    {
        await using var page = await servePage(context.Composition, port, cancellationToken);
        await using var bell = await Doorbell.HangAsync(context.Composition.Settings.Home, page.NewStartAddress, cancellationToken);
        await ShowAsync(page.NewStartAddress(), open, context, cancellationToken);
        context.Output.Say("The page is served on this computer alone, until Ctrl-C.");
        try
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            context.Output.Say("Stopped. What was begun goes on when it is started again.");
        }

        return ExitCode.Done;
    }

    private static async Task ShowAsync(Uri address, Func<Uri, CancellationToken, Task<bool>>? open, VerbContext context, CancellationToken cancellationToken)
    {
        context.Output.Line(new StartAddressLine(address.AbsoluteUri));
        if (open is null || !await open(address, cancellationToken))
        {
            context.Output.SayWhole($"Open {address} in your browser. The address is good for one visit.");
        }
    }
}
