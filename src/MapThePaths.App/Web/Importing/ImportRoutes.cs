using MapThePaths.App.Web.Runs;
using MapThePaths.Core.Model;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;

namespace MapThePaths.App.Web.Importing;

/// <summary>From folders of this computer to sequences.</summary>
internal static class ImportRoutes
{
    public static void MapImporting(this IEndpointRouteBuilder api)
    {
        api.MapGet("/folders", (Composition composition, string? path) => TypedResults.Ok(FolderView.Of(path, composition.Catalog)));
        api.MapPost("/uploads/{name}", Keep).Accepts<Stream>("application/octet-stream").WithMetadata(new LargestFile());
        api.MapPost("/imports", Import);
        api.MapPost("/inspect", Inspect);
    }

    private static async Task<Ok<DroppedFile>> Keep(
        string name, HttpRequest request, Composition composition, CancellationToken cancellationToken, string batch = "files", string folder = "")
    {
        composition.Settings.CreateHome();
        return TypedResults.Ok(new DroppedFile(await DroppedFiles.KeepAsync(request.Body, batch, folder, Uri.UnescapeDataString(name), composition.Settings.Home, cancellationToken)));
    }

    // A wrong word is told at once, not by the run.
    private static Ok<RunStarted> Import(ImportWish wish, RunList runs, Composition composition)
    {
        var request = wish.ToRequest(composition.Transports);
        return TypedResults.Ok(runs.Start(RunKind.Import, sequence: null, (run, own, cancellationToken) =>
            Task.FromResult(ImportWork.Do(request, run, own, cancellationToken))));
    }

    private static Ok<RunStarted> Inspect(InspectRequest wish, RunList runs) => wish.Paths.Count == 0
        ? throw new UserMistakeException("Choose a folder or files.")
        : TypedResults.Ok(runs.Start(RunKind.Inspect, sequence: null, (run, own, cancellationToken) =>
            Task.FromResult(InspectWork.Do(wish.Paths, run, own, cancellationToken))));

    /// <summary>A gigabyte: more than any photo has.</summary>
    private sealed class LargestFile : IRequestSizeLimitMetadata
    {
        public long? MaxRequestBodySize => 1L << 30;
    }
}

/// <param name="Paths">Files and folders.</param>
internal sealed record InspectRequest(IReadOnlyList<string> Paths);

/// <param name="Path">Where the file lies now, to be imported from.</param>
internal sealed record DroppedFile(string Path);
