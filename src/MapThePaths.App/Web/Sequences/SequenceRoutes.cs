using MapThePaths.Core.Catalog;
using MapThePaths.Core.Model;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace MapThePaths.App.Web.Sequences;

/// <summary>The list of sequences.</summary>
internal static class SequenceRoutes
{
    private const int MostAtOnce = 50;

    public static void MapSequences(this IEndpointRouteBuilder api) => api.MapGet("/sequences", List);

    private static Ok<SequencePage> List(Composition composition, string? search, int offset = 0, int limit = 25)
    {
        var overview = composition.Catalog.Overview;
        var found = overview.Sequences().Where(summary => Matches(summary.Sequence, search)).ToList();
        var others = overview.SentWithOthers();
        var cards = found.Skip(offset).Take(Math.Clamp(limit, 1, MostAtOnce)).Select(summary => Card(summary, others, composition.Catalog));
        return TypedResults.Ok(new SequencePage(found.Count, [.. cards]));
    }

    private static bool Matches(Sequence sequence, string? search) => string.IsNullOrWhiteSpace(search)
        || sequence.Name.Contains(search, StringComparison.OrdinalIgnoreCase)
        || sequence.Description.Contains(search, StringComparison.OrdinalIgnoreCase)
        || sequence.Tags.Any(tag => tag.Contains(search, StringComparison.OrdinalIgnoreCase));

    private static SequenceCard Card(SequenceSummary summary, IReadOnlyDictionary<long, long> others, OpenCatalog catalog)
    {
        var sequence = summary.Sequence;
        var sketch = Sketch.Of(catalog.Sketches.Points(sequence.Id));
        return new SequenceCard
        {
            Id = sequence.Id,
            Name = sequence.Name,
            Description = sequence.Description,
            Tags = sequence.Tags,
            Transport = sequence.Transport.ToString(),
            Photos = summary.Files,
            CreatedAt = sequence.CreatedAt.ToDateTimeOffset(),
            FirstTakenAt = sketch.First?.ToDateTimeOffset(),
            LastTakenAt = sketch.Last?.ToDateTimeOffset(),
            Distance = sketch.Distance,
            Line = sketch.Line,
            Destinations = [.. catalog.Overview.Parts(sequence.Id).GroupBy(part => part.Destination).Select(DestinationState.Of)],
            SentWith = others.TryGetValue(sequence.Id, out var other) ? other : null,
        };
    }
}
