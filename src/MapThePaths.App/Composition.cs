using System.Reflection;
using MapThePaths.App.Accounts;
using MapThePaths.App.Practice;
using MapThePaths.App.Services;
using MapThePaths.Core;
using MapThePaths.Core.Catalog;
using MapThePaths.Core.Destinations;
using MapThePaths.Core.Model;

namespace MapThePaths.App;

/// <summary>Puts the program together: which catalog, which services, whose tokens.</summary>
internal sealed class Composition : IAsyncDisposable
{
    private readonly Dictionary<string, PhotoDestination> _destinations = new(StringComparer.Ordinal);
    private readonly PracticeServices _practice;
    private readonly bool _ownsPractice;
    private IReadOnlyList<string> _trusted = [];
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
        Accounts = new AccountList(settings.Home, Time);
        Tokens = new Tokens(Accounts, settings, Time);
    }

    /// <summary>Of the program.</summary>
    public static string Version => Assembly.GetExecutingAssembly().GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    public Settings Settings { get; }

    /// <summary>Whom to publish for; null for the user alone. To be set before a destination is asked for.</summary>
    public string? Organization { get; set; }

    /// <summary>Most bytes a second that uploads may send; null for no limit. To be set before a destination is asked for.</summary>
    public long? BytesPerSecond { get; set; }

    /// <summary>Told when a destination waits before it publishes or looks; null when nobody listens.</summary>
    public IProgress<FlowEvent>? Progress { get; set; }

    public TimeProvider Time { get; } = TimeProvider.System;

    public AccountList Accounts { get; }

    /// <summary>Its choices are to be made before a destination is asked for.</summary>
    public Tokens Tokens { get; }

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
    public string? EntryServer => ServiceList.TheWeb.AddressIn(Settings);

    /// <summary>The public page of an image; null where there is none.</summary>
    public Uri? PageOf(string destination, string imageId) => ServiceList.Find(destination)?.PageOf(imageId, Settings);

    /// <summary>A destination, ready to be used. Each is made once.</summary>
    public async Task<PhotoDestination> DestinationAsync(string name, CancellationToken cancellationToken)
    {
        if (!_destinations.TryGetValue(name, out var destination))
        {
            var terms = new SendingTerms(Settings, Tokens, _practice, Time) { Organization = Organization, BytesPerSecond = BytesPerSecond, Waits = TellOfWait };
            destination = await ServiceList.Of(name).CreateAsync(terms, cancellationToken);
            _destinations.Add(name, destination);
        }

        return destination;
    }

    /// <summary>How one signs in there; needs no account.</summary>
    public SignInService SignInTo(string name) => ServiceList.SignInNames.Contains(name)
        ? ServiceList.Of(name).SignIn(Settings, Time)
        : throw new UserMistakeException($"There is no sign-in at '{name}'. Known are: {string.Join(", ", ServiceList.SignInNames)}.");

    /// <summary>Whose token would be used there now.</summary>
    /// <exception cref="DestinationException"><see cref="FailureKind.SignInNeeded"/> when there is none, or it is refused.</exception>
    public async Task<Account> WhoIsSignedInAsync(SignInService service, CancellationToken cancellationToken)
    {
        var token = await Tokens.Of(service)(cancellationToken);
        return await service.With(token!).WhoAmIAsync(cancellationToken);
    }

    /// <summary>The account that would send there, if that is known without asking anybody.</summary>
    /// <param name="name">Null for the only one.</param>
    public StoredAccount? SenderAt(string destination, string? name) => ServiceList.Of(destination).HasSignIn ? Tokens.Known(SignInTo(destination), name) : null;

    /// <summary>Ids of the accounts that a name means, wherever they are; null for all, when none is named.</summary>
    /// <exception cref="UserMistakeException">Nobody of that name has signed in or sent anything.</exception>
    public IReadOnlySet<string>? AccountsNamed(string? name)
    {
        if (name is null)
        {
            return null;
        }

        string[] ids = [.. Catalog.Overview.AccountIds(name), .. Accounts.All.Where(account => account.Is(account.Service, name)).Select(account => account.UserId)];
        return ids.Length > 0 ? ids.ToHashSet(StringComparer.Ordinal) : throw new UserMistakeException($"There is no account '{name}'. 'mtpdu accounts' shows all of them.");
    }

    /// <summary>Where a destination leads by the settings when that is not the live service; else null.</summary>
    public string? StandInAddress(string destination) => ServiceList.Find(destination)?.StandInAddress(Settings);

    /// <summary>The same for destinations that people take for the live service.</summary>
    public string? StandInFor(string destination) => ServiceList.Find(destination) is { IsGone: false } service ? service.StandInAddress(Settings) : null;

    /// <summary>Destinations whose images are never a reason to give up an original, and why.</summary>
    public IReadOnlyDictionary<string, Reason> StandIns() => ServiceList.DestinationNames
        .Select(name => (name, Why: WhyNotKept(ServiceList.Of(name))))
        .Where(destination => destination.Why is not null)
        .ToDictionary(destination => destination.name, destination => destination.Why!, StringComparer.Ordinal);

    /// <summary>The service that lists sequences, ready to be used; <see cref="EntryServer"/> must be set.</summary>
    /// <param name="account">Whose token to use there; null for the only account.</param>
    /// <exception cref="DestinationException"><see cref="FailureKind.SignInNeeded"/> when nobody is signed in there.</exception>
    public EntryService Entries(string? account) => ServiceList.TheWeb.Entries(Settings, Tokens, account, Time);

    /// <summary>Another one for a piece of work of its own, with the settings as they are now. It must end before this one, whose practice services it shares.</summary>
    public Composition Another() => new(Settings.Load(), _practice) { _trusted = _trusted };

    /// <summary>The user knows that the services at these addresses of the settings keep photos for good, although they are not the live ones.</summary>
    /// <exception cref="UserMistakeException">An address that no destination has.</exception>
    public void Trust(IEnumerable<string> addresses)
    {
        _trusted = [.. addresses.Select(address => address.TrimEnd('/'))];
        string[] known = [.. ServiceList.DestinationNames.Select(StandInAddress).OfType<string>()];
        if (_trusted.FirstOrDefault(address => !known.Contains(address, StringComparer.Ordinal)) is { } unknown)
        {
            throw new UserMistakeException($"--trust: by your settings no destination is at '{unknown}'. "
                + (known.Length > 0 ? $"These are elsewhere than the live service: {string.Join(", ", known)}." : "All are at the live services, which need no trust."));
        }
    }

    public async ValueTask DisposeAsync()
    {
        Tokens.Dispose();
        if (_ownsPractice)
        {
            await _practice.DisposeAsync();
        }

        _catalog?.Dispose();
    }

    private Reason? WhyNotKept(Service service) =>
        service.StandInAddress(Settings) is { } address && _trusted.Contains(address, StringComparer.Ordinal) ? null : service.WhyNotForGood(Settings);

    private void TellOfWait(UploadWait wait) => Progress?.Report(new DestinationWaits(wait.Length, wait.Why));
}
