using MapThePaths.Emulator.Identity;
using MapThePaths.Emulator.Wire;

namespace MapThePaths.Emulator.MapThePathsWeb.Rules;

/// <summary>
/// 403, never 401, and no hint at how to sign in (§3). The seed generation reads HTTP Basic too (§4); nobody has a password here, so
/// every one is wrong.
/// </summary>
internal sealed class UserIsSignedIn(BearerCheck bearer, bool readsBasic) : IRule
{
    public Answer? Refuse(Call call)
    {
        if (readsBasic && BearerText.Of(call.Request).Scheme == "Basic")
        {
            return WebError.Detail(403, "Invalid username/password.");
        }

        if (bearer.Living(call) is not { } token)
        {
            return WebError.NotSignedIn;
        }

        call.Token = token;
        return null;
    }
}
