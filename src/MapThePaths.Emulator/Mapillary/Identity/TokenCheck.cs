using MapThePaths.Emulator.Identity;
using MapThePaths.Emulator.Wire;

namespace MapThePaths.Emulator.Mapillary.Identity;

internal enum TokenVerdict
{
    Valid,
    Missing,
    Malformed,
    NeverIssued,
    Expired,
    Revoked,
}

/// <summary>What is the matter with the token of a call; each host words it in its own dialect.</summary>
internal sealed class TokenCheck(Accounts accounts)
{
    public (TokenVerdict Verdict, Token? Token, bool InAddress) Judge(Call call)
    {
        var bearer = BearerText.Of(call.Request);
        if (bearer == BearerText.Nothing)
        {
            return (TokenVerdict.Missing, null, false);
        }

        if (bearer.Scheme is not (null or "OAuth") || !TokenShape.IsWellFormed(bearer.Text))
        {
            return (TokenVerdict.Malformed, null, bearer.InAddress);
        }

        var token = bearer.Text == accounts.App.ClientToken ? GraphToken.OfApp(bearer.Text) : accounts.Find(bearer.Text);
        return (Judge(bearer.Text, token), token, bearer.InAddress);
    }

    private TokenVerdict Judge(string text, Token? token)
    {
        if (accounts.IsRevoked(text))
        {
            return TokenVerdict.Revoked;
        }

        if (token is null || token.Service != GraphToken.Kind.Service)
        {
            return TokenVerdict.NeverIssued;
        }

        return accounts.IsExpired(token) ? TokenVerdict.Expired : TokenVerdict.Valid;
    }
}
