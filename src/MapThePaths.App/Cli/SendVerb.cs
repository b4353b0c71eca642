using System.CommandLine;
using MapThePaths.Core.Model;

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

    private readonly Option<string[]> _resend = new("--resend")
    {
        Description = "Sends photos again on purpose although they are there: one by its name or path (may be given several times), or all of the sequence. "
            + "Images that are online stay online, so the destination will have those photos twice.",
        HelpName = "photo",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<bool> _publishAgain = new("--publish-again")
    {
        Description = "Publishes again the parts of which nobody knows whether they were published. Refused until 72 hours have shown none of their images.",
    };

    private readonly Option<bool> _follow = new("--follow") { Description = "Then follows the images until all are visible." };

    public void AddTo(Command command)
    {
        command.Add(_destinations);
        command.Add(_dryRun);
        command.Add(_follow);
        command.Add(_resend);
    }

    /// <summary>For the verb that goes on with a sequence.</summary>
    public void AddChoicesAboutEarlierRunsTo(Command command) => command.Add(_publishAgain);

    /// <exception cref="UserMistakeException">Two choices contradict each other.</exception>
    public SendChoices Read(ParseResult parsed)
    {
        var resend = parsed.GetResult(_resend) is { Implicit: false } ? parsed.GetValue(_resend) ?? [] : null;
        var dryRun = parsed.GetValue(_dryRun);
        var publishAgain = parsed.GetValue(_publishAgain);
        if (dryRun && (resend is not null || publishAgain))
        {
            throw new UserMistakeException($"{(publishAgain ? "--publish-again" : "--resend")} and --dry-run contradict each other: a dry run would forget what was sent.");
        }

        return new SendChoices(parsed.GetRequiredValue(_destinations), dryRun, parsed.GetValue(_follow)) { Resend = resend, PublishAgain = publishAgain };
    }
}

/// <summary>What a user chose about sending.</summary>
internal sealed record SendChoices(IReadOnlyList<string> Destinations, bool DryRun, bool Follow)
{
    /// <summary>Names or paths of photos to send again; empty for all of the sequence, null for none.</summary>
    public IReadOnlyList<string>? Resend { get; init; }

    /// <summary>What was published perhaps may be published again.</summary>
    public bool PublishAgain { get; init; }

    /// <summary>Nothing is read, stored or sent for a destination that does not exist.</summary>
    public void Check() => Destinations.ToList().ForEach(destination => Composition.RulesOf(destination));
}
