using MapThePaths.Emulator.Identity;
using MapThePaths.Emulator.Mapillary.Identity;
using MapThePaths.Emulator.Wire;

namespace MapThePaths.Emulator.Mapillary.Rules;

/// <summary>The token endpoint demands <c>OAuth &lt;client secret&gt;</c>, not the client token (§3.2).</summary>
internal sealed class SecretIsTheApps(string secret) : IRule
{
    public Answer? Refuse(Call call)
    {
        var bearer = BearerText.Of(call.Request);
        if (bearer == BearerText.Nothing)
        {
            return GraphError.NoToken;
        }

        if (bearer.Scheme != "OAuth" || !TokenShape.IsClient(bearer.Text))
        {
            return GraphError.MalformedToken;
        }

        return bearer.Text == secret ? null : GraphError.NeverIssued(inAddress: false);
    }
}
