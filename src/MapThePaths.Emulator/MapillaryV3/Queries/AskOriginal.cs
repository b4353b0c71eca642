using MapThePaths.Emulator.Faults;
using MapThePaths.Emulator.MapillaryV3.Pictures;
using MapThePaths.Emulator.Wire;

namespace MapThePaths.Emulator.MapillaryV3.Queries;

/// <summary>GET <c>/images/{key}/download_original</c>: the uploaded bytes, for their owner alone (§8.2).</summary>
internal sealed class AskOriginal(Library library, params IRule[] rules) : IOperation
{
    public IReadOnlyList<IRule> Rules => rules;

    public FaultTarget Target(Call call) => FaultTarget.V3Image;

    public Task<Answer> AnswerAsync(Call call)
    {
        var found = library.Images(call.Account).FirstOrDefault(image => image.Key == call.InRoute("key"));
        return Task.FromResult(found switch
        {
            null => V3Error.NotFound,
            _ when found.Owner.AccountId != call.Account.Id => V3Error.Forbidden("The image belongs to another user"),
            _ => Answer.File(library.PathOf(found), "image/jpeg"),
        });
    }
}
