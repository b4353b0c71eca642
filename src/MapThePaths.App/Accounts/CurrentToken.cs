using MapThePaths.Core.Catalog;
using MapThePaths.Core.Destinations;

namespace MapThePaths.App.Accounts;

/// <summary>The token of one account, renewed before it ends, also in the middle of a long run. Thread safe.</summary>
internal sealed class CurrentToken : IDisposable
{
    // A service that renews nothing now is not asked again with every request.
    private static readonly TimeSpan PauseAfterTrouble = TimeSpan.FromMinutes(10);

    private readonly SemaphoreSlim _turn = new(1);
    private readonly AccountList _accounts;
    private readonly SignInService _service;
    private readonly TimeProvider _time;
    private StoredAccount _account;
    private string? _token;
    private DateTimeOffset _notBefore = DateTimeOffset.MinValue;

    public CurrentToken(AccountList accounts, StoredAccount account, SignInService service, TimeProvider time)
    {
        _accounts = accounts;
        _account = account;
        _service = service;
        _time = time;
    }

    /// <exception cref="DestinationException"><see cref="FailureKind.SignInNeeded"/> when it is lost, has ended, or was given by another server than the one it is for.</exception>
    public async Task<string?> AskAsync(CancellationToken cancellationToken)
    {
        if (_account.Server is { } giver && giver.TrimEnd('/') != _service.Server.TrimEnd('/'))
        {
            throw GivenElsewhere(giver);
        }

        await _turn.WaitAsync(cancellationToken);
        try
        {
            _token ??= await _accounts.TokenAsync(_account, cancellationToken) ?? throw Gone("is no longer where it was kept");
            if (_service.RenewAsync is { } renew && IsDue)
            {
                await RenewAsync(renew, _token, cancellationToken);
            }

            return _account.ExpiresAt <= _time.GetUtcNow() ? throw Gone($"ended at {_account.ExpiresAt:yyyy-MM-dd HH:mm}Z") : _token;
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private bool IsDue => _time.GetUtcNow() is var now && now >= _notBefore && Renewal.IsDue(_account.GivenAt, _account.ExpiresAt, now);

    // As long as the old token lives it will do: whoever cannot renew it goes on with it, and who cannot keep the new one uses it to its end all the same.
    private async Task RenewAsync(Func<string, CancellationToken, Task<Grant>> renew, string token, CancellationToken cancellationToken)
    {
        try
        {
            var grant = await renew(token, cancellationToken);
            var old = _account;
            (_token, _account) = (grant.Token, _accounts.Renewed(old, grant));
            _account = await _accounts.KeepRenewedAsync(old, _account, grant.Token, cancellationToken);
        }
        catch (Exception failure) when (failure is DestinationException or CatalogException or IOException or UnauthorizedAccessException)
        {
            _notBefore = _time.GetUtcNow() + PauseAfterTrouble;
        }
    }

    private DestinationException GivenElsewhere(string giver) => new(
        FailureKind.SignInNeeded,
        "no-token",
        $"{_service.Name}: the token of '{_account.Name}' was given by {giver}, and the settings name {_service.Server} now, which must not learn it")
    {
        NextStep = $"'mtpdu login {_service.Name}' signs in there.",
    };

    private DestinationException Gone(string what) => new(
        FailureKind.SignInNeeded,
        "token-gone",
        $"{_account.Service}: the token of '{_account.Name}' {what}")
    {
        NextStep = $"Sign in with 'mtpdu login {_account.Service}{(_account.Name == _account.UserName ? "" : $" --account \"{_account.Name}\"")}', then run the same command again. Nothing is lost.",
    };
}
