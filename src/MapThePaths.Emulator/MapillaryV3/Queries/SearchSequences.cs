using MapThePaths.Emulator.Faults;
using MapThePaths.Emulator.Identity;
using MapThePaths.Emulator.MapillaryV3.Pictures;
using MapThePaths.Emulator.Wire;

namespace MapThePaths.Emulator.MapillaryV3.Queries;

/// <summary>GET <c>/sequences</c> (§7). Nothing found is an empty collection.</summary>
internal sealed class SearchSequences(Library library, Feature feature, Accounts accounts, params IRule[] rules) : IOperation
{
    public IReadOnlyList<IRule> Rules => rules;

    public FaultTarget Target(Call call) => FaultTarget.V3Sequences;

    public Task<Answer> AnswerAsync(Call call)
    {
        var query = new QueryReader(call);
        var filter = new SequenceFilter(query, accounts);
        var page = new ResultPage(query);
        return Task.FromResult(query.Wrong is { } wrong ? V3Error.Invalid(wrong) : Write(call, filter, page));
    }

    private Answer Write(Call call, SequenceFilter filter, ResultPage page)
    {
        var found = library.Sequences(call.Viewer).Where(filter.Matches).ToList();
        var answer = Feature.Collection(page.Of(found, sequence => sequence.Key).Select(feature.Write));
        return answer with { Headers = [new("Link", page.Links(call, found.Count))] };
    }
}
