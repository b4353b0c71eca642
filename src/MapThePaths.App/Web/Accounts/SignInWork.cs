using MapThePaths.App.Services;
using MapThePaths.App.SigningIn;
using MapThePaths.App.Web.Runs;
using MapThePaths.Core.Destinations;
using MapThePaths.Core.Model;

namespace MapThePaths.App.Web.Accounts;

/// <summary>Signs in by the browser that shows the page, or with a token.</summary>
internal static class SignInWork
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(10);

    /// <param name="account">What to call the account; null for the user's name there.</param>
    public static async Task<RunOutcome> ByBrowserAsync(string service, string? account, PageRun run, Composition composition, CancellationToken cancellationToken)
    {
        var there = composition.SignInTo(service);
        if (!there.IsSetUp)
        {
            throw NotSetUp(there);
        }

        composition.Settings.CreateHome();
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var talk = new SignInTalk
        {
            Show = page => run.Log.Add(new OpenAddress(page)),
            Say = run.Say,
            Typed = new TypedAnswers(run.Answers, over.Token),
            AlsoTyped = true,
            Limit = LongestWait,
        };
        try
        {
            var grant = await new BrowserSignIn(there, talk, composition.Settings.Home, composition.Time).RunAsync(cancellationToken);
            return new RunOutcome(ExitCode.Done, Message: null, await KeepAsync(there, account, grant, composition, cancellationToken));
        }
        finally
        {
            await over.CancelAsync();
        }
    }

    private static UserMistakeException NotSetUp(SignInService service) =>
        new($"{ServiceList.TitleOf(service.Name)} is not set up: {BrowserSignIn.Missing(service)}. {PageSteps.SetUp(service)}");

    /// <summary>A token is tried before it is kept.</summary>
    /// <exception cref="DestinationException">The service refuses it or cannot be asked; nothing is kept.</exception>
    public static async Task<AccountView> ByTokenAsync(string service, GivenToken given, Composition composition, CancellationToken cancellationToken)
    {
        var there = composition.SignInTo(service);
        if (!there.TakesTokens)
        {
            throw NotSetUp(there);
        }

        var token = given.Token.Trim();
        if (token.Length == 0)
        {
            throw new UserMistakeException("Give the token.");
        }

        Redaction.Hide(token);
        composition.Settings.CreateHome();
        return await KeepAsync(there, given.Account, new Grant(token, Lifetime: null, Scopes: null), composition, cancellationToken);
    }

    private static async Task<AccountView> KeepAsync(SignInService service, string? account, Grant grant, Composition composition, CancellationToken cancellationToken)
    {
        var user = await service.With(grant.Token).WhoAmIAsync(cancellationToken);
        var name = string.IsNullOrWhiteSpace(account) ? null : account.Trim();
        return AccountView.Of(await composition.Accounts.SignInAsync(service, name, user, grant, cancellationToken));
    }
}

/// <param name="Account">What to call the account; absent for the user's name there.</param>
internal sealed record LoginRequest(string? Account = null);

/// <param name="Account">As with signing in.</param>
internal sealed record GivenToken(string Token, string? Account = null)
{
    /// <summary>Names no secret.</summary>
    public override string ToString() => "a token";
}
