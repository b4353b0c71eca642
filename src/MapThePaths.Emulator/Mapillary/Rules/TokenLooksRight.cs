using MapThePaths.Emulator.Identity;
using MapThePaths.Emulator.Mapillary.Identity;
using MapThePaths.Emulator.Wire;

namespace MapThePaths.Emulator.Mapillary.Rules;

/// <summary>Telemetry comes with the client token of whatever program sends it (§7.1), in the scheme of §1; its look is enough.</summary>
internal sealed class TokenLooksRight : IRule
{
    public Answer? Refuse(Call call)
    {
        var bearer = BearerText.Of(call.Request);
        if (bearer == BearerText.Nothing)
        {
            return GraphError.NoToken;
        }

        return bearer.Scheme is (null or "OAuth") && TokenShape.IsClient(bearer.Text) ? null : GraphError.MalformedToken;
    }
}
