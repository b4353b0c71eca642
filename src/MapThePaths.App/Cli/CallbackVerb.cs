using System.CommandLine;
using MapThePaths.App.Cli.Lines;
using MapThePaths.App.SigningIn;
using MapThePaths.Core.Destinations;

namespace MapThePaths.App.Cli;

/// <summary>
/// <c>mtpdu callback ADDRESS</c>, hidden: started by the system when a browser meets an address of our scheme; takes it to the sign-in
/// that waits.
/// </summary>
internal static class CallbackVerb
{
    public static Command Create()
    {
        var address = new Argument<string>("address");
        var home = new Option<string?>("--home") { Description = "The home of the sign-in that waits." };
        var command = new Command("callback", "Takes a redirected address to the sign-in that waits for it.") { address, home };
        command.Hidden = true;
        command.SetVerb((parsed, context, cancellationToken) => RunAsync(
            parsed.GetRequiredValue(address), parsed.GetValue(home) ?? context.Composition.Settings.Home, context.Output, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string address, string home, Output output, CancellationToken cancellationToken)
    {
        Redaction.Hide(address);
        if (await HandOver.GiveAsync(home, address, cancellationToken))
        {
            output.Say("The sign-in goes on where it was begun.");
            output.Line(new CountSummary(1, ExitCode.Done));
            return ExitCode.Done;
        }

        throw new DestinationException(FailureKind.SignInNeeded, "nobody-waits", "No sign-in waits for this address. Begin with 'mtpdu login'.") { SaysWhatToDo = true };
    }
}
