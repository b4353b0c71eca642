using MapThePaths.App.Services;
using MapThePaths.App.Web.Runs;
using MapThePaths.App.Web.Sequences;
using MapThePaths.Core.Model;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace MapThePaths.App.Web.Exporting;

/// <summary>What would be sent, as files.</summary>
internal static class ExportRoutes
{
    public static void MapExporting(this IEndpointRouteBuilder api)
    {
        api.MapPost("/sequences/{id:long}/export", Export);
        api.MapGet("/sequences/{id:long}/documents/{name}", Document).Produces(StatusCodes.Status200OK, contentType: "application/octet-stream");
    }

    private static Ok<RunStarted> Export(long id, ExportRequest request, RunList runs, Composition composition)
    {
        if (!Path.IsPathFullyQualified(request.Folder))
        {
            throw new UserMistakeException("Choose a folder to export to.");
        }

        return TypedResults.Ok(runs.Start(RunKind.Export, composition.Meant(id).Id, (run, own, cancellationToken) =>
            Task.FromResult(ExportWork.Do(own.Meant(id), request, run, own, cancellationToken))));
    }

    private static FileContentHttpResult Document(long id, string name, Composition composition, string to = ServiceList.Mapillary)
    {
        var sequence = composition.Meant(id);
        using var buffer = new MemoryStream();
        if (!composition.Flow.WriteDocument(composition.Flow.Plan(sequence, to, ServiceList.RulesOf(to)), name, ExportWork.Program, buffer))
        {
            throw new NotThereException($"There is no document '{name}'.");
        }

        return TypedResults.File(buffer.ToArray(), "application/octet-stream", $"{FileNameOf(sequence.Name)}-{name}");
    }

    private static string FileNameOf(string name) => string.Join('-', name.Split([.. Path.GetInvalidFileNameChars(), ' '], StringSplitOptions.RemoveEmptyEntries));
}

/// <param name="Folder">A whole path: a new or empty folder, or one with an earlier export of the same sequence.</param>
/// <param name="To">Whose limits decide about parts and projections.</param>
internal sealed record ExportRequest(string Folder, string To = ServiceList.Mapillary);
