using System.Text.Json;
using MapThePaths.Core.Catalog;

namespace MapThePaths.App.Accounts;

/// <summary>The list of accounts: <c>accounts.json</c> in the home. Not in the catalog, which may be shared by computers that share no sign-in.</summary>
internal sealed class AccountBook(string home)
{
    private static readonly JsonSerializerOptions Format = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        WriteIndented = true,
    };

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

    /// <summary>Adds the account, or puts it in the place of the one of the same name.</summary>
    public void Put(StoredAccount account) => Write([.. Others(account), account]);

    public void Remove(StoredAccount account) => Write(Others(account));

    private List<StoredAccount> Others(StoredAccount account) => [.. All().Where(other => !other.Is(account.Service, account.Name))];

    private void Write(List<StoredAccount> accounts) => PrivateFile.Write(_path, JsonSerializer.SerializeToUtf8Bytes(accounts, Format));
}
