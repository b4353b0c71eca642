using System.Text.Json.Serialization;

namespace MapThePaths.Emulator.State;

/// <summary>One thing that happened and must outlive the process. The file is a list of these, one JSON object a line.</summary>
[JsonDerivedType(typeof(AppRegistered), "app_registered")]
[JsonDerivedType(typeof(ClientRegistered), "client_registered")]
[JsonDerivedType(typeof(AccountOpened), "account_opened")]
[JsonDerivedType(typeof(TokenIssued), "token_issued")]
[JsonDerivedType(typeof(TokenRevoked), "token_revoked")]
[JsonDerivedType(typeof(UploadEnded), "upload_ended")]
[JsonDerivedType(typeof(UploadForgotten), "upload_forgotten")]
[JsonDerivedType(typeof(FinishCalled), "finish_called")]
[JsonDerivedType(typeof(ClusterMade), "cluster_made")]
[JsonDerivedType(typeof(SessionOpened), "session_opened")]
[JsonDerivedType(typeof(PhotoTaken), "photo_taken")]
[JsonDerivedType(typeof(SessionPublished), "session_published")]
[JsonDerivedType(typeof(SessionLost), "session_lost")]
[JsonDerivedType(typeof(RowSaved), "row_saved")]
[JsonDerivedType(typeof(RowDeleted), "row_deleted")]
[JsonDerivedType(typeof(MapillaryTokenSaved), "mapillary_token_saved")]
internal abstract record JournalEntry;

internal sealed record AppRegistered(string AppId, string Secret, string ClientToken, string OrganizationId) : JournalEntry;

/// <summary>The app of a further service.</summary>
internal sealed record ClientRegistered(string Service, string ClientId, string Secret) : JournalEntry;

internal sealed record AccountOpened(string Id, string Username) : JournalEntry;

/// <summary>A state folder of before there were several services names none: it means API v4.</summary>
internal sealed record TokenIssued(
    string Text, string AccountId, string Scopes, DateTimeOffset ExpiresAt, string Service = "mapillary") : JournalEntry;

internal sealed record TokenRevoked(string Text) : JournalEntry;

internal sealed record UploadEnded(string AccountId, string Key, string Handle, DateTimeOffset ExpiresAt) : JournalEntry;

internal sealed record UploadForgotten(string AccountId, string Key) : JournalEntry;

/// <summary>A finish call that got as far as its handles: it made a cluster, or was refused with this message.</summary>
internal sealed record FinishCalled(DateTimeOffset At, string? AccountId, string? FileType, string? ClusterId, string? Refusal) : JournalEntry;

/// <summary>
/// What a finish call made. The images' ids count on from the first, in sequence order; what their photos say is read from the bytes later.
/// <c>NeverProcessed</c>: a fault rule wants it to hang for ever.
/// </summary>
internal sealed record ClusterMade(
    string Id,
    string AccountId,
    string? OrganizationId,
    DateTimeOffset FinishedAt,
    long FirstImageId,
    bool NeverProcessed,
    IReadOnlyList<ClusterImage> Images) : JournalEntry
{
    /// <summary>A fault rule wants that its sequences have that many images; null: as many as the service takes.</summary>
    public int? Split { get; init; }
}

/// <summary>
/// One photo of a cluster: a file of that session key, or an entry of a zip file of that key.
/// <c>Dropped</c>: a fault rule wants that it never becomes visible.
/// </summary>
internal sealed record ClusterImage(string Key, string? Entry, bool Dropped);

/// <summary>An upload session of API v3.</summary>
internal sealed record SessionOpened(
    string Key, string AccountId, DateTimeOffset CreatedAt, string? OrganizationKey, bool IsPrivate) : JournalEntry;

/// <summary>A photo came whole into the bucket, under a name in its session.</summary>
internal sealed record PhotoTaken(string SessionKey, string Name, string File, long Bytes) : JournalEntry;

/// <summary>
/// What the session held when it was published. Fault rules want: <c>NeverProcessed</c>, that it hangs for ever; <c>Fails</c>, that it
/// comes back as failed; <c>Split</c>, that its sequences have that many images.
/// </summary>
internal sealed record SessionPublished(
    string SessionKey,
    DateTimeOffset At,
    bool IsDryRun,
    bool NeverProcessed,
    bool Fails,
    int? Split,
    IReadOnlyList<PublishedPhoto> Photos) : JournalEntry;

/// <summary><c>Dropped</c>: a fault rule wants that it never becomes visible.</summary>
internal sealed record PublishedPhoto(string Name, string File, bool Dropped);

internal sealed record SessionLost(string SessionKey) : JournalEntry;

/// <summary>A sequence of Map the Paths Web as it is from now on. Numbers count from 1, in the order the rows were made.</summary>
internal sealed record RowSaved(
    string Id, int Number, string OwnerId, string Name, string Description, int TransportType) : JournalEntry
{
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Mapillary's; null before the import, like all that comes with it.</summary>
    public string? SequenceKey { get; init; }

    public string? Username { get; init; }

    public string? UserKey { get; init; }

    public string? CameraMake { get; init; }

    public string? CapturedAt { get; init; }

    public IReadOnlyList<string> ImageKeys { get; init; } = [];

    public bool IsPublished { get; init; }

    public string? GoogleStreetView { get; init; }

    public string? Strava { get; init; }
}

internal sealed record RowDeleted(string Id) : JournalEntry;

/// <summary>The Mapillary token that a user of Map the Paths Web handed over last, good or bad.</summary>
internal sealed record MapillaryTokenSaved(string AccountId, string Token) : JournalEntry;

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(JournalEntry))]
internal sealed partial class JournalJson : JsonSerializerContext;
