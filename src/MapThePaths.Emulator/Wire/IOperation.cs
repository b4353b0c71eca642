using MapThePaths.Emulator.Faults;

namespace MapThePaths.Emulator.Wire;

/// <summary>One call of a service: its preconditions as data, in the order they are checked, and its work.</summary>
internal interface IOperation
{
    IReadOnlyList<IRule> Rules { get; }

    FaultTarget Target(Call call);

    /// <summary>What the key patterns of fault rules are searched in; null when the call has none.</summary>
    ValueTask<string?> KeyAsync(Call call) => ValueTask.FromResult(call.InRoute("key"));

    Task<Answer> AnswerAsync(Call call);
}
