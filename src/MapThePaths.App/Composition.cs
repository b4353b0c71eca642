using System.Reflection;
using MapThePaths.App.Accounts;
using MapThePaths.App.Practice;
using MapThePaths.Core;
using MapThePaths.Core.Catalog;
using MapThePaths.Core.Destinations;
using MapThePaths.Core.Model;
using MapThePaths.Destinations.Mapillary;
using MapThePaths.Destinations.MapillaryV3;
using MapThePaths.Destinations.MapThePathsWeb;

namespace MapThePaths.App;

/// <summary>Puts the program together: which catalog, which destinations. The only place that names destinations.</summary>
internal sealed class Composition : IAsyncDisposable
{
    public const string Mapillary = "mapillary";
    public const string MapillaryV3 = "mapillary-v3";
    public const string Practice = "practice";
    public const string Web = "mtpw";

    private readonly Dictionary<string, PhotoDestination> _destinations = new(StringComparer.Ordinal);
    private readonly List<CurrentToken> _tokens = [];
    private readonly PracticeServices _practice;
    private OpenCatalog? _catalog;

    public Composition(Settings settings)
    {
        Settings = settings;
        _practice = new PracticeServices(Path.Combine(settings.Home, "practice"));
    }

    /// <summary>Of the program.</summary>
    public static string Version => Assembly.GetExecutingAssembly().GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    public static IReadOnlyList<string> DestinationNames { get; } = [Mapillary, MapillaryV3, Practice];

    /// <summary>Services that one signs in at.</summary>
    public static IReadOnlyList<string> SignInNames { get; } = [Mapillary, MapillaryV3, Web];

    /// <summary>Destinations whose images are never a reason to give up an original.</summary>
    public static IReadOnlySet<string> PracticeNames { get; } = new HashSet<string>(StringComparer.Ordinal) { Practice };

    public Settings Settings { get; }

    /// <summary>Whom to publish for; null for the user alone. To be set before a destination is asked for.</summary>
    public string? Organization { get; set; }

    /// <summary>Most bytes a second that uploads may send; null for no limit. To be set before a destination is asked for.</summary>
    public long? BytesPerSecond { get; set; }

    /// <summary>Whose token to use; null for the only account. To be set before a destination is asked for.</summary>
    public string? Account { get; set; }

    /// <summary>Whether any of several accounts will do, as for looking. To be set before a destination is asked for.</summary>
    public bool AnyAccountWillDo { get; set; }

    public TimeProvider Time { get; } = TimeProvider.System;

    public AccountList Accounts => field ??= new AccountList(Settings.Home, Time);

    /// <summary>Opened when first asked for; the home is made if need be.</summary>
    public OpenCatalog Catalog
    {
        get
        {
            if (_catalog is null)
            {
                Settings.CreateHome();
                _catalog = OpenCatalog.Open(Settings.CatalogPath);
            }

            return _catalog;
        }
    }

    /// <summary>Transport types: the program's own and those that the user added.</summary>
    public TransportTable Transports => field ??= TransportTable.Load(Path.Combine(Settings.Home, TransportTable.FileName));

    public Flow Flow => field ??= new Flow(Catalog, Time);

    /// <summary>What a destination accepts; needs no account.</summary>
    public static DestinationRules RulesOf(string destination) => destination switch
    {
        Mapillary or Practice => MapillaryDestination.Rules,
        MapillaryV3 => MapillaryV3Destination.Rules,
        _ => throw Unknown(destination),
    };

    /// <summary>A destination, ready to be used. Each is made once.</summary>
    public async Task<PhotoDestination> DestinationAsync(string name, CancellationToken cancellationToken)
    {
        if (!_destinations.TryGetValue(name, out var destination))
        {
            destination = await CreateAsync(name, cancellationToken);
            _destinations.Add(name, destination);
        }

        return destination;
    }

    /// <summary>How one signs in there; needs no account.</summary>
    public SignInService SignInTo(string name) => name switch
    {
        Mapillary => MapillarySignIn(),
        MapillaryV3 => MapillaryV3SignIn(),
        Web => WebSignIn(),
        _ => throw new UserMistakeException($"There is no sign-in at '{name}'. Known are: {string.Join(", ", SignInNames)}."),
    };

    /// <summary>Whose token would be used there now.</summary>
    /// <exception cref="DestinationException"><see cref="FailureKind.SignInNeeded"/> when there is none, or it is refused.</exception>
    public async Task<Account> WhoIsSignedInAsync(SignInService service, CancellationToken cancellationToken)
    {
        var token = await TokenOf(service)(cancellationToken);
        return await service.With(token!).WhoAmIAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        _tokens.ForEach(token => token.Dispose());
        await _practice.DisposeAsync();
        _catalog?.Dispose();
    }

    private async Task<PhotoDestination> CreateAsync(string name, CancellationToken cancellationToken) => name switch
    {
        Mapillary => MapillaryDestination.Create(WithChoices(LiveOptions())),
        MapillaryV3 => MapillaryV3Destination.Create(V3Options()),
        Practice => MapillaryDestination.Create(WithChoices(await _practice.OptionsAsync(name, cancellationToken))),
        _ => throw Unknown(name),
    };

    private MapillaryOptions WithChoices(MapillaryOptions options) => options with { OrganizationId = Organization, BytesPerSecond = BytesPerSecond };

    private MapillaryV3Options V3Options()
    {
        // The public service is gone: its address is not to be tried by default, and never with the token of another one.
        if (Missing(("MAPILLARY_V3_URL", Settings.MapillaryV3Url), ("MAPILLARY_APP_ID", Settings.MapillaryAppId)) is [_, ..] missing)
        {
            throw new DestinationException(
                FailureKind.AskedWrongly,
                "not-set-up",
                $"mapillary-v3 is not set up: set {string.Join(" and ", missing)} (in the environment or in .env) to a server that speaks Mapillary's API v3 and to the app that the token was given to");
        }

        return V3Options(TokenOf(SignInTo(MapillaryV3))) with { OrganizationId = Organization, BytesPerSecond = BytesPerSecond };
    }

    private MapillaryV3Options V3Options(Func<CancellationToken, Task<string?>> token)
    {
        var options = new MapillaryV3Options
        {
            Name = MapillaryV3,
            ClientId = Settings.MapillaryAppId ?? "",
            RedirectUri = Settings.MapillaryRedirectUri,
            AccessToken = token,
            Clock = Time,
        };
        return options with { Url = Settings.MapillaryV3Url ?? options.Url, ConnectUrl = Settings.MapillaryConnectUrl ?? options.ConnectUrl };
    }

    private MapillaryOptions LiveOptions() => LiveOptions(TokenOf(SignInTo(Mapillary)));

    private MapillaryOptions LiveOptions(Func<CancellationToken, Task<string?>> token)
    {
        var options = new MapillaryOptions { Name = Mapillary, AccessToken = token, Clock = Time };
        return options with
        {
            GraphUrl = Settings.MapillaryGraphUrl ?? options.GraphUrl,
            UploadUrl = Settings.MapillaryUploadUrl ?? options.UploadUrl,
        };
    }

    private SignInService MapillarySignIn()
    {
        Redaction.Hide(Settings.MapillarySecret);
        var consent = MapillaryApp() is { } app ? new MapillaryConsent(app, LiveOptions(_ => Task.FromResult<string?>(null))) : null;
        return new SignInService(Mapillary)
        {
            Missing = Missing(("MAPILLARY_APP_ID", Settings.MapillaryAppId), ("MAPILLARY_SECRET", Settings.MapillarySecret)),
            Consent = consent,
            TokenSuffices = true,
            RenewAsync = consent is null ? null : consent.RenewAsync,
            With = token => new MapillaryDestination(LiveOptions(_ => Task.FromResult<string?>(token))),
            GivenToken = Settings.MapillaryAccessToken,
            TokenSetting = "MAPILLARY_ACCESS_TOKEN",
            Guide = "Register your Mapillary app",
        };
    }

    private MapillaryApp? MapillaryApp()
    {
        if (Settings is not { MapillaryAppId: { } id, MapillarySecret: { } secret })
        {
            return null;
        }

        var app = new MapillaryApp(id, secret, Settings.MapillaryRedirectUri);
        return app with { ConnectUrl = Settings.MapillaryConnectUrl ?? app.ConnectUrl };
    }

    private SignInService MapillaryV3SignIn()
    {
        var options = V3Options(_ => Task.FromResult<string?>(null));

        // The live service is gone, so that its address is not one to be tried by default.
        var missing = Missing(("MAPILLARY_V3_URL", Settings.MapillaryV3Url), ("MAPILLARY_APP_ID", Settings.MapillaryAppId));
        return new SignInService(MapillaryV3)
        {
            Missing = missing,
            Consent = missing.Length > 0 ? null : new MapillaryV3Consent(options),
            Revocation = missing.Length > 0 ? null : new MapillaryV3Revocation(options),
            With = token => new MapillaryV3Destination(V3Options(_ => Task.FromResult<string?>(token))),
            GivenToken = Settings.MapillaryAccessToken,
            TokenSetting = "MAPILLARY_ACCESS_TOKEN",
            Guide = "Register your Mapillary app",
        };
    }

    private SignInService WebSignIn()
    {
        Redaction.Hide(Settings.WebAppSecret);
        var url = Settings.WebUrl ?? "";
        var options = new MapThePathsWebOptions { Url = url, AuthorizeUrl = Settings.WebAuthUrl ?? $"{url}/accounts/authorize", AppId = Settings.WebAppId ?? "", Clock = Time };
        var missing = Missing(("MTP_WEB_URL", Settings.WebUrl), ("MTP_WEB_APP_ID", Settings.WebAppId));
        return new SignInService(Web)
        {
            Missing = missing,
            Consent = missing.Length > 0 ? null : new MapThePathsWebConsent(options),
            Revocation = missing.Length > 0 ? null : new MapThePathsWebRevocation(options),
            With = token => new MapThePathsWebSignIn(options, _ => Task.FromResult<string?>(token)),
            GivenToken = Settings.WebToken,
            TokenSetting = "MTP_WEB_TOKEN",
            Guide = "Map the Paths Web",
        };
    }

    private static string[] Missing(params (string Key, string? Value)[] settings) =>
        [.. settings.Where(setting => setting.Value is null).Select(setting => setting.Key)];

    /// <summary>The named account's token; else the environment's; else the only account's.</summary>
    private Func<CancellationToken, Task<string?>> TokenOf(SignInService service)
    {
        Redaction.Hide(service.GivenToken);
        if (Account is null && service.GivenToken is { } given)
        {
            return _ => Task.FromResult<string?>(given);
        }

        var account = Accounts.Choose(service.Name, Account, AnyAccountWillDo) ?? throw NobodyAt(service);
        var current = new CurrentToken(Accounts, account, service, Time);
        _tokens.Add(current);
        return current.AskAsync;
    }

    private static DestinationException NobodyAt(SignInService service) => new(
        FailureKind.SignInNeeded,
        "no-token",
        $"{service.Name}: nobody is signed in. 'mtpdu login {service.Name}' signs in; {service.TokenSetting} (in the environment or in .env) may hold a token instead. 'mtpdu practice' and '--to practice' need none.")
    {
        SaysWhatToDo = true,
    };

    private static UserMistakeException Unknown(string destination) =>
        new($"There is no destination '{destination}'. Known are: {string.Join(", ", DestinationNames)}.");
}
