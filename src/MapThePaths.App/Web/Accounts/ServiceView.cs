using MapThePaths.App.Accounts;
using MapThePaths.App.Services;
using MapThePaths.App.Web.Syncing;
using MapThePaths.Core.Destinations;

namespace MapThePaths.App.Web.Accounts;

/// <summary>A service that one signs in at.</summary>
/// <param name="Missing">Keys that a sign-in by browser needs and that no setting has.</param>
/// <param name="TakesTokens">Whether a token that was got elsewhere can be given.</param>
/// <param name="Guide">Where the README tells how to set it up.</param>
/// <param name="Consent">Whether it may have the Mapillary token; absent for services that never get it, and while it is not set up.</param>
internal sealed record ServiceView(
    string Name, string Title, IReadOnlyList<string> Missing, bool TakesTokens, string Guide, IReadOnlyList<AccountView> Accounts, ConsentView? Consent)
{
    public static ServiceView Of(SignInService service, Composition composition) => new(
        service.Name,
        ServiceList.TitleOf(service.Name),
        service.Missing,
        service.TakesTokens,
        service.Guide,
        [.. AccountView.BySetting(service), .. composition.Accounts.At(service.Name).Select(AccountView.Of)],
        service.Name == ServiceList.Web && composition.EntryServer is { } server ? ConsentView.Of(server, composition.Catalog.Syncing) : null);
}

/// <summary>Somebody who is signed in. Holds no secret.</summary>
/// <param name="Store">Where the token is kept, or the setting that holds it.</param>
/// <param name="Given">By a setting, not by signing in: it is not the page's to forget.</param>
internal sealed record AccountView(
    string Name, string? User, IReadOnlyList<string>? Scopes, DateTimeOffset? SignedInAt, DateTimeOffset? ExpiresAt, string Store, bool Given)
{
    public static AccountView Of(StoredAccount account) =>
        new(account.Name, account.UserName, account.Scopes, account.SignedInAt, account.ExpiresAt, account.Store, Given: false);

    public static IEnumerable<AccountView> BySetting(SignInService service) => service is { TakesTokens: true, GivenToken: not null }
        ? [new AccountView(service.TokenSetting, User: null, Scopes: null, SignedInAt: null, ExpiresAt: null, service.TokenSetting, Given: true)]
        : [];
}
