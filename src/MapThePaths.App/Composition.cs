using System.Collections.Concurrent;
using System.Reflection;
using MapThePaths.App.Accounts;
using MapThePaths.App.Practice;
using MapThePaths.App.SigningIn;
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

    // Syncing that starts by itself asks beside Following.
    private readonly ConcurrentBag<CurrentToken> _tokens = [];

    private readonly PracticeServices _practice;
    private readonly bool _ownsPractice;
    private OpenCatalog? _catalog;

    public Composition(Settings settings)
        : this(settings, shared: null)
    {
    }

    private Composition(Settings settings, PracticeServices? shared)
    {
        Settings = settings;
        _ownsPractice = shared is null;
        _practice = shared ?? new PracticeServices(Path.Combine(settings.Home, "practice"));
    }

    /// <summary>Of the program.</summary>
    public static string Version => Assembly.GetExecutingAssembly().GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    public static IReadOnlyList<string> DestinationNames { get; } = [Mapillary, MapillaryV3, Practice];

    /// <summary>Services that one signs in at.</summary>
    public static IReadOnlyList<string> SignInNames { get; } = [Mapillary, MapillaryV3, Web];

    /// <summary>Services that list sequences, as <c>sync --to</c> names them.</summary>
    public static IReadOnlyList<string> SyncNames { get; } = [Web];

    /// <summary>The destinations whose sequences are listed elsewhere: those of practice are nobody's.</summary>
    public static IReadOnlyList<string> SyncedDestinations { get; } = [Mapillary, MapillaryV3];

    /// <summary>Destinations whose images are never a reason to give up an original.</summary>
    public static IReadOnlySet<string> PracticeNames { get; } = new HashSet<string>(StringComparer.Ordinal) { Practice };

    public Settings Settings { get; }

    /// <summary>Whom to publish for; null for the user alone. To be set before a destination is asked for.</summary>
    public string? Organization { get; set; }

    /// <summary>Most bytes a second that uploads may send; null for no limit. To be set before a destination is asked for.</summary>
    public long? BytesPerSecond { get; set; }

    /// <summary>Told when a destination waits before it publishes or looks; null when nobody listens.</summary>
    public IProgress<FlowEvent>? Progress { get; set; }

    /// <summary>Whose token to use; null for the only account. To be set before a destination is asked for.</summary>
    public string? Account { get; set; }

    /// <summary>Whether any of several accounts will do, as for looking. To be set before a destination is asked for.</summary>
    public bool AnyAccountWillDo { get; set; }

    /// <summary>Address in the settings of a service that is not the live one and of which the user knows that it keeps photos for good; null for none.</summary>
    public string? Trusted { get; set; }

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

    /// <summary>Address of the service that lists sequences; null when it is not set up.</summary>
    public string? EntryServer => Settings.WebUrl is { } url ? new Uri(url).AbsoluteUri.TrimEnd('/') : null;

    /// <summary>What a destination accepts; needs no account.</summary>
    public static DestinationRules RulesOf(string destination) => destination switch
    {
        Mapillary or Practice => MapillaryDestination.Rules,
        MapillaryV3 => MapillaryV3Destination.Rules,
        _ => throw Unknown(destination),
    };

    /// <summary>What people call a destination or a service.</summary>
    public static string TitleOf(string name) => name switch
    {
        Mapillary => "Mapillary",
        MapillaryV3 => "Mapillary, API v3",
        Practice => "Practice",
        Web => "Map the Paths Web",
        _ => name,
    };

    /// <summary>Where the settings may hold a token for a service.</summary>
    public static string TokenSettingOf(string service) => service switch
    {
        MapillaryV3 => "MAPILLARY_V3_ACCESS_TOKEN or MAPILLARY_ACCESS_TOKEN",
        Web => "MTP_WEB_TOKEN",
        _ => "MAPILLARY_ACCESS_TOKEN",
    };

    /// <summary>The public page of an image; null where there is none.</summary>
    public Uri? PageOf(string destination, string imageId) => destination == Mapillary && Settings.MapillaryGraphUrl is null
        ? new Uri($"https://www.mapillary.com/app/?pKey={Uri.EscapeDataString(imageId)}&focus=photo")
        : null;

    /// <summary>Which server is meant by a destination, where the settings say so; null for the usual one and for none.</summary>
    public string? AddressOf(string destination) => destination switch
    {
        Mapillary => Settings.MapillaryGraphUrl,
        MapillaryV3 => Settings.MapillaryV3Url,
        _ => null,
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

    /// <summary>Where a destination leads that people take for the real service, when that is not where the real one is; else null.</summary>
    public string? StandInFor(string destination) => destination == Mapillary
        ? Other(Settings.MapillaryGraphUrl, MapillaryOptions.LiveGraphUrl) ?? Other(Settings.MapillaryUploadUrl, MapillaryOptions.LiveUploadUrl)
        : null;

    /// <summary>
    /// Destinations whose images are never a reason to give up an original, and why. The service behind <c>mapillary-v3</c> is gone, so whoever
    /// answers there is a stand-in.
    /// </summary>
    public IReadOnlyDictionary<string, Reason> StandIns()
    {
        var standIns = PracticeNames.ToDictionary(name => name, _ => Reason.PracticeOnly, StringComparer.Ordinal);
        foreach (var destination in SyncedDestinations.Where(destination => StandInAddress(destination) is { } address && address != Trusted?.TrimEnd('/')))
        {
            standIns.Add(destination, Reason.StandInOnly);
        }

        return standIns;
    }

    /// <summary>Where a destination leads when that is not the live service; else null.</summary>
    public string? StandInAddress(string destination) => destination == MapillaryV3 ? Settings.MapillaryV3Url : StandInFor(destination);

    /// <summary>Whose token would be used there now.</summary>
    /// <exception cref="DestinationException"><see cref="FailureKind.SignInNeeded"/> when there is none, or it is refused.</exception>
    public async Task<Account> WhoIsSignedInAsync(SignInService service, CancellationToken cancellationToken)
    {
        var token = await TokenOf(service)(cancellationToken);
        return await service.With(token!).WhoAmIAsync(cancellationToken);
    }

    /// <summary>Another one for a piece of work of its own, with the settings as they are now. It must end before this one, whose practice services it shares.</summary>
    public Composition Another() => new(Settings.Load(), _practice) { Trusted = Trusted };

    /// <summary>The service that lists sequences, ready to be used; <see cref="EntryServer"/> must be set.</summary>
    /// <param name="account">Whose token to use there; null for the only account.</param>
    /// <exception cref="DestinationException"><see cref="FailureKind.SignInNeeded"/> when nobody is signed in there.</exception>
    public EntryService Entries(string? account)
    {
        var entries = new MapThePathsWebEntries(WebOptions(), TokenOf(SignInTo(Web), account, anyWillDo: false));
        return new EntryService(EntryServer!, SyncedDestinations) { FindContractAsync = entries.FindContractAsync, TokenOfAsync = TokenOfSenderAsync };
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var token in _tokens)
        {
            token.Dispose();
        }

        if (_ownsPractice)
        {
            await _practice.DisposeAsync();
        }

        _catalog?.Dispose();
    }

    private async Task<PhotoDestination> CreateAsync(string name, CancellationToken cancellationToken) => name switch
    {
        Mapillary => MapillaryDestination.Create(WithChoices(LiveOptions())),
        MapillaryV3 => MapillaryV3Destination.Create(V3Options()),
        Practice => MapillaryDestination.Create(WithChoices(await _practice.OptionsAsync(name, cancellationToken))),
        _ => throw Unknown(name),
    };

    private MapillaryOptions WithChoices(MapillaryOptions options) => options with
    {
        OrganizationId = Organization,
        BytesPerSecond = BytesPerSecond,
        Waits = TellOfWait,
    };

    private void TellOfWait(UploadWait wait) => Progress?.Report(new DestinationWaits(wait.Length, wait.Why));

    private MapillaryV3Options V3Options()
    {
        // The public service is gone: its address is not to be tried by default, and never with the token of another one.
        var service = SignInTo(MapillaryV3);
        if (!service.IsSetUp)
        {
            throw new DestinationException(FailureKind.AskedWrongly, "not-set-up", BrowserSignIn.NotSetUp(service)) { SaysWhatToDo = true };
        }

        return V3Options(TokenOf(service)) with { OrganizationId = Organization, BytesPerSecond = BytesPerSecond, Waits = TellOfWait };
    }

    private MapillaryV3Options V3Options(Func<CancellationToken, Task<string?>> token)
    {
        var options = new MapillaryV3Options
        {
            Name = MapillaryV3,
            ClientId = Settings.MapillaryV3AppId ?? "",
            RedirectUri = Settings.MapillaryRedirectUri,
            AccessToken = token,
            Clock = Time,
        };
        return options with { Url = Settings.MapillaryV3Url ?? options.Url, ConnectUrl = Settings.MapillaryV3ConnectUrl ?? options.ConnectUrl };
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
            Server = Settings.MapillaryGraphUrl ?? MapillaryOptions.LiveGraphUrl,
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
        var missing = Missing(("MAPILLARY_V3_URL", Settings.MapillaryV3Url), ("MAPILLARY_V3_APP_ID", Settings.MapillaryV3AppId));
        return new SignInService(MapillaryV3)
        {
            Server = options.Url,
            Missing = missing,
            Consent = missing.Length > 0 ? null : new MapillaryV3Consent(options),
            Revocation = missing.Length > 0 ? null : new MapillaryV3Revocation(options),
            With = token => new MapillaryV3Destination(V3Options(_ => Task.FromResult<string?>(token))),
            GivenToken = Settings.MapillaryV3AccessToken,
            TokenSetting = Settings.MapillaryV3TokenSetting,
            Guide = "A server that speaks Mapillary's API v3",
        };
    }

    private SignInService WebSignIn()
    {
        Redaction.Hide(Settings.WebAppSecret);
        var options = WebOptions();
        var missing = Missing(("MTP_WEB_URL", Settings.WebUrl), ("MTP_WEB_APP_ID", Settings.WebAppId));
        return new SignInService(Web)
        {
            Server = options.AuthorizeUrl,
            Missing = missing,
            TokenSuffices = Settings.WebUrl is not null,
            Consent = missing.Length > 0 ? null : new MapThePathsWebConsent(options),
            Revocation = missing.Length > 0 ? null : new MapThePathsWebRevocation(options),
            With = token => new MapThePathsWebSignIn(options, _ => Task.FromResult<string?>(token)),
            GivenToken = Settings.WebToken,
            TokenSetting = "MTP_WEB_TOKEN",
            Guide = "Map the Paths Web",
        };
    }

    private MapThePathsWebOptions WebOptions()
    {
        var url = EntryServer ?? "";
        return new MapThePathsWebOptions
        {
            Name = Web,
            Url = url,
            AuthorizeUrl = Settings.WebAuthUrl ?? $"{url}/accounts/authorize",
            AppId = Settings.WebAppId ?? "",
            LoopbackUri = Settings.MapillaryRedirectUri,
            OfApiV3 = [MapillaryV3],
            Clock = Time,
        };
    }

    private static string? Other(string? address, string live) => address == live ? null : address;

    private static string[] Missing(params (string Key, string? Value)[] settings) =>
        [.. settings.Where(setting => setting.Value is null).Select(setting => setting.Key)];

    /// <summary>The named account's token; else the environment's; else the only account's.</summary>
    private Func<CancellationToken, Task<string?>> TokenOf(SignInService service) => TokenOf(service, Account, AnyAccountWillDo);

    private Func<CancellationToken, Task<string?>> TokenOf(SignInService service, string? name, bool anyWillDo)
    {
        Redaction.Hide(service.GivenToken);
        return name is null && service.GivenToken is { } given
            ? _ => Task.FromResult<string?>(given)
            : TokenOf(service, Accounts.Choose(service.Name, name, anyWillDo) ?? throw NobodyAt(service));
    }

    private Func<CancellationToken, Task<string?>> TokenOf(SignInService service, StoredAccount account)
    {
        var current = new CurrentToken(Accounts, account, service, Time);
        _tokens.Add(current);
        return current.AskAsync;
    }

    /// <summary>The token of whoever sent photos to a destination, tried there: a service that is handed a dead one would keep it.</summary>
    private async Task<string> TokenOfSenderAsync(string destination, Account sender, CancellationToken cancellationToken)
    {
        var service = SignInTo(destination);
        Redaction.Hide(service.GivenToken);
        List<Func<CancellationToken, Task<string?>>> candidates =
        [
            .. service is { TakesTokens: true, GivenToken: { } given } ? [_ => Task.FromResult<string?>(given)] : Array.Empty<Func<CancellationToken, Task<string?>>>(),
            .. Accounts.At(destination).Where(account => account.UserId == sender.Id).Select(account => TokenOf(service, account)),
        ];
        DestinationException? dead = null;
        foreach (var candidate in candidates)
        {
            try
            {
                if (await candidate(cancellationToken) is { } token && (await service.With(token).WhoAmIAsync(cancellationToken)).Id == sender.Id)
                {
                    return token;
                }
            }
            catch (DestinationException failure) when (failure.Kind == FailureKind.SignInNeeded)
            {
                // Another one may be alive.
                dead = failure;
            }
        }

        throw SenderGone(destination, sender, dead);
    }

    private static DestinationException SenderGone(string destination, Account sender, DestinationException? dead) => dead is { SaysWhatToDo: true } ? dead : new(
        FailureKind.SignInNeeded,
        "sender-gone",
        $"{dead?.Message ?? $"{destination}: '{sender.Name}', who sent the photos, is not signed in"}. 'mtpdu login {destination}' signs in; then run the same command again.",
        dead)
    {
        SaysWhatToDo = true,
    };

    private static DestinationException NobodyAt(SignInService service)
    {
        var way = service.IsSetUp
            ? $"'mtpdu login {service.Name}' signs in; {service.TokenSetting} (in the environment or in .env) may hold a token instead."
            : $"Signing in there is not set up: {BrowserSignIn.Missing(service)}. {BrowserSignIn.HowToSetUp(service)}";
        return new DestinationException(
            FailureKind.SignInNeeded, "no-token", $"{service.Name}: nobody is signed in. {way} 'mtpdu practice' and '--to practice' need none.")
        {
            SaysWhatToDo = true,
        };
    }

    private static UserMistakeException Unknown(string destination) =>
        new($"There is no destination '{destination}'. Known are: {string.Join(", ", DestinationNames)}.");
}
