using MapThePaths.App.Web.Sequences;
using MapThePaths.Core.Model;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace MapThePaths.App.Web.Edits;

/// <summary>Edits are looked at, made, taken back and made again.</summary>
internal static class EditRoutes
{
    public static void MapEdits(this IEndpointRouteBuilder api)
    {
        api.MapPost("/sequences/{id:long}/preview", Preview);
        api.MapPost("/sequences/{id:long}/edits", Add);
        api.MapPost("/sequences/{id:long}/undo", Undo);
        api.MapPost("/sequences/{id:long}/redo", Redo);
    }

    private static Ok<PreviewView> Preview(long id, EditRequest edit, Composition composition) =>
        TypedResults.Ok(PreviewView.Of(composition.Meant(id), edit, composition));

    private static Ok<SequenceDetail> Add(long id, EditRequest edit, Composition composition, Sketches sketches)
    {
        var sequence = composition.Meant(id);
        composition.Flow.Edit(sequence, edit.Make, undoFirst: edit.UndoFirst);
        return TypedResults.Ok(SequenceRoutes.Detail(sequence, composition, sketches));
    }

    private static Ok<SequenceDetail> Undo(long id, Composition composition, Sketches sketches)
    {
        var sequence = composition.Meant(id);
        _ = composition.Flow.Undo(sequence) ?? throw new UserMistakeException($"'{sequence.Name}' has no edit to undo.");
        return TypedResults.Ok(SequenceRoutes.Detail(sequence, composition, sketches));
    }

    private static Ok<SequenceDetail> Redo(long id, Composition composition, Sketches sketches)
    {
        var sequence = composition.Meant(id);
        _ = composition.Flow.Redo(sequence) ?? throw new UserMistakeException($"'{sequence.Name}' has no undone edit.");
        return TypedResults.Ok(SequenceRoutes.Detail(sequence, composition, sketches));
    }
}
