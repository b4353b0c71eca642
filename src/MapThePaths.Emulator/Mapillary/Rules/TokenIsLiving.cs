using MapThePaths.Emulator.Mapillary.Identity;
using MapThePaths.Emulator.Wire;

namespace MapThePaths.Emulator.Mapillary.Rules;

/// <summary>The graph host answers each fault of a token in its own way (§9.2). A client token will do.</summary>
internal sealed class TokenIsLiving(TokenCheck check, string appId) : IRule
{
    public Answer? Refuse(Call call)
    {
        var (verdict, token, inAddress) = check.Judge(call);
        if (token is not null)
        {
            call.Token = token;
        }

        return verdict switch
        {
            TokenVerdict.Valid => null,
            TokenVerdict.Missing => GraphError.NoToken,
            TokenVerdict.Malformed => GraphError.MalformedToken,
            TokenVerdict.Expired => GraphError.ExpiredToken,
            TokenVerdict.Revoked => GraphError.Revoked(appId),
            _ => GraphError.NeverIssued(inAddress),
        };
    }
}
