using MapThePaths.App.Services;
using MapThePaths.Core.Catalog;
using MapThePaths.Core.Model;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace MapThePaths.App.Web.Sequences;

/// <summary>The list of sequences, and each of them.</summary>
internal static class SequenceRoutes
{
    private const int MostAtOnce = 50;

    public static void MapSequences(this IEndpointRouteBuilder api)
    {
        api.MapGet("/sequences", List);
        api.MapGet("/sequences/{id:long}", (long id, Composition composition, Sketches sketches) => TypedResults.Ok(Detail(composition.Meant(id), composition, sketches)));
        api.MapPatch("/sequences/{id:long}", Change);
        api.MapDelete("/sequences/{id:long}", Forget);
        api.MapGet("/names", Named);
        api.MapGet("/transports", Transports);
        api.MapGet("/tags", (Composition composition) => TypedResults.Ok(composition.Catalog.Sketches.Tags()));
    }

    /// <summary>The sequence with this id.</summary>
    /// <exception cref="NotThereException">There is none.</exception>
    public static Sequence Meant(this Composition composition, long id) =>
        composition.Catalog.Sequencing.Find(id.ToString()) is { } sequence && sequence.Id == id
            ? sequence
            : throw new NotThereException($"There is no sequence {id}. It may have been forgotten meanwhile.");

    private static Ok<NameOwner> Named(string name, Composition composition) =>
        TypedResults.Ok(new NameOwner(composition.Catalog.Importing.FindSequence(name.Trim())?.Id));

    private static Ok<SequencePage> List(
        Composition composition,
        Sketches sketches,
        string? search,
        string? destination,
        string? state,
        string? transport,
        DateOnly? from,
        DateOnly? to,
        int offset = 0,
        int limit = 25)
    {
        var filter = new SequenceFilter { Search = search, Destination = destination, State = state, Transport = transport, From = from, To = to };
        var found = filter.Apply(composition.Catalog);
        var others = composition.Catalog.Overview.SentWithOthers();
        var cards = found.Skip(offset).Take(Math.Clamp(limit, 1, MostAtOnce)).Select(summary => Card(summary, others, composition, sketches));
        return TypedResults.Ok(new SequencePage(found.Count, [.. cards]));
    }

    /// <summary>The sequence as it is arranged now.</summary>
    public static SequenceDetail Detail(Sequence sequence, Composition composition, Sketches sketches)
    {
        var arranged = composition.Flow.Arrange(sequence);
        var card = Card(new SequenceSummary(sequence, arranged.FileCount), composition.Catalog.Overview.SentWithOthers(), composition, sketches);
        return new SequenceDetail(card, arranged, canRedo: composition.Catalog.Editing.Undone(sequence.Id).Count > 0);
    }

    private static Ok<SequenceDetail> Change(long id, SequenceChange change, Composition composition, Sketches sketches)
    {
        var sequence = composition.Meant(id);
        var changed = sequence with
        {
            Name = change.Name?.Trim() ?? sequence.Name,
            Description = change.Description ?? sequence.Description,
            Tags = change.Tags ?? sequence.Tags,
            Transport = change.Transport is { } transport ? Choices.Transport(transport, composition.Transports) : sequence.Transport,
            TimeZone = change.TimeZone is { } zone ? Choices.TimeZone(zone) : sequence.TimeZone,
            Rules = (change.Rules ?? new RuleWishes()).ApplyTo(sequence.Rules),
        };
        composition.Flow.Describe(changed);
        return TypedResults.Ok(Detail(composition.Meant(id), composition, sketches));
    }

    private static Results<NoContent, Conflict<Problem>> Forget(long id, Composition composition)
    {
        var sequence = composition.Meant(id);
        return Forgetting.Forget(sequence, composition) is { } unclear
            ? TypedResults.Conflict(new Problem(
                $"'{sequence.Name}' is kept: it is not known whether part {unclear.Number} was published at {ServiceList.TitleOf(unclear.Destination)}, and only the sequence can tell. {PageSteps.For(unclear)}"))
            : TypedResults.NoContent();
    }

    private static Ok<TransportParent[]> Transports(Composition composition) => TypedResults.Ok(composition.Transports.All
        .GroupBy(type => type.Parent)
        .Select(types => new TransportParent(types.Key, [.. types.Select(type => type.Child)], types.First().IsAir))
        .ToArray());

    private static SequenceCard Card(SequenceSummary summary, IReadOnlyDictionary<long, long?> others, Composition composition, Sketches sketches)
    {
        var sequence = summary.Sequence;
        var sketch = sketches.Of(sequence, composition);
        return new SequenceCard
        {
            Id = sequence.Id,
            Name = sequence.Name,
            Description = sequence.Description,
            Tags = sequence.Tags,
            Transport = sequence.Transport.ToString(),
            Photos = summary.Files,
            LeftOut = sketch.LeftOut,
            FirstTakenAt = sketch.First,
            LastTakenAt = sketch.Last,
            NeedsTimeZone = sketch.NeedsTimeZone,
            Distance = sketch.Distance,
            Line = sketch.Line,
            Destinations = DestinationState.Of(sequence.Id, composition),
            IsSentElsewhere = others.ContainsKey(sequence.Id),
            SentWith = others.GetValueOrDefault(sequence.Id),
        };
    }
}

/// <param name="Sequence">The one that has the name, in whatever case; absent for a name that is free.</param>
internal sealed record NameOwner(long? Sequence);

/// <summary>A way of moving, and its kinds.</summary>
/// <param name="IsAir">Some destinations refuse it.</param>
internal sealed record TransportParent(string Parent, IReadOnlyList<string> Children, bool IsAir);
