using System.Collections.Concurrent;
using MapThePaths.App.Accounts;
using MapThePaths.App.SigningIn;
using MapThePaths.Core.Destinations;

namespace MapThePaths.App.Services;

/// <summary>Whose token is used where. Thread safe: syncing that starts by itself asks beside following.</summary>
internal sealed class Tokens(AccountList accounts, Settings settings, TimeProvider time) : IDisposable
{
    private readonly ConcurrentBag<CurrentToken> _current = [];

    /// <summary>Whose token to use; null for the only account.</summary>
    public string? Account { get; set; }

    /// <summary>Whether any of several accounts will do, as for looking.</summary>
    public bool AnyAccountWillDo { get; set; }

    /// <summary>The named account's token; else the environment's; else the only account's.</summary>
    /// <exception cref="DestinationException"><see cref="FailureKind.SignInNeeded"/>: nobody is signed in there.</exception>
    public Func<CancellationToken, Task<string?>> Of(SignInService service) => Of(service, Account, AnyAccountWillDo);

    /// <summary>The same for an account that is named for this service alone.</summary>
    public Func<CancellationToken, Task<string?>> Of(SignInService service, string? account) => Of(service, account, anyWillDo: false);

    /// <summary>The account whose token <see cref="Of(SignInService, string?)"/> would be; null when nobody knows without asking the service.</summary>
    public StoredAccount? Known(SignInService service, string? account) => account is null && service.GivenToken is not null
        ? null
        : accounts.At(service.Name).Where(known => account is null || known.Is(service.Name, account)).ToList() is [{ UserId.Length: > 0 } only] ? only : null;

    /// <summary>The token of whoever sent photos to a destination, tried there: a service that is handed a dead one would keep it.</summary>
    public async Task<string> OfSenderAsync(string destination, Account sender, CancellationToken cancellationToken)
    {
        var service = ServiceList.Of(destination).SignIn(settings, time);
        DestinationException? dead = null;
        foreach (var candidate in CandidatesAt(service, sender))
        {
            try
            {
                if (await candidate(cancellationToken) is { } token && (await service.With(token).WhoAmIAsync(cancellationToken)).Id == sender.Id)
                {
                    return token;
                }
            }
            catch (DestinationException failure) when (failure.Kind == FailureKind.SignInNeeded)
            {
                // Another one may be alive.
                dead = failure;
            }
        }

        throw SenderGone(destination, sender, dead);
    }

    public void Dispose()
    {
        foreach (var token in _current)
        {
            token.Dispose();
        }
    }

    private IEnumerable<Func<CancellationToken, Task<string?>>> CandidatesAt(SignInService service, Account sender)
    {
        Redaction.Hide(service.GivenToken);
        if (service is { TakesTokens: true, GivenToken: { } given })
        {
            yield return _ => Task.FromResult<string?>(given);
        }

        foreach (var account in accounts.At(service.Name).Where(account => account.UserId == sender.Id))
        {
            yield return Of(service, account);
        }
    }

    private Func<CancellationToken, Task<string?>> Of(SignInService service, string? name, bool anyWillDo)
    {
        Redaction.Hide(service.GivenToken);
        return name is null && service.GivenToken is { } given
            ? _ => Task.FromResult<string?>(given)
            : Of(service, accounts.Choose(service.Name, name, anyWillDo) ?? throw NobodyAt(service));
    }

    private Func<CancellationToken, Task<string?>> Of(SignInService service, StoredAccount account)
    {
        var current = new CurrentToken(accounts, account, service, time);
        _current.Add(current);
        return current.AskAsync;
    }

    private static DestinationException SenderGone(string destination, Account sender, DestinationException? dead) => dead is { NextStep: not null } ? dead : new(
        FailureKind.SignInNeeded,
        "sender-gone",
        dead?.Message ?? $"{destination}: '{sender.Name}', who sent the photos, is not signed in",
        dead)
    {
        NextStep = $"'mtpdu login {destination}' signs in; then run the same command again.",
    };

    private static DestinationException NobodyAt(SignInService service)
    {
        var way = service.IsSetUp
            ? $"'mtpdu login {service.Name}' signs in; {service.TokenSetting} (in the environment or in .env) may hold a token instead."
            : $"Signing in there is not set up: {BrowserSignIn.Missing(service)}. {BrowserSignIn.HowToSetUp(service)}";
        return new DestinationException(FailureKind.SignInNeeded, "no-token", $"{service.Name}: nobody is signed in")
        {
            NextStep = way + (ServiceList.DestinationNames.Contains(service.Name) ? " 'mtpdu practice' and '--to practice' need none." : ""),
        };
    }
}
