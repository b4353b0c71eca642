using System.CommandLine;
using MapThePaths.App.Practice;
using MapThePaths.App.Sending;
using MapThePaths.App.Services;
using MapThePaths.Core.Importing;
using MapThePaths.Core.Model;

namespace MapThePaths.App.Cli;

/// <summary><c>mtpdu practice</c>: the whole flow with sample photos against the built-in services, in a home of its own.</summary>
internal static class PracticeVerb
{
    public static Command Create()
    {
        var command = new Command("practice", "Shows the whole flow with sample photos and built-in services. Needs no account, leaves nothing behind.");
        command.SetVerb(async (_, context, cancellationToken) =>
        {
            var home = Directory.CreateTempSubdirectory("mtpdu-practice-").FullName;
            try
            {
                await using var composition = new Composition(Settings.ForPractice(home));
                return await RunAsync(SamplePhotos.Unpack(home), context with { Composition = composition }, cancellationToken);
            }
            finally
            {
                Directory.Delete(home, recursive: true);
            }
        });
        return command;
    }

    private static async Task<int> RunAsync(string photos, VerbContext context, CancellationToken cancellationToken)
    {
        var output = context.Output;
        output.TellsSteps = false;
        context.Interruption.LeavesNothing = true;
        output.Say("Practice: sample photos go all the way to a stand-in for Mapillary on this computer. Nothing leaves it.\n");
        var request = new ImportRequest
        {
            Paths = [photos],
            Name = "Practice walk",
            Description = "A walk along a trail, drawn for practice.",
            Tags = ["practice", "trail"],
            Transport = new TransportType("Earth", "Walk"),
        };
        var choices = new SendChoices([ServiceList.Practice], DryRun: false, Follow: true);
        var code = await new SendCommand(context, choices).ImportAndRunAsync(request, cancellationToken);
        if (code == ExitCode.Done)
        {
            Conclude(context.FindSequence(request.Name), context);
        }

        return code;
    }

    private static void Conclude(Sequence sequence, VerbContext context)
    {
        if (!context.Output.Json)
        {
            ShowVerb.PrintLifeLines(context.Composition.Flow.Arrange(sequence), context);
        }

        context.Output.Say("""
            That was the whole way; this sequence and its service are gone again. With photos of your own:
              mtpdu inspect FOLDER            what is known of each photo
              mtpdu upload FOLDER --name "My walk" --transport Earth-Walk --to practice --follow
            For the real Mapillary, leave out '--to practice'; 'mtpdu doctor' says what is missing for it.
            """);
    }
}
