using MapThePaths.Emulator.Consent;
using MapThePaths.Emulator.Identity;

namespace MapThePaths.Emulator.MapThePathsWeb.Consent;

/// <summary>A new token, on its way in the fragment of the app's address (§2). Blanks are written as plus signs there.</summary>
internal sealed class ImplicitGrant(Accounts accounts, TokenKind kind)
{
    public string Issue(ConsentRequest request, string callbackUrl, Account account)
    {
        var scopes = request.Scopes(kind.AllScopes);
        var address = request.InFragment(
            callbackUrl,
            ("access_token", accounts.Issue(account, kind, scopes).Text),
            ("expires_in", ((long)kind.Lifetime!.Value.TotalSeconds).ToString()),
            ("token_type", "Bearer"),
            ("scope", string.Join(' ', scopes)));
        return address.Replace("%20", "+", StringComparison.Ordinal);
    }

    /// <summary>Whether the user agreed to as much before (<c>approval_prompt=auto</c>).</summary>
    public bool IsKnown(ConsentRequest request, Account account) =>
        accounts.Living(account, kind).Any(token => !request.Scopes(kind.AllScopes).Except(token.Scopes).Any());
}
