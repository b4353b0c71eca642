using System.CommandLine;

namespace MapThePaths.App.Cli;

/// <summary><c>mtpdu upload PATH… (import's options) (send's options)</c>: import and send in one go.</summary>
internal static class UploadVerb
{
    public static Command Create()
    {
        var options = new SequenceOptions();
        var send = new SendOptions();
        var command = new Command("upload", "Imports photos and sends them in one go. The same command again goes on where it stopped.");
        options.AddTo(command);
        send.AddTo(command);
        command.SetVerb((parsed, context, cancellationToken) => new SendCommand(context, send.Read(parsed)).ImportAndRunAsync(options.Read(parsed, context.Composition.Transports), cancellationToken));
        return command;
    }
}
