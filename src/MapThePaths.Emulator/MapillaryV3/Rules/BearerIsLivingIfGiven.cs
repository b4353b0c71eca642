using MapThePaths.Emulator.Identity;
using MapThePaths.Emulator.Wire;

namespace MapThePaths.Emulator.MapillaryV3.Rules;

/// <summary>Public data needs no token, but a wrong one is not overlooked (§1).</summary>
internal sealed class BearerIsLivingIfGiven(BearerCheck bearer) : IRule
{
    private readonly BearerIsLiving _isLiving = new(bearer);

    public Answer? Refuse(Call call) => call.Header("Authorization") is null ? null : _isLiving.Refuse(call);
}
