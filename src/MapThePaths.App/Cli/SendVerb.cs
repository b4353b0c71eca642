using System.CommandLine;

namespace MapThePaths.App.Cli;

/// <summary><c>mtpdu send ID [--to DEST]… [--dry-run] [--follow]</c>: prepares, uploads, publishes.</summary>
internal static class SendVerb
{
    public static Command Create()
    {
        var id = VerbOptions.Id();
        var send = new SendOptions();
        var cuts = new CutOptions();
        var command = new Command("send", "Sends a sequence. The same command again goes on where it stopped, and sends nothing twice.") { id };
        send.AddTo(command);
        send.AddChoicesAboutEarlierRunsTo(command);
        cuts.AddTo(command);
        command.SetVerb(async (parsed, context, cancellationToken) =>
        {
            var choices = send.Read(parsed);
            choices.Check();
            var known = context.FindSequence(parsed.GetRequiredValue(id));
            return await new SendCommand(context, choices).RunAsync(known, cuts.Apply(parsed, known), cancellationToken);
        });
        return command;
    }
}
