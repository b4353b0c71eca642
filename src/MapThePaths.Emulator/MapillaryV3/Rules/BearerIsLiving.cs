using MapThePaths.Emulator.Identity;
using MapThePaths.Emulator.Wire;

namespace MapThePaths.Emulator.MapillaryV3.Rules;

/// <summary>A missing, unknown or revoked token is answered alike (§3, §5).</summary>
internal sealed class BearerIsLiving(BearerCheck bearer) : IRule
{
    public Answer? Refuse(Call call)
    {
        if (bearer.Living(call) is not { } token)
        {
            return V3Error.Unauthorized;
        }

        call.Token = token;
        return null;
    }
}
