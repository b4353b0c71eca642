using System.Collections.Frozen;
using System.Globalization;
using MapThePaths.Core.Destinations;
using MapThePaths.Destinations.Http;

namespace MapThePaths.Destinations.Mapillary;

/// <summary>
/// Mapillary's live API v4. Each photo has an upload session of its own that is named after its bytes and the day; a part becomes public with one
/// call that names a manifest of all its photos. Thread safe.
/// </summary>
public sealed class MapillaryDestination : ISignIn, ISender, IWatcher
{
    /// <summary>What Mapillary takes into one sequence; read in mapillary_tools 0.14.7, which mirrors the service's limits.</summary>
    public static readonly DestinationRules Rules = new(
        MaxPhotosPerPart: 1_000,
        MaxPixelsPerPart: 6_000_000_000,
        Projections: new[] { "flat", "equirectangular" }.ToFrozenSet(StringComparer.Ordinal),
        AcceptsAir: false)
    {
        MaxBytesPerPart = 110L * 1024 * 1024 * 1024,
    };

    private const string BegunFor = "_for_";

    private static readonly HttpClient Kept = HttpClients.Pooled();

    // For the call that must not be repeated.
    private static readonly HttpClient Fresh = HttpClients.Fresh();

    private readonly Identity _identity;
    private readonly ByteUpload _upload;
    private readonly Finish _finish;
    private readonly ImageSearch _search;
    private readonly Organizations _organizations;
    private readonly TimeProvider _clock;
    private readonly string _name;
    private readonly string? _organizationId;

    /// <summary>Opens nothing yet.</summary>
    public MapillaryDestination(MapillaryOptions options)
    {
        var usage = new AppUsage(options.Clock);
        var uploads = new Retry(options.Clock, options.Jitter, told: options.Waits);
        var graph = new Retry(options.Clock, options.Jitter, usage, options.Waits);
        var pooled = new ServiceCalls(Kept, options, usage);
        _clock = options.Clock;
        _name = options.Name;
        _organizationId = options.OrganizationId;
        _organizations = new Organizations(pooled, graph, options);
        _identity = new Identity(pooled, graph, options);
        _upload = new ByteUpload(pooled, uploads, options);
        _finish = new Finish(new ServiceCalls(Fresh, options, usage), graph, options);
        _search = new ImageSearch(pooled, graph, options);
    }

    /// <summary>The destination with all its contracts, under the options' name.</summary>
    public static PhotoDestination Create(MapillaryOptions options)
    {
        var mapillary = new MapillaryDestination(options);
        return new PhotoDestination(options.Name, Rules, mapillary, mapillary, mapillary);
    }

    /// <summary>Also makes certain that the organization to publish for exists, before the first byte is sent for it.</summary>
    public async Task<Account> WhoAmIAsync(CancellationToken cancellationToken)
    {
        var account = await _identity.AskAsync(cancellationToken);
        if (_organizationId is { Length: > 0 } organization)
        {
            await _organizations.CheckAsync(organization, cancellationToken);
        }

        return account;
    }

    /// <summary>
    /// The service has no session for a part: the key is ours, and always the same for the same part. It says for which organization the
    /// part was begun, so that whoever goes on with it does so for the same.
    /// </summary>
    public Task<OpenedSession> OpenSessionAsync(Guid part, string? known, CancellationToken cancellationToken)
    {
        var mark = _organizationId is { Length: > 0 } organization ? BegunFor + organization : "";
        return Task.FromResult(new OpenedSession(known ?? $"mtpdu_{part:n}{mark}"));
    }

    /// <summary>
    /// The upload session is the photo's own, shared by all parts it may be in. It is named after the bytes and today's date (UTC): the
    /// service gives the handle of an old session again, although it ends some days after the bytes came (mapillary-v4.md §5.3, §14).
    /// </summary>
    public Task<string> SendAsync(
        string session,
        PhotoBody photo,
        bool mayBeKnown,
        IUploadWatch watch,
        CancellationToken cancellationToken)
    {
        var upload = new ByteUploadRequest(
            $"mtpdu_{photo.ContentKey}_{_clock.GetUtcNow().UtcDateTime.ToString("yyyyMMdd", CultureInfo.InvariantCulture)}.jpg",
            new PhotoUploadBody(photo),
            mayBeKnown,
            $"{_name}: sending {Path.GetFileName(photo.Path)}",
            FailureKind.PhotoRefused);
        return _upload.BringAsync(upload, watch, cancellationToken);
    }

    /// <summary>Uploads the manifest and returns its handle.</summary>
    public Task<string> CompleteAsync(string session, IReadOnlyList<string> receipts, bool mayBeKnown, CancellationToken cancellationToken)
    {
        var manifest = new Manifest(receipts);
        var upload = new ByteUploadRequest(
            manifest.KeyIn(session),
            new MemoryUploadBody(manifest.Json),
            mayBeKnown,
            $"{_name}: sending the list of photos",
            FailureKind.PartRefused);
        return _upload.BringAsync(upload, watch: null, cancellationToken);
    }

    /// <summary>The service has no rehearsal: the photos are there, and nobody hears of them.</summary>
    public Task<string?> RehearseAsync(string session, IReadOnlyList<string> receipts, CancellationToken cancellationToken) =>
        Task.FromResult<string?>(null);

    public Task<string> PublishAsync(string session, string completion, CancellationToken cancellationToken) =>
        _finish.PublishAsync(completion, OrganizationFor(session), cancellationToken);

    public Task<Sighting> LookAsync(PublicationQuery query, CancellationToken cancellationToken) =>
        _search.LookAsync(query, cancellationToken);

    public Task<RemoteSequence> SequenceRecordAsync(string remoteSequenceId, CancellationToken cancellationToken) =>
        _search.SequenceRecordAsync(remoteSequenceId, cancellationToken);

    // Today's word counts before the one that the part was begun with.
    private string? OrganizationFor(string session)
    {
        var organization = _organizationId ?? (session.Split(BegunFor) is [_, var begun] ? begun : null);
        return organization is { Length: > 0 } ? organization : null;
    }
}
