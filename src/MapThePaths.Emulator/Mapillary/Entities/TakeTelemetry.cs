using System.Text.Json.Nodes;
using MapThePaths.Emulator.Faults;
using MapThePaths.Emulator.Mapillary.Rules;
using MapThePaths.Emulator.Wire;

namespace MapThePaths.Emulator.Mapillary.Entities;

/// <summary>POST <c>/logging</c>: accepted and forgotten (§7.1).</summary>
internal sealed class TakeTelemetry : IOperation
{
    public IReadOnlyList<IRule> Rules { get; } = [new TokenLooksRight()];

    public FaultTarget Target(Call call) => FaultTarget.Logging;

    public Task<Answer> AnswerAsync(Call call) => Task.FromResult(Answer.Json(new JsonObject()));
}
