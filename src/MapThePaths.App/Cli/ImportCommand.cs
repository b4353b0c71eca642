using MapThePaths.Core.Importing;

namespace MapThePaths.App.Cli;

/// <summary>Imports photos, and tells which sequence came of it.</summary>
internal static class ImportCommand
{
    public static ImportResult Run(ImportRequest request, VerbContext context, CancellationToken cancellationToken)
    {
        GpxAdvice.RefuseTracksAlone(request.Paths);
        var result = context.Composition.Flow.Import(request, new ImportProgress(context.Output), cancellationToken);
        ImportReport.Tell(result, context.Output);
        return result;
    }
}
