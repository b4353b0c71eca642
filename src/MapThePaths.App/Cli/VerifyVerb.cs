using System.CommandLine;
using MapThePaths.App.Cli.Lines;
using MapThePaths.Core.Model;
using Spectre.Console;

namespace MapThePaths.App.Cli;

/// <summary><c>mtpdu verify ID [--safe-to-delete]</c>: compares the catalog with what the destinations show now. Deletes nothing.</summary>
internal static class VerifyVerb
{
    public static Command Create()
    {
        var id = VerbOptions.Id();
        var safeToDelete = new Option<bool>("--safe-to-delete")
        {
            Description = "Also lists the originals whose images were seen just now and that are still the files that were sent. Deletes nothing.",
        };
        var trust = VerbOptions.Trust();
        var account = new Option<string?>("--account")
        {
            Description = "Compares only what this account has sent, by its name in 'mtpdu accounts', with its token. Without it, all accounts' parts.",
            HelpName = "name",
        };
        var command = new Command("verify", "Compares the catalog with what the destinations show now, photo by photo.") { id, safeToDelete, trust, account };
        command.SetVerb((parsed, context, cancellationToken) =>
        {
            context.LookAs(parsed.GetValue(account));
            context.Composition.Trust(parsed.GetValue(trust) ?? []);
            var standIns = parsed.GetValue(safeToDelete) ? context.Composition.StandIns() : null;
            return RunAsync(context.FindSequence(parsed.GetRequiredValue(id)), standIns, parsed.GetValue(account), context, cancellationToken);
        });
        return command;
    }

    /// <param name="standIns">Destinations that make no original safe to delete; null when that is not asked.</param>
    /// <param name="account">Name of the account whose parts alone are meant; null for all.</param>
    private static async Task<int> RunAsync(
        Sequence sequence, IReadOnlyDictionary<string, Reason>? standIns, string? account, VerbContext context, CancellationToken cancellationToken)
    {
        var accounts = context.Composition.AccountsNamed(account);
        var (verifications, failure) = await VerifyRun.RunAsync(
            sequence, accounts, context.Composition, FlowDisplay.For(context), part => Print(sequence, part, context), cancellationToken);
        var advice = standIns is null ? null : Advise(sequence, verifications, standIns, accounts, context);
        var summary = Summarize(sequence, verifications, advice, context);
        var isElsewhere = failure is null && verifications.Count == 0 && Elsewhere.Print(sequence, "verify", context);
        summary = summary with
        {
            Error = failure?.WithAdvice() ?? (verifications.Count == 0 ? WhyNothing(sequence, account, isElsewhere) : null),
            ExitCode = failure is null ? summary.ExitCode : ExitCode.Of(failure),
        };
        Conclude(sequence, summary, isElsewhere, context.Output);
        context.Output.Line(summary);
        return summary.ExitCode;
    }

    private static void Print(Sequence sequence, PartVerification verification, VerbContext context)
    {
        var part = context.Composition.Catalog.Overview.Part(verification.PartId);
        var which = part.SequenceId == sequence.Id ? $"part {part.Number}" : $"part {part.Number} of sequence {part.SequenceId}, which has photos of this one,";
        foreach (var finding in verification.Findings.Where(finding => finding.Difference is not null))
        {
            context.Output.Line(DiffersLine.Of(finding, part));
        }

        context.Output.Line(VerifiedPartLine.Of(part, verification));
        context.Output.Say($"{which} at {Wording.Where(part, context.Composition.Catalog)}: {verification.Matching} match, {verification.Missing} missing, {verification.Differing} differ");
        foreach (var finding in verification.Findings.Where(finding => finding.Difference is not null))
        {
            context.Output.Say($"  {Path.GetFileName(finding.Path)} {finding.Difference!.Meaning} ({finding.Difference.Code}){Detail(finding)}.{Wording.NextStep(finding.Difference, part.SequenceId, part.Destination)}");
        }
    }

    private static string Detail(PhotoFinding finding)
    {
        var image = finding.ImageId is { } id ? $": image {id}" : "";
        var metres = finding.Difference == Reason.ShownElsewhere ? $", {finding.Metres:0.#} m away" : "";
        var seconds = finding.Difference == Reason.ShownAtOtherTime ? $", {finding.Seconds:0.###} s later" : "";
        return image + metres + seconds;
    }

    private static List<DeletionAdvice> Advise(
        Sequence sequence, IReadOnlyList<PartVerification> verifications, IReadOnlyDictionary<string, Reason> standIns, IReadOnlySet<string>? accounts, VerbContext context)
    {
        var advice = context.Composition.Flow.AdviseDeletion(sequence.Id, verifications, standIns, accounts).ToList();
        var table = new Table { Border = TableBorder.Simple }.AddColumns("safe to delete", "size", "destination", "image");
        foreach (var original in advice.Where(original => original.Doubt is null))
        {
            context.Output.Line(new SafeToDeleteLine(original.Path, original.Size, original.Destination!, original.ImageId!));
            table.AddRow(new Text(original.Path), new Text(Wording.Bytes(original.Size)), new Text(original.Destination!), new Text(original.ImageId!));
        }

        foreach (var original in advice.Where(original => original.Doubt is not null))
        {
            context.Output.Line(new KeepLine(original.Path, original.Doubt!.Code, original.DoubtfulAt, original.DoubtfulOf));
        }

        if (!context.Output.Json)
        {
            PrintForPeople(sequence, advice, table, context);
        }

        if (advice.Exists(original => original.Doubt == Reason.StandInOnly))
        {
            PrintStandIns(verifications, standIns, context);
        }

        return advice;
    }

    private static void PrintForPeople(Sequence sequence, List<DeletionAdvice> advice, Table table, VerbContext context)
    {
        if (table.Rows.Count > 0)
        {
            context.Output.Say(table);
        }

        foreach (var kept in advice.Where(original => original.Doubt is not null).GroupBy(original => (original.Doubt, original.DoubtfulAt, original.DoubtfulOf)))
        {
            PrintKept(sequence, kept.First(), [.. kept.Select(original => Path.GetFileName(original.Path))], context.Output);
        }

        foreach (var destination in advice.Where(original => original.Doubt is null).Select(original => original.Destination!).Distinct(StringComparer.Ordinal))
        {
            if (context.Composition.StandInAddress(destination) is { } address)
            {
                context.Output.Say($"Mind that '{destination}' is {address} here by your settings, not the live service.");
            }
        }
    }

    // A reason that many share is said once, before their names.
    private static void PrintKept(Sequence sequence, DeletionAdvice kept, List<string> names, Output output)
    {
        var doubt = kept.Doubt!;
        var where = kept.DoubtfulAt is { } destination ? $" at {destination}{(kept.DoubtfulOf is { } account ? $" for '{account}'" : "")}" : "";
        var why = $"{doubt.Meaning} ({doubt.Code}{where}).{Wording.NextStep(doubt, sequence.Id, kept.DoubtfulAt)}";
        if (names is [var only])
        {
            output.Say($"  keep {only}: it {why}");
            return;
        }

        output.Say($"  keep {names.Count:N0} photos: each {why}");
        output.Say($"    {string.Join(", ", names)}");
    }

    private static void PrintStandIns(IReadOnlyList<PartVerification> verifications, IReadOnlyDictionary<string, Reason> standIns, VerbContext context)
    {
        var destinations = verifications.Select(verification => context.Composition.Catalog.Overview.Part(verification.PartId).Destination);
        foreach (var destination in destinations.Distinct(StringComparer.Ordinal).Where(name => standIns.GetValueOrDefault(name) == Reason.StandInOnly))
        {
            var address = context.Composition.StandInAddress(destination);
            context.Output.Say($"By your settings '{destination}' is {address}, not the live service: what it shows makes no original safe to delete. If you know that it keeps photos for good, add '--trust {address}'.");
        }
    }

    private static VerifySummary Summarize(Sequence sequence, IReadOnlyList<PartVerification> verifications, List<DeletionAdvice>? advice, VerbContext context)
    {
        var safe = advice?.Where(original => original.Doubt is null).ToList();
        return new VerifySummary
        {
            Parts = verifications.Count,
            Photos = verifications.Sum(part => part.Findings.Count),
            Visible = verifications.Sum(part => part.Matching),
            Missing = verifications.Sum(part => part.Missing),
            Differs = verifications.Sum(part => part.Differing),
            NotSent = Unsent.Count(sequence, context.Composition),
            SafeToDelete = safe?.Count,
            BytesToFree = safe?.Sum(original => original.Size),
            ExitCode = ExitCode.Of(verifications, advice ?? []),
        };
    }

    private static string WhyNothing(Sequence sequence, string? account, bool isElsewhere) => (isElsewhere, account) switch
    {
        (true, _) => $"'{sequence.Name}' itself has no part at a destination, so there is nothing to compare here.",
        (_, { } name) => $"Nothing of '{sequence.Name}' was published by '{name}', so there is nothing to compare. Without --account all are compared.",
        _ => $"Nothing of '{sequence.Name}' was published, so there is nothing to compare. 'mtpdu send {sequence.Id} --to DESTINATION' sends it.",
    };

    private static void Conclude(Sequence sequence, VerifySummary summary, bool isElsewhere, Output output)
    {
        if (summary.Error is { } error)
        {
            Action<string> tell = isElsewhere ? output.Say : output.Complain;
            tell(error);
        }

        if (summary.Parts > 0)
        {
            output.Say($"'{sequence.Name}': of {Wording.Count(summary.Photos, "image")} {(summary.Error is null ? "that should be there" : "that could be compared")}, {summary.Visible} match, {summary.Missing} are missing, {summary.Differs} differ.");
        }

        if (summary.NotSent > 0)
        {
            output.Say($"{Wording.Count(summary.NotSent, "photo")} of the sequence {(summary.NotSent == 1 ? "is" : "are")} at no destination; 'mtpdu show {sequence.Id}' says why.");
        }

        if (summary.SafeToDelete is { } safe)
        {
            output.Say($"Safe to delete: {Wording.Count(safe, "photo")}, {Wording.Bytes(summary.BytesToFree ?? 0)}. Nothing was deleted.");
        }
    }
}
