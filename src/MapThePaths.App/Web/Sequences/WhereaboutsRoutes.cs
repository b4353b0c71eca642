using MapThePaths.App.Services;
using MapThePaths.Core.Model;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace MapThePaths.App.Web.Sequences;

/// <summary>What would be sent of a sequence, and where its photos are.</summary>
internal static class WhereaboutsRoutes
{
    private const int MostLinesAtOnce = 1_000;
    private const int MostImages = 200;

    public static void MapWhereabouts(this IEndpointRouteBuilder api)
    {
        api.MapGet("/sequences/{id:long}/plan", Plan);
        api.MapGet("/sequences/{id:long}/parts", Parts);
        api.MapGet("/sequences/{id:long}/life-lines", LifeLines);
        api.MapGet("/sequences/{id:long}/records", Records);
    }

    private static Ok<PlanView> Plan(long id, Composition composition, string to = ServiceList.Mapillary)
    {
        string[]? sender = composition.SenderAt(to, name: null) is { } account ? [account.UserId] : null;
        var plan = composition.Flow.Number(composition.Flow.Plan(composition.Meant(id), to, ServiceList.RulesOf(to)), sender);
        return TypedResults.Ok(PlanView.Of(plan, composition.Flow.AlreadyThere(plan, sender)));
    }

    private static Ok<PartView[]> Parts(long id, Composition composition) =>
        TypedResults.Ok(composition.Catalog.Overview.Parts(composition.Meant(id).Id).Select(part => PartView.Of(part, composition.Catalog)).ToArray());

    private static Ok<LifeLinePage> LifeLines(long id, Composition composition, string? destination, string? state, int offset = 0, int limit = 200)
    {
        var rows = Rows(composition.Meant(id), composition);
        var counts = rows
            .GroupBy(row => row.Destination ?? LifeLineView.Here, StringComparer.Ordinal)
            .ToDictionary(
                there => there.Key,
                IReadOnlyDictionary<string, int> (there) => there.CountBy(row => row.State, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal),
                StringComparer.Ordinal);
        var found = rows.FindAll(row =>
            (string.IsNullOrEmpty(destination) || row.Destination == destination || (destination == LifeLineView.Here && row.Destination is null))
            && (string.IsNullOrEmpty(state) || row.State == state));
        return TypedResults.Ok(new LifeLinePage(found.Count, [.. found.Skip(offset).Take(Math.Clamp(limit, 1, MostLinesAtOnce))], counts));
    }

    // One for each destination that a photo is at, in the order of paths; one for a photo that is here alone.
    private static List<LifeLineView> Rows(Sequence sequence, Composition composition)
    {
        var arranged = composition.Flow.Arrange(sequence);
        var lines = composition.Catalog.Overview.LifeLines(sequence.Id).ToLookup(line => line.Path, StringComparer.Ordinal);
        return [.. arranged.Runs
            .SelectMany(run => run.Photos.Select(photo => (photo.Photo.Path, Id: (long?)photo.Photo.Id, Reason: (Reason?)null)))
            .Concat(arranged.LeftOut.Select(left => (left.Path, Id: left.PhotoId, Reason: (Reason?)left.Reason)))
            .OrderBy(photo => photo.Path, StringComparer.Ordinal)
            .SelectMany(photo => lines.Contains(photo.Path)
                ? lines[photo.Path].Select(line => LifeLineView.Of(line, sequence.Id, composition))
                : [LifeLineView.Of(photo.Path, photo.Id, photo.Reason)])];
    }

    private static Ok<RecordsView> Records(long id, Composition composition, string? destination)
    {
        var sequence = composition.Meant(id).Id;
        var where = string.IsNullOrEmpty(destination) ? null : destination;
        var records = composition.Catalog.Records;
        return TypedResults.Ok(new RecordsView(
            [.. records.Sequences(sequence, where).Select(SequenceRecord.Of)],
            [.. records.Images(sequence, where, MostImages).Select(ImageRecord.Of)],
            [.. records.Sessions(sequence, where).Select(SessionRecord.Of)]));
    }
}
