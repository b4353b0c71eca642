using System.CommandLine;
using MapThePaths.App.Cli.Lines;
using MapThePaths.App.Services;
using MapThePaths.App.Syncing;
using MapThePaths.Core.Destinations;
using MapThePaths.Core.Model;
using MapThePaths.Core.Syncing;

namespace MapThePaths.App.Cli;

/// <summary><c>mtpdu sync [ID] [--consent]</c>: tells Map the Paths Web of what Mapillary shows, where it can take that.</summary>
internal static class SyncVerb
{
    private static readonly Option<bool> Consent = new("--consent")
    {
        Description = "Agrees to hand your Mapillary token to the server. Asked once for each server; stored until you withdraw it.",
    };

    private static readonly Option<bool> Withdraw = new("--withdraw-consent")
    {
        Description = "Takes that back: from now on no Mapillary token goes to the server.",
    };

    private static readonly Option<bool> CreateAgain = new("--create-again")
    {
        Description = "Makes a new entry where nobody knows what became of the last one (state 'unclear').",
    };

    public static Command Create()
    {
        var id = new Argument<string?>("id") { Description = "The sequence's id or name; all sequences without it.", Arity = ArgumentArity.ZeroOrOne };
        var to = new Option<string>("--to") { Description = $"Whom to tell: {string.Join(", ", ServiceList.SyncNames)}.", HelpName = "service", DefaultValueFactory = _ => ServiceList.Web };
        to.AcceptOnlyFromAmong([.. ServiceList.SyncNames]);
        var account = new Option<string?>("--account")
        {
            Description = "Whose token to use there, by the account's name in 'mtpdu accounts'. Needed only when several are signed in. Mapillary's is that of whoever sent the photos.",
            HelpName = "name",
        };
        var command = new Command("sync", "Tells Map the Paths Web of the sequences that Mapillary shows, each once.") { id, to, account, Consent, Withdraw, CreateAgain };
        command.SetVerb((parsed, context, cancellationToken) =>
        {
            context.LookAs(account: null);
            var sequence = parsed.GetValue(id) is { } given ? context.FindSequence(given) : null;
            return RunAsync(parsed, sequence, parsed.GetValue(account), context, cancellationToken);
        });
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, Sequence? sequence, string? account, VerbContext context, CancellationToken cancellationToken)
    {
        var server = context.Composition.EntryServer ?? throw new UserMistakeException(
            "mtpw is not set up: MTP_WEB_URL is missing. Put it into the environment or into .env (README, \"Map the Paths Web\").");
        if (parsed.GetValue(Withdraw))
        {
            return WithdrawConsent(server, parsed.GetValue(Consent), context);
        }

        var terms = new SyncTerms(sequence?.Id) { TriesRefused = true, CreatesAgain = parsed.GetValue(CreateAgain) };
        var run = new SyncRun(context.Composition, server, terms, account);
        await AskForConsentAsync(server, parsed.GetValue(Consent), isNeeded: run.Entries.Count > 0, context, cancellationToken);
        var trouble = run.HasToLook ? await FlowDisplay.For(context).ShowAsync(progress => run.LookAsync(progress, cancellationToken)) : null;
        trouble = await run.RunAsync(FlowDisplay.For(context), cancellationToken) ?? trouble;
        context.Entries.Print(run.Untold);
        var isElsewhere = sequence is not null && Elsewhere.Print(sequence, "sync", context, [.. ServiceList.SyncedDestinations(context.Composition.Settings), ServiceList.Mapillary]);
        var isUntakable = context.Entries.PrintUntakable(sequence?.Id, context.Composition);
        return Conclude(run.Entries, trouble, isNothingAmiss: isElsewhere || isUntakable || parsed.GetValue(Consent), context);
    }

    private static int WithdrawConsent(string server, bool alsoConsents, VerbContext context)
    {
        if (alsoConsents)
        {
            throw new UserMistakeException("--consent and --withdraw-consent contradict each other.");
        }

        context.Composition.Catalog.Syncing.StoreConsent(server, agreed: false, context.Now);
        context.Output.Say($"From now on {server} gets no Mapillary token from here. What it was given before it may still have: 'mtpdu logout {ServiceList.MapillaryV3}' revokes that where the service can; else change it at Mapillary.");
        context.Output.Line(new SyncSummary { ExitCode = ExitCode.Done });
        return ExitCode.Done;
    }

    // Once for each server, whatever the answer is.
    private static async Task AskForConsentAsync(string server, bool consents, bool isNeeded, VerbContext context, CancellationToken cancellationToken)
    {
        var rows = context.Composition.Catalog.Syncing;
        if (consents)
        {
            rows.StoreConsent(server, agreed: true, context.Now);
            context.Output.Say($"{server} may have your Mapillary token from now on; 'mtpdu sync --withdraw-consent' takes that back.");
        }
        else if (isNeeded && rows.Server(server).Agreed is null && await ConsentQuestion.AskAsync(server, context.Output, cancellationToken) is { } agreed)
        {
            rows.StoreConsent(server, agreed, context.Now);
        }
    }

    /// <param name="isNothingAmiss">Whether there may be nothing to tell: the user came to agree, or other sequences tell of the photos.</param>
    private static int Conclude(IReadOnlyList<EntryStatus> entries, DestinationException? trouble, bool isNothingAmiss, VerbContext context)
    {
        if (entries.Count == 0 && !isNothingAmiss)
        {
            context.Output.Complain("Nothing of it is published at Mapillary, so there is nothing to tell. 'mtpdu send ID --follow' sends a sequence.");
        }

        if (trouble is not null)
        {
            context.Output.Complain(trouble.WithAdvice());
        }

        var result = SyncResult.Of(entries, trouble, isNothingAmiss);
        context.Output.Line(SyncSummary.Of(result, trouble?.WithAdvice()));
        return result.ExitCode;
    }
}
