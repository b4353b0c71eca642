using MapThePaths.App.Services;
using MapThePaths.Core.Destinations;
using MapThePaths.Core.Model;

namespace MapThePaths.App.Accounts;

/// <summary>Who is signed in where, and their tokens.</summary>
internal sealed class AccountList
{
    private readonly AccountBook _book;
    private readonly IReadOnlyList<ITokenStore> _stores;
    private readonly TimeProvider _time;

    public AccountList(string home, TimeProvider time)
    {
        _book = new AccountBook(home, time);
        _stores = [.. PlatformsOwn(home), new SealedFiles(home)];
        _time = time;
    }

    public IReadOnlyList<StoredAccount> All => _book.All();

    public IReadOnlyList<StoredAccount> At(string service) => [.. All.Where(account => account.Service == service)];

    /// <summary>The account that is meant; null when there is none at all.</summary>
    /// <param name="name">Null for the only one.</param>
    /// <param name="anyWillDo">Whether the one that signed in last may stand for several.</param>
    /// <exception cref="UserMistakeException">There is none of that name, or there are several and none is named.</exception>
    public StoredAccount? Choose(string service, string? name, bool anyWillDo)
    {
        var accounts = At(service);
        if (name is not null)
        {
            return accounts.FirstOrDefault(account => account.Is(service, name)) ?? throw new UserMistakeException(
                $"There is no account '{name}' at {service}. {Known(service, accounts)}Sign in under that name first.");
        }

        if (accounts.Count == 0)
        {
            return null;
        }

        return accounts.Count == 1 || anyWillDo ? accounts[^1] : throw new UserMistakeException(
            $"Several accounts are signed in at {service}. {Known(service, accounts)}{SayWhich(service)}");
    }

    /// <summary>Stores the token in the best store that works.</summary>
    public async Task<StoredAccount> SignInAsync(SignInService service, string? name, Account user, Grant grant, CancellationToken cancellationToken)
    {
        var chosen = name ?? (user.Name.Length > 0 ? user.Name : "default");
        using var held = await _book.HoldAsync(cancellationToken);
        var before = _book.Find(service.Name, chosen);
        var now = _time.GetUtcNow();
        var account = new StoredAccount(service.Name, chosen)
        {
            UserId = user.Id,
            UserName = user.Name,
            Server = service.Server,
            Scopes = grant.Scopes,
            SignedInAt = now,
            GivenAt = now,
            ExpiresAt = now + grant.Lifetime?.ToTimeSpan(),
            Store = "",
        };
        account = await KeepAsync(account, grant.Token, cancellationToken);
        if (before is not null && before.Store != account.Store)
        {
            await StoreOf(before).ForgetAsync(before.Key, cancellationToken);
        }

        return account;
    }

    /// <summary>
    /// Puts a newer token in place of the account's; but not when somebody has signed it out, in anew, or renewed it meanwhile: then the
    /// newer token is only for who asked for it.
    /// </summary>
    public async Task<StoredAccount> KeepRenewedAsync(StoredAccount account, StoredAccount renewed, string token, CancellationToken cancellationToken)
    {
        using var held = await _book.HoldAsync(cancellationToken);
        return _book.Find(account.Service, account.Name)?.GivenAt == account.GivenAt ? await KeepAsync(renewed, token, cancellationToken) : renewed;
    }

    /// <summary>The account with the newer token's end; nothing is stored.</summary>
    public StoredAccount Renewed(StoredAccount account, Grant grant)
    {
        Redaction.Hide(grant.Token);
        var now = _time.GetUtcNow();
        return account with { GivenAt = now, ExpiresAt = now + grant.Lifetime?.ToTimeSpan() };
    }

    /// <summary>Null when its store has lost it or cannot be opened.</summary>
    public async Task<string?> TokenAsync(StoredAccount account, CancellationToken cancellationToken)
    {
        var token = await StoreOf(account).FindAsync(account.Key, cancellationToken);
        Redaction.Hide(token);
        return token;
    }

    public async Task ForgetAsync(StoredAccount account, CancellationToken cancellationToken)
    {
        using var held = await _book.HoldAsync(cancellationToken);
        await StoreOf(account).ForgetAsync(account.Key, cancellationToken);
        _book.Remove(account);
    }

    private async Task<StoredAccount> KeepAsync(StoredAccount account, string token, CancellationToken cancellationToken)
    {
        Redaction.Hide(token);
        foreach (var store in _stores)
        {
            if (await store.KeepAsync(account.Key, token, cancellationToken))
            {
                account = account with { Store = store.Name };
                _book.Put(account);
                return account;
            }
        }

        throw new InvalidOperationException("No store took the token.");
    }

    private ITokenStore StoreOf(StoredAccount account) => _stores.FirstOrDefault(store => store.Name == account.Store) ?? _stores[^1];

    private static string SayWhich(string service) => service == ServiceList.Web
        ? "Say which when you sync (on the page, or with 'mtpdu sync --account NAME'): what one has told there, the other would tell again."
        : "Say which with --account: what one has sent, the other would send again.";

    private static string Known(string service, IReadOnlyList<StoredAccount> accounts) =>
        accounts.Count == 0 ? "" : $"Known at {service}: {string.Join(", ", accounts.Select(account => account.Name))}. ";

    private static ITokenStore[] PlatformsOwn(string home)
    {
        if (OperatingSystem.IsMacOS())
        {
            return [new Keychain(home)];
        }

        // Windows protects the files themselves.
        return OperatingSystem.IsWindows() ? [] : [new SecretService(home)];
    }
}
