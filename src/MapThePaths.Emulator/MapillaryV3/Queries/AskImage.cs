using MapThePaths.Emulator.Faults;
using MapThePaths.Emulator.MapillaryV3.Pictures;
using MapThePaths.Emulator.Wire;

namespace MapThePaths.Emulator.MapillaryV3.Queries;

/// <summary>GET <c>/images/{key}</c> (§8.2).</summary>
internal sealed class AskImage(Library library, Feature feature, params IRule[] rules) : IOperation
{
    public IReadOnlyList<IRule> Rules => rules;

    public FaultTarget Target(Call call) => FaultTarget.V3Image;

    public Task<Answer> AnswerAsync(Call call)
    {
        var found = library.Images(call.Viewer).FirstOrDefault(image => image.Key == call.InRoute("key"));
        return Task.FromResult(found is null ? V3Error.NotFound : Answer.Json(feature.Write(found)));
    }
}
