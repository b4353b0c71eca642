using System.Collections.Frozen;
using MapThePaths.Core.Destinations;
using MapThePaths.Destinations.Http;

namespace MapThePaths.Destinations.MapillaryV3;

/// <summary>
/// Mapillary's API v3, whose public service was switched off on 2021-08-18: an upload session for each part, photos as forms, a publishing
/// call, and sequences that are looked for afterwards. Thread safe.
/// </summary>
public sealed class MapillaryV3Destination : ISignIn, ISender, IWatcher, ISessionList
{
    public static readonly DestinationRules Rules = new(
        Assumptions.MaxPhotosPerPart,
        Assumptions.MaxPixelsPerPart,
        new[] { "flat", "equirectangular" }.ToFrozenSet(StringComparer.Ordinal),
        AcceptsAir: false)
    {
        SessionHoldsPhotos = true,
    };

    private static readonly HttpClient Kept = HttpClients.Pooled();
    private static readonly HttpClient Fresh = HttpClients.Fresh();

    private readonly Identity _identity;
    private readonly Organizations _organizations;
    private readonly UploadSessions _sessions;
    private readonly PhotoUpload _upload;
    private readonly Publication _publication;
    private readonly SequenceSearch _search;
    private readonly string? _organizationId;

    /// <summary>Opens nothing yet. Make one and keep it: its connections are used again.</summary>
    public MapillaryV3Destination(MapillaryV3Options options)
    {
        var retry = new Retry(options.Clock, options.Jitter, told: options.Waits);
        var calls = new ApiCalls(Kept, options);
        _organizationId = options.OrganizationId;
        _identity = new Identity(calls, retry, options);
        _organizations = new Organizations(calls, retry, options);
        var questions = new Questions(calls, retry, options);
        _sessions = new UploadSessions(calls, questions, retry, options);
        _upload = new PhotoUpload(Kept, _sessions, retry, options);
        _publication = new Publication(new ApiCalls(Fresh, options), _sessions, retry, options);
        _search = new SequenceSearch(calls, questions, _sessions);
    }

    /// <summary>The destination with all its contracts, under the options' name.</summary>
    public static PhotoDestination Create(MapillaryV3Options options)
    {
        var mapillary = new MapillaryV3Destination(options);
        return new PhotoDestination(options.Name, Rules, mapillary, mapillary, mapillary) { Sessions = mapillary };
    }

    /// <summary>Also makes certain that the organization to send for is one of the user's, before the first byte is sent for it.</summary>
    public async Task<Account> WhoAmIAsync(CancellationToken cancellationToken)
    {
        var account = await _identity.AskAsync(cancellationToken);
        if (_organizationId is { Length: > 0 } organization)
        {
            await _organizations.CheckAsync(account, organization, cancellationToken);
        }

        return account;
    }

    public async Task<OpenedSession> OpenSessionAsync(Guid part, string? known, CancellationToken cancellationToken)
    {
        var session = await _sessions.OpenAsync(known, cancellationToken);
        return new OpenedSession(session.Key, session.Record) { CreatedAt = session.CreatedAt };
    }

    /// <summary>The storage cannot be asked what it has: a photo that was begun is sent anew, in the place of what is there.</summary>
    public Task<string> SendAsync(string session, PhotoBody photo, bool mayBeKnown, IUploadWatch watch, CancellationToken cancellationToken) =>
        _upload.BringAsync(session, photo, watch, cancellationToken);

    /// <summary>Makes certain that the session is still there, and that all of these photos were brought to it.</summary>
    public async Task<string> CompleteAsync(string session, IReadOnlyList<string> receipts, bool mayBeKnown, CancellationToken cancellationToken)
    {
        await _sessions.OpenOneAsync(session, cancellationToken);
        return receipts.All(receipt => receipt.StartsWith(PhotoUpload.ReceiptPrefix(session), StringComparison.Ordinal))
            ? session
            : throw _sessions.Lost(session, "some of the photos were brought to another one");
    }

    public async Task<string?> RehearseAsync(string session, IReadOnlyList<string> receipts, CancellationToken cancellationToken)
    {
        await CompleteAsync(session, receipts, mayBeKnown: true, cancellationToken);
        await _publication.RehearseAsync(session, cancellationToken);
        return $"session {session} was closed in a dry run: it cannot be reached any more, and the service lists it as failed after some weeks. "
            + "Sending for real begins with a new session and all photos";
    }

    /// <summary>The publication goes by the session's key.</summary>
    public async Task<string> PublishAsync(string session, string completion, CancellationToken cancellationToken)
    {
        await _publication.PublishAsync(session, cancellationToken);
        return session;
    }

    public Task<Sighting> LookAsync(PublicationQuery query, CancellationToken cancellationToken) => _search.LookAsync(query, cancellationToken);

    public Task<RemoteSequence> SequenceRecordAsync(string remoteSequenceId, CancellationToken cancellationToken) =>
        _search.SequenceRecordAsync(remoteSequenceId, cancellationToken);

    public async Task<IReadOnlyList<RemoteSession>> SessionsAsync(CancellationToken cancellationToken) =>
        [.. (await _sessions.ListAsync(cancellationToken)).Select(session => session.Shown())];
}
