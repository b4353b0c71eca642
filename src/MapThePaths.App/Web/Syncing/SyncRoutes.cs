using MapThePaths.App.Syncing;
using MapThePaths.App.Web.Runs;
using MapThePaths.App.Web.Sequences;
using MapThePaths.Core.Model;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace MapThePaths.App.Web.Syncing;

/// <summary>Telling Map the Paths Web of sequences, and what the user agreed to.</summary>
internal static class SyncRoutes
{
    public static void MapSyncing(this IEndpointRouteBuilder api)
    {
        api.MapGet("/sequences/{id:long}/entries", (long id, Composition composition) =>
            TypedResults.Ok(EntryList.Of(composition.Meant(id).Id, composition).Select(EntryView.Of).ToArray()));
        api.MapPost("/sequences/{id:long}/sync", Sync);
        api.MapPost("/consent", Consent);
    }

    private static Ok<RunStarted> Sync(long id, SyncRequest request, RunList runs, Composition composition)
    {
        var sequence = composition.Meant(id).Id;
        var server = ServerOf(composition);
        return TypedResults.Ok(runs.StartSending(RunKind.Sync, sequence, (run, own, cancellationToken) =>
            SyncWork.DoAsync(server, sequence, request, run, own, cancellationToken)));
    }

    private static Ok<ConsentView> Consent(ConsentRequest request, Composition composition)
    {
        if (request.Server != ServerOf(composition))
        {
            throw new UserMistakeException($"{request.Server} is not the server that is set up now. Load the page again.");
        }

        composition.Catalog.Syncing.StoreConsent(request.Server, request.Given, composition.Time.Now());
        return TypedResults.Ok(ConsentView.Of(request.Server, composition.Catalog.Syncing));
    }

    private static string ServerOf(Composition composition) => composition.EntryServer
        ?? throw new UserMistakeException("Map the Paths Web is not set up: MTP_WEB_URL is missing. Put it into .env (README, \"Map the Paths Web\").");
}

/// <param name="CreateAgain">Make a new entry where nobody knows what became of the last one.</param>
/// <param name="Account">Whose token to use at the server; absent for the only account.</param>
internal sealed record SyncRequest(bool CreateAgain = false, string? Account = null);

/// <param name="Server">Its address, as the user saw it.</param>
internal sealed record ConsentRequest(string Server, bool Given);
