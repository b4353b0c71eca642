using MapThePaths.Emulator.Wire;

namespace MapThePaths.Emulator.Mapillary.Rules;

/// <summary>Some calls need to know the user (§2). Stands after <see cref="TokenIsLiving"/>.</summary>
internal sealed class TokenIsAUsers : IRule
{
    public Answer? Refuse(Call call) => call.Token.Account is null ? GraphError.UserTokenNeeded : null;
}
