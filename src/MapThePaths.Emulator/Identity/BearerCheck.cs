using MapThePaths.Emulator.Wire;

namespace MapThePaths.Emulator.Identity;

/// <summary>Reads <c>Authorization: Bearer …</c>, in exactly this spelling. A token of another service is unknown.</summary>
internal sealed class BearerCheck(Accounts accounts, TokenKind kind)
{
    /// <summary>Null when there is no token, or none that lives.</summary>
    public Token? Living(Call call)
    {
        var bearer = BearerText.Of(call.Request);
        var token = bearer.Scheme == "Bearer" ? accounts.Find(bearer.Text) : null;
        return token is not null && token.Service == kind.Service && accounts.IsLiving(token) ? token : null;
    }
}
