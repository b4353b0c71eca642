using System.Runtime.CompilerServices;
using MapThePaths.App.Web.Importing;
using MapThePaths.App.Web.Sequences;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;

namespace MapThePaths.App.Web.Runs;

/// <summary>Work that takes longer than an answer may.</summary>
internal static class RunRoutes
{
    public static void MapRuns(this IEndpointRouteBuilder api)
    {
        api.MapGet("/runs", (RunList runs) => TypedResults.Ok(runs.All));
        api.MapGet("/runs/{id}", (string id, RunList runs) => TypedResults.Ok(runs.Find(id).View()));
        api.MapGet("/runs/{id}/events", Events).Produces<RunEvent>(StatusCodes.Status200OK, "text/event-stream");
        api.MapPost("/runs/{id}/pause", Pause);
        api.MapPost("/runs/{id}/cancel", Cancel);
        api.MapPost("/runs/{id}/answer", Answer);
        api.MapPost("/sequences/{id:long}/send", Send);
        api.MapPost("/sequences/{id:long}/follow", Follow);
        api.MapPost("/sequences/{id:long}/verify", Verify);
        api.MapPost("/practice", (RunList runs) => TypedResults.Ok(runs.StartSending(RunKind.Practice, sequence: null, PracticeWork.DoAsync)));
    }

    // The listener's own end, or the program's.
    private static ServerSentEventsResult<RunEvent> Events(string id, RunList runs, IHostApplicationLifetime program) =>
        TypedResults.ServerSentEvents(Until(runs.Find(id).Log, program.ApplicationStopping));

    private static async IAsyncEnumerable<RunEvent> Until(
        RunLog log, CancellationToken stopping, [EnumeratorCancellation] CancellationToken gone = default)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(gone, stopping);
        await foreach (var said in log.ReadAsync(either.Token))
        {
            yield return said;
        }
    }

    private static Results<NoContent, Conflict<Problem>> Pause(string id, RunList runs) => runs.Find(id).Pause()
        ? TypedResults.NoContent()
        : TypedResults.Conflict(new Problem("Only sending can be paused, while it goes on."));

    private static NoContent Cancel(string id, RunList runs)
    {
        runs.Find(id).Cancel();
        return TypedResults.NoContent();
    }

    private static Results<NoContent, Conflict<Problem>> Answer(string id, AnswerRequest answer, RunList runs) => runs.Find(id).Answer(answer.Text)
        ? TypedResults.NoContent()
        : TypedResults.Conflict(new Problem("Nobody waits for an answer any more."));

    private static Ok<RunStarted> Send(long id, SendRequest request, RunList runs, Composition composition)
    {
        SendingWork.Check(request);
        return TypedResults.Ok(runs.StartSending(
            RunKind.Send,
            composition.Meant(id).Id,
            (run, own, cancellationToken) => new SendingWork(run, own, request).DoAsync(own.Meant(id), cancellationToken),
            request));
    }

    private static Ok<RunStarted> Follow(long id, RunList runs, Composition composition) =>
        TypedResults.Ok(runs.Start(RunKind.Follow, composition.Meant(id).Id, (run, own, cancellationToken) =>
            LookingWork.FollowAsync(own.Meant(id), run, own, cancellationToken)));

    private static Ok<RunStarted> Verify(long id, VerifyRequest request, RunList runs, Composition composition) =>
        TypedResults.Ok(runs.Start(RunKind.Verify, composition.Meant(id).Id, (run, own, cancellationToken) =>
            LookingWork.VerifyAsync(own.Meant(id), request.SafeToDelete, run, own, cancellationToken)));
}

/// <param name="Text">The address that the browser was sent to.</param>
internal sealed record AnswerRequest(string Text);
