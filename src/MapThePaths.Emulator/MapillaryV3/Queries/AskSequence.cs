using MapThePaths.Emulator.Faults;
using MapThePaths.Emulator.MapillaryV3.Pictures;
using MapThePaths.Emulator.Wire;

namespace MapThePaths.Emulator.MapillaryV3.Queries;

/// <summary>GET <c>/sequences/{key}</c> (§7.1).</summary>
internal sealed class AskSequence(Library library, Feature feature, params IRule[] rules) : IOperation
{
    public IReadOnlyList<IRule> Rules => rules;

    public FaultTarget Target(Call call) => FaultTarget.V3Sequence;

    public Task<Answer> AnswerAsync(Call call)
    {
        var found = library.Sequences(call.Viewer).FirstOrDefault(sequence => sequence.Key == call.InRoute("key"));
        return Task.FromResult(found is null ? V3Error.NotFound : Answer.Json(feature.Write(found)));
    }
}
