using System.CommandLine;
using MapThePaths.App.Cli.Lines;
using MapThePaths.App.Services;
using MapThePaths.Core.Destinations;
using Spectre.Console;

namespace MapThePaths.App.Cli;

/// <summary><c>mtpdu accounts</c>: who is signed in where. Asks services only whose a token from the settings is; shows no secret.</summary>
internal static class AccountsVerb
{
    // A token that was brought says nothing about itself.
    private const string NotTold = "not told";

    // A list is no reason to wait for a service that does not answer.
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(5);

    public static Command Create()
    {
        var command = new Command("accounts", "Lists who is signed in where, what the tokens allow, and until when.");
        command.SetVerb((_, context, cancellationToken) => RunAsync(context, cancellationToken));
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

    private static async Task<int> RunAsync(VerbContext context, CancellationToken cancellationToken)
    {
        List<AccountLine> accounts = [];
        foreach (var service in ServiceList.SignInNames.Select(context.Composition.SignInTo).Where(service => service is { TakesTokens: true, GivenToken: not null }))
        {
            accounts.Add(AccountLine.Given(service, await WhoAsync(service, context, cancellationToken)));
        }

        accounts.AddRange(context.Composition.Accounts.All.Select(AccountLine.Of));
        var table = new Table { Border = TableBorder.Simple }.AddColumns("destination", "account", "user", "allows", "until", "kept in");
        foreach (var account in accounts)
        {
            context.Output.Line(account);
            table.AddRow([.. Cells(account).Select(cell => new Text(cell))]);
        }

        if (accounts.Count == 0)
        {
            context.Output.Say($"Nobody is signed in. 'mtpdu login {ServiceList.Mapillary}' signs in; 'mtpdu practice' needs no account.");
        }
        else if (!context.Output.Json)
        {
            context.Output.Say(table);
        }

        context.Output.Line(new CountSummary(accounts.Count, ExitCode.Done));
        return ExitCode.Done;
    }

    /// <returns>Null when the service does not say.</returns>
    private static async Task<Account?> WhoAsync(SignInService service, VerbContext context, CancellationToken cancellationToken)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(LongestWait);
        try
        {
            return await context.Composition.WhoIsSignedInAsync(service, deadline.Token);
        }
        catch (DestinationException failure)
        {
            context.Output.Complain(failure.WithAdvice());
            return null;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            context.Output.Complain($"{service.Name}: no answer to whose the token in {service.TokenSetting} is.");
            return null;
        }
    }

    private static string[] Cells(AccountLine account) =>
    [
        account.Destination,
        account.Name ?? "–",
        account.Username ?? "–",
        account.Scopes is { } scopes ? string.Join(", ", scopes) : NotTold,
        account.ExpiresAt ?? (account.Scopes is null ? NotTold : "no end"),
        account.Store,
    ];
}
