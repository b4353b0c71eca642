using MapThePaths.Emulator.Faults;
using MapThePaths.Emulator.Identity;
using MapThePaths.Emulator.MapillaryV3.Pictures;
using MapThePaths.Emulator.Wire;

namespace MapThePaths.Emulator.MapillaryV3.Queries;

/// <summary>GET <c>/images</c> (§8.1).</summary>
internal sealed class SearchImages(Library library, Feature feature, Accounts accounts, params IRule[] rules) : IOperation
{
    public IReadOnlyList<IRule> Rules => rules;

    public FaultTarget Target(Call call) => FaultTarget.V3Images;

    public Task<Answer> AnswerAsync(Call call)
    {
        var query = new QueryReader(call);
        var filter = new ImageFilter(query, accounts);
        var page = new ResultPage(query);
        return Task.FromResult(query.Wrong is { } wrong ? V3Error.Invalid(wrong) : Write(call, filter, page));
    }

    private Answer Write(Call call, ImageFilter filter, ResultPage page)
    {
        var found = library.Images(call.Viewer).Where(filter.Matches).ToList();
        var answer = Feature.Collection(page.Of(found, image => image.Key).Select(feature.Write));
        return answer with { Headers = [new("Link", page.Links(call, found.Count))] };
    }
}
