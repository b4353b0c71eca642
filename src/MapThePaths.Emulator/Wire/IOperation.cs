using MapThePaths.Emulator.Faults;

namespace MapThePaths.Emulator.Wire;

/// <summary>One call of a service: its preconditions as data, in the order they are checked, and its work.</summary>
internal interface IOperation
{
    IReadOnlyList<IRule> Rules { get; }

    FaultTarget Target(Call call);

    Task<Answer> AnswerAsync(Call call);
}
