using System.Text.Json;
using MapThePaths.Core.Catalog;

namespace MapThePaths.App.Accounts;

/// <summary>The list of accounts: <c>accounts.json</c> in the home. Not in the catalog, which may be shared by computers that share no sign-in.</summary>
internal sealed class AccountBook(string home, TimeProvider time)
{
    private static readonly JsonSerializerOptions Format = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        WriteIndented = true,
    };

    /// <summary>A store may ask its user for a password meanwhile.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(20);

    private readonly string _path = Path.Combine(home, "accounts.json");

    /// <summary>In the order in which they signed in.</summary>
    /// <exception cref="CatalogException">The list cannot be read.</exception>
    public IReadOnlyList<StoredAccount> All()
    {
        try
        {
            return File.Exists(_path) ? JsonSerializer.Deserialize<List<StoredAccount>>(File.ReadAllText(_path), Format) ?? [] : [];
        }
        catch (Exception failure) when (failure is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new CatalogException($"The list of accounts {_path} cannot be read: {failure.Message} Mend or remove it; then sign in again.", failure);
        }
    }

    /// <summary>To be held from before the list is read until it is written again: two programs that change it would undo each other's change.</summary>
    /// <exception cref="CatalogException">Another program holds it for too long, or the home may not be written to.</exception>
    public async Task<FileLock> HoldAsync(CancellationToken cancellationToken)
    {
        var begun = time.GetTimestamp();
        while (time.GetElapsedTime(begun) < LongestWait)
        {
            if (TryHold() is { } held)
            {
                return held;
            }

            await Task.Delay(BetweenTries, time, cancellationToken);
        }

        throw new CatalogException($"Another run of the program has been changing the list of accounts {_path} for {LongestWait.TotalMinutes} minutes. End it, then run the same command again.");
    }

    /// <summary>Null when there is none of this name.</summary>
    public StoredAccount? Find(string service, string name) => All().FirstOrDefault(account => account.Is(service, name));

    /// <summary>Adds the account, or puts it in the place of the one of the same name.</summary>
    public void Put(StoredAccount account) => Write([.. Others(account), account]);

    public void Remove(StoredAccount account) => Write(Others(account));

    private FileLock? TryHold()
    {
        try
        {
            return FileLock.TryTake(_path + ".lock");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new CatalogException($"The list of accounts {_path} cannot be written to: {failure.Message} Check the folder's permissions, or set MTPDU_HOME to another folder.", failure);
        }
    }

    private List<StoredAccount> Others(StoredAccount account) => [.. All().Where(other => !other.Is(account.Service, account.Name))];

    private void Write(List<StoredAccount> accounts) => PrivateFile.Write(_path, JsonSerializer.SerializeToUtf8Bytes(accounts, Format));
}
