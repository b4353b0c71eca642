using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;

namespace MapThePaths.App.Accounts;

/// <summary>
/// Encrypted files in the home. Their key ring is protected by Windows itself (DPAPI) there; elsewhere it lies beside them, for its owner
/// alone, which keeps a token from who copies one file, not from who may read the whole home.
/// </summary>
internal sealed class SealedFiles(string home) : ITokenStore
{
    private readonly string _folder = Path.Combine(home, "secrets");
    private IDataProtectionProvider? _provider;

    public string Name => "file";

    public Task<bool> KeepAsync(string key, string token, CancellationToken cancellationToken)
    {
        PrivateFile.CreateFolder(_folder);
        PrivateFile.Write(FileOf(key), Seal(key).Protect(Encoding.UTF8.GetBytes(token)));
        return Task.FromResult(true);
    }

    public async Task<string?> FindAsync(string key, CancellationToken cancellationToken)
    {
        try
        {
            var file = FileOf(key);
            return File.Exists(file) ? Encoding.UTF8.GetString(Seal(key).Unprotect(await File.ReadAllBytesAsync(file, cancellationToken))) : null;
        }
        catch (Exception failure) when (failure is CryptographicException or IOException or UnauthorizedAccessException)
        {
            // Another home's file, a lost key ring, another owner: the user has to sign in again.
            return null;
        }
    }

    public Task ForgetAsync(string key, CancellationToken cancellationToken)
    {
        if (File.Exists(FileOf(key)))
        {
            File.Delete(FileOf(key));
        }

        return Task.CompletedTask;
    }

    // Every key has a seal of its own, so that one account's file cannot be put in another's place.
    private IDataProtector Seal(string key)
    {
        PrivateFile.CreateFolder(Path.Combine(_folder, "keys"));
        _provider ??= DataProtectionProvider.Create(new DirectoryInfo(Path.Combine(_folder, "keys")), Configure);
        return _provider.CreateProtector("token", key);
    }

    private static void Configure(IDataProtectionBuilder builder)
    {
        builder.SetApplicationName("mtpdu");
        if (OperatingSystem.IsWindows())
        {
            builder.ProtectKeysWithDpapi();
        }
    }

    private string FileOf(string key) => Path.Combine(_folder, $"{Uri.EscapeDataString(key)}.token");
}
