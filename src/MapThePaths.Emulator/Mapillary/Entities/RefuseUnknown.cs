using MapThePaths.Emulator.Faults;
using MapThePaths.Emulator.Wire;

namespace MapThePaths.Emulator.Mapillary.Entities;

/// <summary>What the graph host does not have is an unsupported request (§9.2), <c>/sequences</c> among it.</summary>
internal sealed class RefuseUnknown : IOperation
{
    public IReadOnlyList<IRule> Rules { get; } = [];

    public FaultTarget Target(Call call) => FaultTarget.Image;

    public Task<Answer> AnswerAsync(Call call)
    {
        var method = call.Request.Method.ToLowerInvariant();
        return Task.FromResult(GraphError.Unknown(method, call.InRoute("rest") ?? ""));
    }
}
