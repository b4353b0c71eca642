using System.CommandLine;
using MapThePaths.App.Accounts;
using MapThePaths.App.Cli.Lines;
using MapThePaths.Core.Destinations;
using MapThePaths.Core.Model;

namespace MapThePaths.App.Cli;

/// <summary><c>mtpdu logout DEST</c>: forgets a token, and has the service revoke it where the service does that.</summary>
internal static class LogoutVerb
{
    public static Command Create()
    {
        var service = VerbOptions.SignInService();
        var name = new Option<string?>("--account")
        {
            Description = "Whose token to forget, by the account's name in 'mtpdu accounts'. Needed only when several are signed in there.",
            HelpName = "name",
        };
        var command = new Command("logout", "Signs out: forgets the token here, and has the destination revoke it where it can.") { service, name };
        command.SetVerb((parsed, context, cancellationToken) =>
        {
            var signedIn = context.Composition.SignInTo(parsed.GetRequiredValue(service));
            return RunAsync(signedIn, Account(signedIn, parsed.GetValue(name), context.Composition.Accounts), context, cancellationToken);
        });
        return command;
    }

    private static StoredAccount Account(SignInService service, string? name, AccountList accounts) =>
        accounts.Choose(service.Name, name, anyWillDo: false) ?? throw new UserMistakeException(
            $"Nobody is signed in at {service.Name}.{(service.GivenToken is null ? "" : $" The token in {service.TokenSetting} is not ours to forget: take it out there.")}");

    private static async Task<int> RunAsync(SignInService service, StoredAccount account, VerbContext context, CancellationToken cancellationToken)
    {
        var revoked = await Revoking.RunAsync(service, account, context.Composition.Accounts, cancellationToken);
        await context.Composition.Accounts.ForgetAsync(account, cancellationToken);
        context.Output.Say($"Signed out: the token of '{account.Name}' at {service.Name} is forgotten here{(revoked.Done ? " and revoked there" : "")}.");
        if (revoked.IsTrouble)
        {
            context.Output.Complain(revoked.WhyNot!);
        }
        else if (revoked.WhyNot is { } why)
        {
            context.Output.Say(why);
        }

        var code = revoked.IsTrouble ? ExitCode.PartlyDone : ExitCode.Done;
        context.Output.Line(new SignOutSummary(service.Name, account.Name, revoked.Done, code));
        return code;
    }
}
