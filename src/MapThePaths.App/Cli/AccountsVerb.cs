using System.CommandLine;
using Spectre.Console;

namespace MapThePaths.App.Cli;

/// <summary><c>mtpdu accounts</c>: who is signed in where. Asks no service, shows no secret.</summary>
internal static class AccountsVerb
{
    public static Command Create()
    {
        var command = new Command("accounts", "Lists who is signed in where, what the tokens allow, and until when.");
        command.SetVerb((_, context, _) => Task.FromResult(Run(context)));
        return command;
    }

    /// <summary>Where a store keeps a token, in a sentence.</summary>
    public static string Where(string store) => store switch
    {
        "keychain" => "The token is kept in the Keychain.",
        "secret-service" => "The token is kept in the desktop's key ring.",
        "file" => "The token is kept encrypted in the home's folder 'secrets', for you alone.",
        _ => $"The token comes from {store}.",
    };

    private static int Run(VerbContext context)
    {
        List<AccountLine> accounts =
        [
            .. Composition.SignInNames.Select(context.Composition.SignInTo).Where(service => service is { TakesTokens: true, GivenToken: not null }).Select(AccountLine.Given),
            .. context.Composition.Accounts.All.Select(AccountLine.Of),
        ];
        var table = new Table { Border = TableBorder.Simple }.AddColumns("destination", "account", "user", "allows", "until", "kept in");
        foreach (var account in accounts)
        {
            context.Output.Line(account);
            table.AddRow([.. Cells(account).Select(cell => new Text(cell))]);
        }

        if (accounts.Count == 0)
        {
            context.Output.Say($"Nobody is signed in. 'mtpdu login {Composition.Mapillary}' signs in; 'mtpdu practice' needs no account.");
        }
        else if (!context.Output.Json)
        {
            context.Output.Say(table);
        }

        context.Output.Line(new CountSummary(accounts.Count, ExitCode.Done));
        return ExitCode.Done;
    }

    private static string[] Cells(AccountLine account) =>
    [
        account.Destination,
        account.Name ?? "–",
        account.Username ?? "–",
        account.Scopes is { } scopes ? string.Join(", ", scopes) : "?",
        account.ExpiresAt ?? (account.Scopes is null ? "?" : "no end"),
        account.Store,
    ];
}
