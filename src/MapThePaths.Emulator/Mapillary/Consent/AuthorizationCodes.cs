using System.Collections.Concurrent;
using MapThePaths.Emulator.Identity;

namespace MapThePaths.Emulator.Mapillary.Consent;

/// <summary>What a user agreed to, waiting to be exchanged for a token.</summary>
internal sealed record Agreement(Account Account, IReadOnlyList<string> Scopes, string RedirectUri, DateTimeOffset ExpiresAt);

/// <summary>Codes are good once and for ten minutes (ours; the document is silent). They do not outlive the process.</summary>
internal sealed class AuthorizationCodes(TimeProvider time)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);
    private readonly ConcurrentDictionary<string, Agreement> _waiting = new(StringComparer.Ordinal);

    public string Issue(Account account, IReadOnlyList<string> scopes, string redirectUri)
    {
        var code = "AQB" + RandomText.Letters(40);
        _waiting[code] = new Agreement(account, scopes, redirectUri, time.GetUtcNow() + Lifetime);
        return code;
    }

    /// <summary>Null when the code is unknown, used or too old.</summary>
    public Agreement? Redeem(string code) =>
        _waiting.TryRemove(code, out var agreement) && agreement.ExpiresAt > time.GetUtcNow() ? agreement : null;
}
