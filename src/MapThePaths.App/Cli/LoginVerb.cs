using System.CommandLine;
using MapThePaths.App.Cli.Lines;
using MapThePaths.App.SigningIn;
using MapThePaths.Core.Destinations;
using MapThePaths.Core.Model;

namespace MapThePaths.App.Cli;

/// <summary><c>mtpdu login DEST</c>: signs in by browser, or with a token from standard input.</summary>
internal static class LoginVerb
{
    public const string Name = "login";

    public static Command Create()
    {
        var service = VerbOptions.SignInService();
        var account = new Option<string?>("--account")
        {
            Description = "What to call this account, when you have several there. Without it, the user's name there.",
            HelpName = "name",
        };
        var token = new Option<string?>("--token")
        {
            Description = "'--token -' takes a token from standard input instead; it is tried before it is stored. Never an argument: those can be seen by others.",
            HelpName = "-",
        };
        token.Validators.Add(result =>
        {
            if (result.Tokens is not [{ Value: "-" }])
            {
                result.AddError("--token takes nothing but '-': the token itself comes on standard input, for arguments can be seen by others. If it was a token that stood here, revoke it.");
            }
        });
        var noBrowser = new Option<bool>("--no-browser")
        {
            Description = "Prints the address instead of opening it, and also takes the address that your browser ends at from standard input.",
        };
        var wait = new Option<int>("--wait-seconds")
        {
            Description = "How long to wait for you.",
            HelpName = "seconds",
            DefaultValueFactory = _ => 300,
            CustomParser = Numbers.Between("--wait-seconds", 1, 86_400),
        };
        var command = new Command(Name, "Signs in at a destination, by browser. The token stays on this computer.") { service, account, token, noBrowser, wait };
        command.SetVerb((parsed, context, cancellationToken) => RunAsync(
            context.Composition.SignInTo(parsed.GetRequiredValue(service)),
            parsed.GetValue(account),
            parsed.GetValue(token) is not null ? null : Talk(context.Output, parsed.GetValue(noBrowser), TimeSpan.FromSeconds(parsed.GetValue(wait))),
            context,
            cancellationToken));
        return command;
    }

    private static SignInTalk Talk(Output output, bool noBrowser, TimeSpan limit) => new()
    {
        Show = page =>
        {
            output.Line(new OpenLine(page.AbsoluteUri));
            output.Say($"{(noBrowser ? "Open this address in a browser" : "Your browser opens this address")}, and allow mtpdu to act for you:");
            output.SayWhole(page.AbsoluteUri);
            if (noBrowser)
            {
                output.Say("If that browser runs on another computer, it ends at a page that it cannot show: type the address of that page here.");
            }
        },
        Say = output.Say,
        Typed = Console.In,
        AlsoTyped = noBrowser,
        OpensBrowser = !noBrowser,
        Limit = limit,
    };

    /// <param name="talk">Null when the token comes on standard input.</param>
    private static async Task<int> RunAsync(SignInService service, string? name, SignInTalk? talk, VerbContext context, CancellationToken cancellationToken)
    {
        if (talk is null ? !service.TakesTokens : !service.IsSetUp)
        {
            throw new UserMistakeException($"{BrowserSignIn.NotSetUp(service)}. {BrowserSignIn.HowToSetUp(service)}");
        }

        context.Composition.Settings.CreateHome();
        var grant = talk is null
            ? await TypedTokenAsync(cancellationToken)
            : await new BrowserSignIn(service, talk, context.Composition.Settings.Home, context.Composition.Time).RunAsync(cancellationToken);
        var user = await WhoAsync(service, grant, cancellationToken);
        var account = await context.Composition.Accounts.SignInAsync(service, name, user, grant, cancellationToken);
        context.Output.Line(AccountLine.Of(account));
        context.Output.Say($"Signed in at {service.Name}{(user.Name.Length > 0 ? $" as {user.Name}" : "")}. {AccountsVerb.Where(account.Store)}");
        if (service.GivenToken is not null)
        {
            context.Output.Say($"Mind that {service.TokenSetting} is set: it counts before this sign-in unless you name the account with --account.");
        }

        context.Output.Line(new CountSummary(1, ExitCode.Done));
        return ExitCode.Done;
    }

    private static async Task<Account> WhoAsync(SignInService service, Grant grant, CancellationToken cancellationToken)
    {
        try
        {
            return await service.With(grant.Token).WhoAmIAsync(cancellationToken);
        }
        catch (DestinationException failure) when (failure.Kind == FailureKind.SignInNeeded)
        {
            throw new DestinationException(
                failure.Kind,
                failure.Code,
                $"{failure.Message}. This token is not good at {service.Name}: it may be cut short, of another service or another app, or have ended. Nothing was stored.",
                failure)
            {
                SaysWhatToDo = true,
            };
        }
    }

    private static async Task<Grant> TypedTokenAsync(CancellationToken cancellationToken)
    {
        var token = (await Console.In.ReadLineAsync(cancellationToken))?.Trim();
        if (string.IsNullOrEmpty(token))
        {
            throw new UserMistakeException("No token came on standard input.");
        }

        Redaction.Hide(token);
        return new Grant(token, Lifetime: null, Scopes: null);
    }
}
