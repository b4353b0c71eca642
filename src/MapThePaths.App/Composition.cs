using MapThePaths.App.Practice;
using MapThePaths.Core;
using MapThePaths.Core.Catalog;
using MapThePaths.Core.Destinations;
using MapThePaths.Core.Model;
using MapThePaths.Destinations.Mapillary;
using MapThePaths.Destinations.MapillaryV3;

namespace MapThePaths.App;

/// <summary>Puts the program together: which catalog, which destinations. The only place that names destinations.</summary>
internal sealed class Composition : IAsyncDisposable
{
    public const string Mapillary = "mapillary";
    public const string MapillaryV3 = "mapillary-v3";
    public const string Practice = "practice";

    private readonly Dictionary<string, PhotoDestination> _destinations = new(StringComparer.Ordinal);
    private readonly PracticeServices _practice;
    private OpenCatalog? _catalog;

    public Composition(Settings settings)
    {
        Settings = settings;
        _practice = new PracticeServices(Path.Combine(settings.Home, "practice"));
    }

    public static IReadOnlyList<string> DestinationNames { get; } = [Mapillary, MapillaryV3, Practice];

    /// <summary>Destinations whose images are never a reason to give up an original.</summary>
    public static IReadOnlySet<string> PracticeNames { get; } = new HashSet<string>(StringComparer.Ordinal) { Practice };

    public Settings Settings { get; }

    /// <summary>Whom to publish for; null for the user alone. To be set before a destination is asked for.</summary>
    public string? Organization { get; set; }

    /// <summary>Most bytes a second that uploads may send; null for no limit. To be set before a destination is asked for.</summary>
    public long? BytesPerSecond { get; set; }

    public TimeProvider Time { get; } = TimeProvider.System;

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

    public async ValueTask DisposeAsync()
    {
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

    private MapillaryV3Options V3Options() => new()
    {
        Name = MapillaryV3,
        Url = Settings.MapillaryV3Url ?? MapillaryV3Options.PublicUrl,
        ClientId = Settings.MapillaryAppId ?? throw new DestinationException(
            FailureKind.AskedWrongly,
            "no-app",
            "mapillary-v3: every call names an app. Set MAPILLARY_APP_ID to the app that the token was given to (in the environment or in .env)."),
        AccessToken = TokenOf(MapillaryV3),
        OrganizationId = Organization,
        BytesPerSecond = BytesPerSecond,
        Clock = Time,
    };

    private MapillaryOptions LiveOptions()
    {
        var options = new MapillaryOptions { Name = Mapillary, AccessToken = TokenOf("Mapillary"), Clock = Time };
        return options with
        {
            GraphUrl = Settings.MapillaryGraphUrl ?? options.GraphUrl,
            UploadUrl = Settings.MapillaryUploadUrl ?? options.UploadUrl,
        };
    }

    private Func<CancellationToken, Task<string?>> TokenOf(string service)
    {
        var token = Settings.MapillaryAccessToken ?? throw new DestinationException(
            FailureKind.SignInNeeded,
            "no-token",
            $"{service}: nobody is signed in. Set MAPILLARY_ACCESS_TOKEN to a user token with upload permission (in the environment or in .env), or practise with --to practice.");
        return _ => Task.FromResult<string?>(token);
    }

    private static UserMistakeException Unknown(string destination) =>
        new($"There is no destination '{destination}'. Known are: {string.Join(", ", DestinationNames)}.");
}
