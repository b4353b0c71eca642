namespace MapThePaths.App.Accounts;

/// <summary>Keeps tokens, each under a key of ours.</summary>
internal interface ITokenStore
{
    /// <summary>Stored with each account, so that its token is looked for where it was put.</summary>
    string Name { get; }

    /// <summary>Replaces what is there.</summary>
    /// <returns>False when the store is not there, is locked, or does not give back what it took.</returns>
    Task<bool> KeepAsync(string key, string token, CancellationToken cancellationToken);

    /// <summary>Null when there is none, or the store cannot be opened.</summary>
    Task<string?> FindAsync(string key, CancellationToken cancellationToken);

    /// <summary>Nothing happens when there is none.</summary>
    Task ForgetAsync(string key, CancellationToken cancellationToken);
}
