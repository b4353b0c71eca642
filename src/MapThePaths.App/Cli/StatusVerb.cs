using System.CommandLine;
using MapThePaths.App.Cli.Lines;
using MapThePaths.App.Syncing;
using MapThePaths.Core.Catalog;
using MapThePaths.Core.Destinations;
using MapThePaths.Core.Model;
using NodaTime;

namespace MapThePaths.App.Cli;

/// <summary><c>mtpdu status [ID] [--follow]</c>: looks for what was published, and tells where it is.</summary>
internal static class StatusVerb
{
    public static Command Create()
    {
        var id = new Argument<string?>("id") { Description = "The sequence's id or name; all sequences without it.", Arity = ArgumentArity.ZeroOrOne };
        var follow = new Option<bool>("--follow") { Description = "Looks again at growing gaps until every image is visible." };
        var account = VerbOptions.Account();
        var command = new Command("status", "Looks for what was published, and tells where every part is.") { id, follow, account };
        command.SetVerb((parsed, context, cancellationToken) =>
        {
            context.LookAs(parsed.GetValue(account));
            var sequence = parsed.GetValue(id) is { } given ? context.FindSequence(given) : null;
            return RunAsync(sequence, parsed.GetValue(follow), context, cancellationToken);
        });
        return command;
    }

    private static async Task<int> RunAsync(Sequence? sequence, bool follow, VerbContext context, CancellationToken cancellationToken)
    {
        var sequenceId = sequence?.Id;
        var (trouble, unlisted) = await LookAsync(sequenceId, follow, context, cancellationToken);
        var parts = context.Composition.Catalog.Overview.Parts(sequenceId);
        foreach (var part in parts)
        {
            Print(part, context);
        }

        PrintNextSteps(parts, context);

        foreach (var session in context.Composition.Catalog.Overview.OpenSessions(sequenceId))
        {
            Print(session, context.Output);
        }

        context.Entries.Print(EntryList.Of(sequenceId, context.Composition));
        var isElsewhere = sequence is not null && Elsewhere.Print(sequence, "status", context);
        if (parts.Count == 0 && !isElsewhere)
        {
            context.Output.Say("Nothing was sent yet. 'mtpdu list' shows the sequences, 'mtpdu send ID --to DESTINATION' sends one.");
        }

        foreach (var failure in unlisted)
        {
            context.Output.Complain($"{failure.WithAdvice()} The upload sessions shown are those that were known before.");
        }

        if (trouble is not null)
        {
            context.Output.Complain($"{trouble.WithAdvice()} What is shown is what was known before.");
        }

        var code = trouble is null ? ExitCode.Of(parts) : ExitCode.Of(trouble);
        context.Output.Line(new StatusSummary(
            parts.Count, parts.Sum(part => part.Photos), parts.Sum(part => part.Sent), parts.Sum(part => part.Visible), parts.Sum(part => part.Missing), code));
        return code;
    }

    /// <returns>Why a destination could not be asked for publications, null when all went well; and why others could not be asked for their open sessions.</returns>
    private static async Task<(DestinationException? Trouble, IReadOnlyList<DestinationException> Unlisted)> LookAsync(
        long? sequenceId, bool follow, VerbContext context, CancellationToken cancellationToken)
    {
        try
        {
            var images = new AutomaticSync(context.Composition, sequenceId, Advice.WithAdvice);
            return (null, await FlowDisplay.For(context).ShowAsync(progress => images.FollowAsync(follow, progress, cancellationToken)));
        }
        catch (DestinationException failure)
        {
            return (failure, []);
        }
    }

    private static void Print(PartStatus part, VerbContext context)
    {
        var output = context.Output;
        output.Line(PartLine.Of(part, context.Now));
        output.Say($"sequence {part.SequenceId}, part {part.Number} at {Wording.Where(part, context.Composition.Catalog)}: {Wording.State(part.State)}; {Wording.Count(part.Photos, "photo")}: {part.Sent} sent, {part.Visible} visible, {part.Missing} missing, {part.Failed} failed{NextLook(part, context)}");
        if (part.Error is { } error)
        {
            output.Say($"  {error}");
        }

        if (part.State == PartState.Publishing)
        {
            output.Say($"  {Wording.Unclear(part)}");
        }
    }

    // The same step for several parts is said once.
    private static void PrintNextSteps(IReadOnlyList<PartStatus> parts, VerbContext context)
    {
        foreach (var step in parts.Select(part => NextSteps.For(part, context.Now)).OfType<string>().Distinct(StringComparer.Ordinal))
        {
            context.Output.Say($"  {step}");
        }
    }

    private static void Print(SessionStatus session, Output output)
    {
        var line = SessionLine.Of(session);
        var whose = session.SequenceId is { } id ? $"sequence {id}, part {session.Part}, is brought to it" : "opened, but nothing is known of it here";
        var since = line.CreatedAt is { } created ? $" since {created}" : "";
        output.Line(line);
        output.Say($"upload session {session.Key} at {session.Destination} is open{since}: {whose}; nothing of it is published.");
        output.Say($"  {line.NextStep}");
    }

    private static string NextLook(PartStatus part, VerbContext context)
    {
        if (part.NextLookAt is not { } next)
        {
            return "";
        }

        var wait = next - context.Now;
        return wait <= Duration.Zero ? "; worth a look now" : $"; worth a look in {Wording.Duration(wait.ToTimeSpan())}";
    }
}
