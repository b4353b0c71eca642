using MapThePaths.App.Practice;
using MapThePaths.App.Sending;
using MapThePaths.App.Services;
using MapThePaths.App.Web.Runs;
using MapThePaths.Core.Importing;
using MapThePaths.Core.Model;

namespace MapThePaths.App.Web.Importing;

/// <summary>The whole flow with the sample photos: a sequence that stays, sent to the built-in services.</summary>
internal static class PracticeWork
{
    public static async Task<RunOutcome> DoAsync(PageRun run, Composition composition, CancellationToken cancellationToken)
    {
        composition.Settings.CreateHome();
        var request = new ImportRequest
        {
            Paths = [SamplePhotos.Unpack(Path.Combine(composition.Settings.Home, "practice"))],
            Name = "Practice walk",
            Description = "A walk along a trail, drawn for practice.",
            Tags = ["practice", "trail"],
            Transport = new TransportType("Earth", "Walk"),
        };
        var sequence = composition.Flow.Import(request, new FlowTelling(run, composition.Catalog, composition.Time), cancellationToken).Sequence!;
        run.IsAbout(sequence.Id);
        var send = new SendRequest { Destinations = [ServiceList.Practice], Follow = true };
        var outcome = await new SendingWork(run, composition, send).DoAsync(sequence, cancellationToken);
        return outcome with { Result = new PracticeOutcome(sequence.Id, (SentResult)outcome.Result!) };
    }
}

/// <param name="Sequence">Id of the sequence that was made, or was there from before.</param>
internal sealed record PracticeOutcome(long Sequence, SentResult Sent);
