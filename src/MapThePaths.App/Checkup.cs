using System.Text.Json.Serialization;
using MapThePaths.App.Services;
using MapThePaths.App.SigningIn;
using MapThePaths.Core.Catalog;
using MapThePaths.Core.Destinations;
using MapThePaths.Core.Model;

namespace MapThePaths.App;

/// <summary>One thing that was looked at.</summary>
/// <param name="NextStep">What to do; null where nothing is to be done, or the detail says it.</param>
internal sealed record Check(string Name, bool Ok, string Detail, string? NextStep)
{
    /// <summary>How it stands, for people.</summary>
    [JsonIgnore]
    public string Word { get; init; } = Ok ? "ok" : "trouble";

    public static Check Of(string name, DestinationException failure, string detail) => new(name, Ok: false, detail, NextStep: null)
    {
        Word = failure.Kind switch
        {
            FailureKind.Unreachable => "no answer",
            FailureKind.SignInNeeded when !failure.NeedsNoSignIn() => "sign in",
            _ => "trouble",
        },
    };
}

/// <summary>What to do, in the words of who asked: those of the command line or those of the page.</summary>
/// <param name="Advise">A failure's own words, and what to do about it.</param>
/// <param name="Agree">How one lets Map the Paths Web have the Mapillary token.</param>
internal sealed record CheckWords(Func<DestinationException, string> Advise, Func<SignInService, string> SetUp, string Agree);

/// <summary>Looks at settings, catalog and services; for <c>doctor</c> and the page alike. Sends nothing and tells no secret.</summary>
internal static class Checkup
{
    /// <summary>Asks the services too.</summary>
    public static async Task<IReadOnlyList<Check>> DoAsync(Composition composition, CheckWords words, CancellationToken cancellationToken)
    {
        List<Check> checks =
        [
            new("version", Ok: true, $"mtpdu {Composition.Version} on .NET {Environment.Version}", NextStep: null),
            HomeOf(composition.Settings),
            SettingsFound(composition.Settings),
            CatalogOf(composition),
            Space(composition.Settings.Home),
            await PracticeAsync(composition, words, cancellationToken),
        ];
        foreach (var service in ServiceList.SignInNames)
        {
            checks.Add(await SignInAsync(service, composition, words, cancellationToken));
        }

        if (await SyncCheck.RunAsync(composition, words, cancellationToken) is { } sync)
        {
            checks.Add(sync);
        }

        return checks;
    }

    private static Check HomeOf(Settings settings)
    {
        try
        {
            settings.CreateHome();
            return new Check("home", Ok: true, settings.Home, NextStep: null);
        }
        catch (UserMistakeException failure)
        {
            return new Check("home", Ok: false, failure.Message, NextStep: null);
        }
    }

    private static Check SettingsFound(Settings settings)
    {
        var complaints = settings.EnvFiles.Select(file => file.Complaint).OfType<string>().ToList();
        var files = string.Join(", ", settings.EnvFiles.Select(file => file.Path));
        return new Check(
            "settings",
            complaints.Count == 0,
            files.Length > 0 ? $"environment and {files}" : "environment; no .env file here or in the home",
            complaints.Count == 0 ? null : string.Join(' ', complaints));
    }

    private static Check CatalogOf(Composition composition)
    {
        try
        {
            var sequences = composition.Catalog.Overview.Sequences().Count;
            return new Check("catalog", Ok: true, $"{composition.Settings.CatalogPath} ({Wording.Count(sequences, "sequence")})", NextStep: null);
        }
        catch (Exception failure) when (failure is CatalogException or UserMistakeException)
        {
            return new Check("catalog", Ok: false, failure.Message, NextStep: null);
        }
    }

    private static Check Space(string home)
    {
        const long Enough = 100_000_000;
        if (!Directory.Exists(home))
        {
            return new Check("disk", Ok: false, "nobody knows: there is no home", "Let MTPDU_HOME name a folder that can be made.");
        }

        try
        {
            var free = new DriveInfo(Path.GetFullPath(home)).AvailableFreeSpace;
            return new Check("disk", free >= Enough, $"{Wording.Bytes(free)} free for catalog and logs", free >= Enough ? null : "Free some space.");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return new Check("disk", Ok: false, $"{home} cannot be looked at: {failure.Message}", "Let MTPDU_HOME name a folder that can be made.");
        }
    }

    private static async Task<Check> PracticeAsync(Composition composition, CheckWords words, CancellationToken cancellationToken)
    {
        try
        {
            var practice = await composition.DestinationAsync(ServiceList.Practice, cancellationToken);
            await practice.SignIn.WhoAmIAsync(cancellationToken);
            return new Check(ServiceList.Practice, Ok: true, "ready, needs no account", NextStep: null);
        }
        catch (DestinationException failure)
        {
            return Check.Of(ServiceList.Practice, failure, WithoutName(words.Advise(failure), ServiceList.Practice));
        }
    }

    private static async Task<Check> SignInAsync(string name, Composition composition, CheckWords words, CancellationToken cancellationToken)
    {
        try
        {
            var service = composition.SignInTo(name);
            var hasToken = service.GivenToken is not null || composition.Accounts.At(name).Count > 0;
            if (hasToken ? !service.TakesTokens : !service.IsSetUp)
            {
                return new Check(name, Ok: false, $"not set up: {BrowserSignIn.Missing(service)}", words.SetUp(service)) { Word = "missing" };
            }

            var account = await composition.WhoIsSignedInAsync(service, cancellationToken);
            return new Check(name, Ok: true, $"signed in{(account.Name.Length > 0 ? $" as {account.Name}" : "")}{By(service)}{Where(name, composition)}{Several(service, composition)}", NextStep: null);
        }
        catch (DestinationException failure)
        {
            return Check.Of(name, failure, WithoutName(words.Advise(failure), name));
        }
        catch (Exception mistake) when (mistake is UserMistakeException or CatalogException)
        {
            return new Check(name, Ok: false, WithoutName(mistake.Message, name), NextStep: null);
        }
    }

    private static string Several(SignInService service, Composition composition) => service.GivenToken is null && composition.Accounts.At(service.Name) is { Count: > 1 } accounts
        ? $"; of several accounts ({string.Join(", ", accounts.Select(account => account.Name))}), so sending asks which"
        : "";

    private static string By(SignInService service) => service.GivenToken is null ? "" : $" by the token in {service.TokenSetting}";

    private static string Where(string name, Composition composition) => name switch
    {
        _ when ServiceList.Of(name).IsGone => $" at {composition.StandInAddress(name)}",
        _ when composition.StandInFor(name) is { } address => $"; by the settings this is {address}, not the live service",
        _ => "",
    };

    // The line begins with the name already.
    private static string WithoutName(string message, string name) =>
        message.StartsWith($"{name}: ", StringComparison.Ordinal) ? message[(name.Length + 2)..] : message;
}
