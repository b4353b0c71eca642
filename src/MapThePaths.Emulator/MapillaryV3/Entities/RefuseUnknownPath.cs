using MapThePaths.Emulator.Faults;
using MapThePaths.Emulator.Wire;

namespace MapThePaths.Emulator.MapillaryV3.Entities;

/// <summary>What API v3 has, but this stand-in has not, is not found either.</summary>
internal sealed class RefuseUnknownPath : IOperation
{
    public IReadOnlyList<IRule> Rules { get; } = [];

    public FaultTarget Target(Call call) => FaultTarget.V3Other;

    public Task<Answer> AnswerAsync(Call call) => Task.FromResult(V3Error.NotFound);
}
