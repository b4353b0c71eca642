using MapThePaths.Emulator.Mapillary.Identity;
using MapThePaths.Emulator.Mapillary.Uploading;
using MapThePaths.Emulator.Wire;

namespace MapThePaths.Emulator.Mapillary.Rules;

/// <summary>The upload host wants a living user token with the upload scope, in the header alone (§1), and says no in one way only (§5.5).</summary>
internal sealed class TokenMayUpload(TokenCheck check) : IRule
{
    public Answer? Refuse(Call call)
    {
        var (verdict, token, inAddress) = check.Judge(call);
        if (inAddress || verdict != TokenVerdict.Valid || token is null || !GraphToken.MayUpload(token))
        {
            return UploadError.Dialect.NotAuthorized;
        }

        call.Token = token;
        return null;
    }
}
