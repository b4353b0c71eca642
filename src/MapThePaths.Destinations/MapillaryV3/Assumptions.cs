using System.Collections.Frozen;
using System.Text.Json;
using MapThePaths.Destinations.Http;

namespace MapThePaths.Destinations.MapillaryV3;

/// <summary>
/// Everything that the document of API v3 (<c>mapillary-v3.md</c>) marks as inferred or unknown and that we depend on, each with its
/// section. The public service is gone; whoever meets a server that does otherwise changes it here.
/// The window of the search (§7: since is inclusive, before exclusive, UTC) is <see cref="Searching.SearchWindow"/>'s, with its margins.
/// <c>docs/destinations/mapillary-v3.md</c> says the same in words.
/// </summary>
internal static class Assumptions
{
    /// <summary>§6.3: the flag without a value; <c>_dry_run=true</c> is only said to work equally.</summary>
    public const string DryRunFlag = "_dry_run";

    /// <summary>§4: the most that both sources name.</summary>
    public const int PageSize = 1_000;

    /// <summary>§7: without an order of its own choosing nobody knows which one a page is in.</summary>
    public const string Order = "key";

    /// <summary>§8.1: how many keys one query may hold is unknown; 25 make a short address.</summary>
    public const int SequencesPerQuery = 25;

    /// <summary>§9.1: limits of size are unknown. 500 photos is what MTPDU and the service's own tool kept to (§7.1).</summary>
    public const int MaxPhotosPerPart = 500;

    public const long MaxPixelsPerPart = long.MaxValue;

    /// <summary>
    /// §2.2: who it is, his address for Map the Paths Web, what uploading needs, and which organizations he is in; which scope the server asks
    /// for is unknown.
    /// </summary>
    public static readonly IReadOnlyList<string> Scopes = ["user:email", "user:read", "public:upload", "private:read"];

    private static readonly FrozenSet<string> EndsOfForms = new[]
    {
        "ExpiredToken", "InvalidToken", "TokenRefreshRequired", "InvalidAccessKeyId", "SignatureDoesNotMatch", "InvalidPolicyDocument", "RequestTimeTooSkewed",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>
    /// §6.1, §6.6: <c>open</c> is the only word for a session that takes photos; none at all is taken for it too. A session is failed when it
    /// has an <c>error</c>, whatever its status says.
    /// </summary>
    public static bool IsOpen(string? status) => status is null or "open";

    /// <summary>
    /// §6.1: which fields a form has is unknown. Every one that is a text is sent, whatever its name, but for <c>key</c> and <c>file</c>:
    /// that the service names neither is inferred, and a form has one of each.
    /// </summary>
    public static bool IsFormField(JsonProperty field) =>
        field.Value.ValueKind == JsonValueKind.String
        && !field.Name.Equals("key", StringComparison.OrdinalIgnoreCase) && !field.Name.Equals("file", StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// §6.4, §6.6: why a session has failed; null when it has not. Of <c>error</c> only <c>reason</c> is known; whatever else it may be is shown
    /// as it is. That <c>status</c> is <c>failed</c> then is inferred.
    /// </summary>
    public static string? FailureIn(JsonElement session) => session.Member("error") switch
    {
        null or { ValueKind: JsonValueKind.Null } => session.Text("status") == "failed" ? "no reason was given" : null,
        { } error => Legible.Text(error.Text("reason") ?? error.Text("message") ?? error.GetRawText()),
    };

    /// <summary>
    /// §6.1: whether the metadata of a session is shown again is unknown. Without it nobody can tell for which organization a session was
    /// opened, so the user's explicit word opens a new one.
    /// </summary>
    /// <param name="wanted">Null when the user said nothing; empty for none.</param>
    /// <param name="shown">Null when the session shows none.</param>
    public static bool IsForOtherOrganization(string? wanted, string? shown) => wanted is not null && wanted != (shown ?? "");

    /// <summary>
    /// §6.2: a stale form is answered 403, and §6.5: reading the session again signs it anew. S3 answers 400 when the key that signed it has
    /// ended.
    /// </summary>
    public static bool MayBeStaleForm(int status, string code) => status == 403 || EndsOfForms.Contains(code);

    /// <summary>
    /// §6.2: what the storage says when the form is of no use for any photo; S3's own words, such as "Invalid according to Policy: Policy
    /// expired." Every other refusal is about the photo that was sent.
    /// </summary>
    public static bool IsOverForm(string code, string message) =>
        EndsOfForms.Contains(code) || message.Contains("expired", StringComparison.OrdinalIgnoreCase);

    /// <summary>§3, §6.5: no session is shown any more under this status, published ones among them. The body may be absent.</summary>
    public static bool IsGone(int status) => status == 404;

    /// <summary>§2.2: which scope a call needs is unknown; a token that may not make it is one to sign in again for.</summary>
    public static bool IsLackOfRights(int status) => status is 401 or 403;

    /// <summary>
    /// §3: an error is an object with a <c>message</c>; whether "not found" has one is inferred. 503 in the service's words says that the
    /// call was not taken; any other fault of the server (5xx) tells nothing about what it did before, so publishing is unclear after one.
    /// </summary>
    public static bool SaysNothingWasDone(int status, bool hasMessage, string body) =>
        (status is (>= 400 and < 500) or 503) && (hasMessage || (IsGone(status) && string.IsNullOrWhiteSpace(body)));

    /// <summary>§3: whether an error always has a status of its own is unknown; an object with a <c>message</c> on top is one under any.</summary>
    public static bool IsSuccess(Answer answer) => answer.IsSuccess && answer.Json?.Member("message") is null;

    /// <summary>§3: a <c>code</c> beside the message is known from one source; null when there is none.</summary>
    public static string? CodeIn(Answer answer) => answer.Json?.Text("code");

    /// <summary>§6.3: the body of a successful publication is unknown; a page of somebody in between is none.</summary>
    public static bool IsPublished(string body, bool isJsonObject) => isJsonObject || string.IsNullOrWhiteSpace(body);

    /// <summary>§2.6 is silent about the body of a successful sign-out; a page of somebody in between is none.</summary>
    public static bool IsSignedOut(string body, bool isJsonObject) => IsPublished(body, isJsonObject);

    /// <summary>§6.2: 204 without a body; S3 itself may be told to answer otherwise, in XML.</summary>
    public static bool IsStored(string body) => string.IsNullOrWhiteSpace(body) || body.Contains("<PostResponse", StringComparison.Ordinal);
}
