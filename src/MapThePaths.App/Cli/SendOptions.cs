using System.CommandLine;
using System.CommandLine.Parsing;
using MapThePaths.App.Sending;
using MapThePaths.Core.Model;
using MapThePaths.Core.Uploading;

namespace MapThePaths.App.Cli;

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

    private readonly Option<bool> _newSession = new("--new-session")
    {
        Description = "Leaves upload sessions that earlier runs opened and did not publish, and sends all their photos anew. For destinations that have sessions (mapillary-v3).",
    };

    private readonly Option<bool> _follow = new("--follow") { Description = "Then follows the images until all are visible." };

    private readonly Option<string?> _account = VerbOptions.Account();

    private readonly Option<string?> _organization = new("--organization")
    {
        Description = "Publishes for this organization of yours: its id in digits, at mapillary-v3 its key. A part that was begun for one stays with it, unless 'none' is given.",
        HelpName = "id",
    };

    private readonly Option<int> _parallel = new("--parallel")
    {
        Description = $"Photos on their way at once, at most: 1 to {UploadTerms.MostParallel}. How many are of use is found out on the way.",
        HelpName = "number",
        DefaultValueFactory = _ => UploadTerms.MostParallel,
        CustomParser = Numbers.Between("--parallel", 1, UploadTerms.MostParallel),
    };

    private readonly Option<long?> _bandwidth = new("--bandwidth")
    {
        Description = "Bytes a second that all uploads together may send, such as 500K or 2M; a K is 1,000. No limit without it.",
        HelpName = "rate",
        CustomParser = ReadRate,
    };

    private readonly Option<ErrorPolicy> _onErrors = ErrorPolicy.Option();

    public void AddTo(Command command)
    {
        command.Add(_destinations);
        command.Add(_dryRun);
        command.Add(_follow);
        command.Add(_resend);
        command.Add(_account);
        command.Add(_organization);
        command.Add(_parallel);
        command.Add(_bandwidth);
        command.Add(_onErrors);
    }

    /// <summary>For the verb that goes on with a sequence.</summary>
    public void AddChoicesAboutEarlierRunsTo(Command command)
    {
        command.Add(_publishAgain);
        command.Add(_newSession);
    }

    /// <exception cref="UserMistakeException">Two choices contradict each other.</exception>
    public SendChoices Read(ParseResult parsed)
    {
        var resend = parsed.GetResult(_resend) is { Implicit: false } ? parsed.GetValue(_resend) ?? [] : null;
        var dryRun = parsed.GetValue(_dryRun);
        var publishAgain = parsed.GetValue(_publishAgain);
        SendingTwice.Check(dryRun, publishAgain ? "--publish-again" : resend is null ? null : "--resend", "--dry-run");
        return new SendChoices(parsed.GetRequiredValue(_destinations), dryRun, parsed.GetValue(_follow))
        {
            Resend = resend,
            PublishAgain = publishAgain,
            Account = parsed.GetValue(_account),
            NewSession = parsed.GetValue(_newSession),
            Organization = parsed.GetValue(_organization) is { } organization ? (organization == "none" ? "" : organization) : null,
            BytesPerSecond = parsed.GetValue(_bandwidth),
            Terms = new UploadTerms { Parallel = parsed.GetValue(_parallel), FailuresToStop = parsed.GetValue(_onErrors).FailuresToStop },
        };
    }

    private static long? ReadRate(ArgumentResult given)
    {
        var rate = ByteRate.Parse(given.Tokens[0].Value);
        if (rate is null)
        {
            given.AddError("--bandwidth takes bytes a second, such as 500K or 2M.");
        }

        return rate;
    }
}
