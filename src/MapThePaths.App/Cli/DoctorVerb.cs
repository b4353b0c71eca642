using System.CommandLine;
using MapThePaths.App.SigningIn;
using MapThePaths.Core.Catalog;
using MapThePaths.Core.Destinations;
using MapThePaths.Core.Model;

namespace MapThePaths.App.Cli;

/// <summary><c>mtpdu doctor</c>: what was found, what is missing, and what to do.</summary>
internal static class DoctorVerb
{
    public static Command Create()
    {
        var command = new Command("doctor", "Checks settings, catalog and services, and says what to do.");
        command.SetVerb((_, context, cancellationToken) => RunAsync(context, cancellationToken));
        return command;
    }


    private static async Task<int> RunAsync(VerbContext context, CancellationToken cancellationToken)
    {
        context.LookAs(account: null);
        List<CheckLine> checks =
        [
            new("version", Ok: true, $"mtpdu {Composition.Version} on .NET {Environment.Version}", NextStep: null),
            new("home", Ok: true, context.Composition.Settings.Home, NextStep: null),
            Settings(context.Composition.Settings),
            Catalog(context.Composition),
            Space(context.Composition.Settings.Home),
            await PracticeAsync(context.Composition, cancellationToken),
        ];
        foreach (var service in Composition.SignInNames)
        {
            checks.Add(await SignInAsync(service, context.Composition, cancellationToken));
        }

        foreach (var check in checks)
        {
            context.Output.Line(check);
            context.Output.Say($"{(check.Ok ? "ok     " : "missing")}  {check.Name}: {check.Detail}");
            if (check.NextStep is { } step)
            {
                context.Output.Say($"         {step}");
            }
        }

        context.Output.Line(new DoctorSummary(Composition.Version, checks.Count, checks.Count(check => !check.Ok), ExitCode.Done));
        return ExitCode.Done;
    }

    private static CheckLine Settings(Settings settings) => new(
        "settings",
        Ok: true,
        settings.EnvFiles.Count > 0 ? $"environment and {string.Join(", ", settings.EnvFiles)}" : "environment; no .env file here or in the home",
        NextStep: null);

    private static CheckLine Catalog(Composition composition)
    {
        try
        {
            var sequences = composition.Catalog.Overview.Sequences().Count;
            return new CheckLine("catalog", Ok: true, $"{composition.Settings.CatalogPath} ({Wording.Count(sequences, "sequence")})", NextStep: null);
        }
        catch (Exception failure) when (failure is CatalogException or UserMistakeException)
        {
            return new CheckLine("catalog", Ok: false, failure.Message, NextStep: null);
        }
    }

    private static CheckLine Space(string home)
    {
        const long Enough = 100_000_000;
        var free = new DriveInfo(Path.GetFullPath(home)).AvailableFreeSpace;
        return new CheckLine("disk", free >= Enough, $"{Wording.Bytes(free)} free for catalog and logs", free >= Enough ? null : "Free some space.");
    }

    private static async Task<CheckLine> PracticeAsync(Composition composition, CancellationToken cancellationToken)
    {
        try
        {
            var practice = await composition.DestinationAsync(Composition.Practice, cancellationToken);
            var account = await practice.SignIn.WhoAmIAsync(cancellationToken);
            return new CheckLine(Composition.Practice, Ok: true, $"signed in as {account.Name}", NextStep: null);
        }
        catch (DestinationException failure)
        {
            return new CheckLine(Composition.Practice, Ok: false, failure.WithAdvice(), NextStep: null);
        }
    }

    private static async Task<CheckLine> SignInAsync(string name, Composition composition, CancellationToken cancellationToken)
    {
        try
        {
            var service = composition.SignInTo(name);
            var hasToken = service.GivenToken is not null || composition.Accounts.At(name).Count > 0;
            if (hasToken ? !service.TakesTokens : !service.IsSetUp)
            {
                return new CheckLine(name, Ok: false, $"not set up: {string.Join(" and ", service.Missing)} missing", BrowserSignIn.NotSetUp(service));
            }

            var account = await composition.WhoIsSignedInAsync(service, cancellationToken);
            return new CheckLine(name, Ok: true, account.Name.Length > 0 ? $"signed in as {account.Name}" : "signed in", NextStep: null);
        }
        catch (DestinationException failure)
        {
            return new CheckLine(name, Ok: false, failure.WithAdvice(), NextStep: null);
        }
        catch (Exception mistake) when (mistake is UserMistakeException or CatalogException)
        {
            return new CheckLine(name, Ok: false, mistake.Message, NextStep: null);
        }
    }
}
