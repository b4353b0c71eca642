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
    IReadOnlyList<ClusterImage> Images) : JournalEntry;

/// <summary>
/// One photo of a cluster: a file of that session key, or an entry of a zip file of that key.
/// <c>Dropped</c>: a fault rule wants that it never becomes visible.
/// </summary>
internal sealed record ClusterImage(string Key, string? Entry, bool Dropped);

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(JournalEntry))]
internal sealed partial class JournalJson : JsonSerializerContext;
