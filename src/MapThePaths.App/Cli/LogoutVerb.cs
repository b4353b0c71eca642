using System.CommandLine;
using MapThePaths.App.Accounts;
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
        var trouble = await RevokeAsync(service, account, context, cancellationToken);
        await context.Composition.Accounts.ForgetAsync(account, cancellationToken);
        context.Output.Say($"Signed out: the token of '{account.Name}' at {service.Name} is forgotten here{(service.Revocation is not null && trouble is null ? " and revoked there" : "")}.");
        if (trouble is not null)
        {
            context.Output.Complain(trouble);
        }
        else if (service.Revocation is null)
        {
            context.Output.Say($"{WhyNotRevoked(service)} To end it there as well, remove the app in the settings of your account there.");
        }

        var code = trouble is null ? ExitCode.Done : ExitCode.PartlyDone;
        context.Output.Line(new SignOutSummary(service.Name, account.Name, service.Revocation is not null && trouble is null, code));
        return code;
    }

    private static string WhyNotRevoked(SignInService service) => service.TakesTokens
        ? $"{service.Name} has no way for a program to revoke a token."
        : $"It was not revoked there, since {string.Join(" and ", service.Missing)} is not set.";

    /// <returns>Why the service did not revoke the token although it can; null otherwise.</returns>
    private static async Task<string?> RevokeAsync(SignInService service, StoredAccount account, VerbContext context, CancellationToken cancellationToken)
    {
        if (service.Revocation is not { } revocation)
        {
            return null;
        }

        if (await context.Composition.Accounts.TokenAsync(account, cancellationToken) is not { } token)
        {
            return $"{service.Name}: the token is no longer where it was kept, so it could not be revoked there. It may still be good: remove the app in the settings of your account there.";
        }

        try
        {
            await revocation.RevokeAsync(token, cancellationToken);
            return null;
        }
        catch (DestinationException failure)
        {
            return $"{failure.Message}. The token may still be good there: remove the app in the settings of your account there.";
        }
    }
}
