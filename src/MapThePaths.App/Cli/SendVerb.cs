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
        cuts.AddTo(command);
        command.SetVerb(async (parsed, context, cancellationToken) =>
        {
            var choices = send.Read(parsed);
            choices.Check();
            var sequence = cuts.Apply(parsed, context.FindSequence(parsed.GetRequiredValue(id)));
            context.Composition.Catalog.Sequencing.StoreSettings(sequence);
            return await new Sending(context).RunAsync(sequence, choices, cancellationToken);
        });
        return command;
    }
}

/// <summary>The options of sending, for the verbs that send.</summary>
internal sealed class SendOptions
{
    private readonly Option<string[]> _destinations = VerbOptions.Destinations();

    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "Does everything but publish: nothing appears online, nothing counts as sent." };

    private readonly Option<bool> _follow = new("--follow") { Description = "Then follows the images until all are visible." };

    public void AddTo(Command command)
    {
        command.Add(_destinations);
        command.Add(_dryRun);
        command.Add(_follow);
    }

    public SendChoices Read(ParseResult parsed) =>
        new(parsed.GetRequiredValue(_destinations), parsed.GetValue(_dryRun), parsed.GetValue(_follow));
}

/// <summary>What a user chose about sending.</summary>
internal sealed record SendChoices(IReadOnlyList<string> Destinations, bool DryRun, bool Follow)
{
    /// <summary>Nothing is read, stored or sent for a destination that does not exist.</summary>
    public void Check() => Destinations.ToList().ForEach(destination => Composition.RulesOf(destination));
}
