using System.CommandLine;
using MapThePaths.App.SigningIn;
using MapThePaths.Core.Catalog;
using MapThePaths.Core.Destinations;
using MapThePaths.Core.Model;
using Spectre.Console;

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

        if (await SyncCheck.RunAsync(context.Composition, cancellationToken) is { } sync)
        {
            checks.Add(sync);
        }

        checks.ForEach(context.Output.Line);
        context.Output.Say(Table(checks));
        context.Output.Line(new DoctorSummary(Composition.Version, checks.Count, checks.Count(check => !check.Ok), ExitCode.Done));
        return ExitCode.Done;
    }

    private static Grid Table(IEnumerable<CheckLine> checks)
    {
        var table = new Grid().AddColumn(new GridColumn { NoWrap = true }).AddColumn(new GridColumn { NoWrap = true }).AddColumn();
        foreach (var check in checks)
        {
            table.AddRow(new Text(check.Ok ? "ok" : "missing"), new Text(check.Name), new Text(check.NextStep is { } step ? $"{check.Detail}\n{step}" : check.Detail));
        }

        return table;
    }

    private static CheckLine Settings(Settings settings)
    {
        var complaints = settings.EnvFiles.Select(file => file.Complaint).OfType<string>().ToList();
        var files = string.Join(", ", settings.EnvFiles.Select(file => file.Path));
        return new CheckLine(
            "settings",
            complaints.Count == 0,
            files.Length > 0 ? $"environment and {files}" : "environment; no .env file here or in the home",
            complaints.Count == 0 ? null : string.Join(' ', complaints));
    }

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
            return new CheckLine(Composition.Practice, Ok: false, WithoutName(failure.WithAdvice(), Composition.Practice), NextStep: null);
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
                return new CheckLine(name, Ok: false, $"not set up: {BrowserSignIn.Missing(service)}", BrowserSignIn.HowToSetUp(service));
            }

            var account = await composition.WhoIsSignedInAsync(service, cancellationToken);
            return new CheckLine(name, Ok: true, $"signed in{(account.Name.Length > 0 ? $" as {account.Name}" : "")}{Where(name, composition)}", NextStep: null);
        }
        catch (DestinationException failure)
        {
            return new CheckLine(name, Ok: false, WithoutName(failure.WithAdvice(), name), NextStep: null);
        }
        catch (Exception mistake) when (mistake is UserMistakeException or CatalogException)
        {
            return new CheckLine(name, Ok: false, WithoutName(mistake.Message, name), NextStep: null);
        }
    }

    private static string Where(string name, Composition composition) => name switch
    {
        Composition.MapillaryV3 => $" at {composition.Settings.MapillaryV3Url}",
        _ when composition.StandInFor(name) is { } address => $"; by the settings this is {address}, not the live service",
        _ => "",
    };

    // The line begins with the name already.
    private static string WithoutName(string message, string name) =>
        message.StartsWith($"{name}: ", StringComparison.Ordinal) ? message[(name.Length + 2)..] : message;
}
