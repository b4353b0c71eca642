using MapThePaths.Emulator.MapillaryV3.Identity;
using MapThePaths.Emulator.Wire;

namespace MapThePaths.Emulator.MapillaryV3.Rules;

/// <summary>One of the two upload scopes will do (§2.2; the exact rule is unknown). Stands after <see cref="BearerIsLiving"/>.</summary>
internal sealed class BearerMayUpload : IRule
{
    public Answer? Refuse(Call call) =>
        V3Token.MayUpload(call.Token) ? null : V3Error.Forbidden("The token has neither scope public:upload nor private:upload");
}
