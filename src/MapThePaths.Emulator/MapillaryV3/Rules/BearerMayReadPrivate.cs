using MapThePaths.Emulator.Wire;

namespace MapThePaths.Emulator.MapillaryV3.Rules;

/// <summary>The scope that lets an app read the organizations its user belongs to (§2.2). Stands after <see cref="BearerIsLiving"/>.</summary>
internal sealed class BearerMayReadPrivate : IRule
{
    public Answer? Refuse(Call call) =>
        call.Token.Scopes.Contains("private:read") ? null : V3Error.Forbidden("The token has not the scope private:read");
}
