using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using MapThePaths.Core.Destinations;
using MapThePaths.Destinations.Http;
using NodaTime;

namespace MapThePaths.Destinations.MapillaryV3;

/// <summary>An upload session object, open or failed, as the service shows it.</summary>
internal sealed record UploadSession
{
    private static readonly JsonSerializerOptions AsReceived = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public required string Key { get; init; }

    /// <summary>Why the service gave it up, in its own words; null while it did not.</summary>
    public string? Failure { get; init; }

    public Instant? CreatedAt { get; init; }

    public string? Organization { get; init; }

    /// <summary>Where photos go and with what; null when it takes none.</summary>
    public UploadForm? Form { get; init; }

    /// <summary>As received, but for the form's values: whoever has those may add photos to the session.</summary>
    public required string Record { get; init; }

    /// <summary>Null for what is no session object.</summary>
    public static UploadSession? Read(JsonElement session)
    {
        if (session.Text("key") is not { } key)
        {
            return null;
        }

        var failure = Assumptions.FailureIn(session);
        return new UploadSession
        {
            Key = key,
            Failure = failure,
            CreatedAt = IsoTime.Read(session.Text("created_at")),
            Organization = session.Member("metadata")?.Text("organization_key"),
            Form = failure is null && Assumptions.IsOpen(session.Text("status")) ? UploadForm.Read(session) : null,
            Record = WithoutSignature(session),
        };
    }

    public RemoteSession Shown() => new(Key, Failure, CreatedAt, Record);

    private static string WithoutSignature(JsonElement session)
    {
        var record = JsonNode.Parse(session.GetRawText())!;
        if (record["fields"] is not JsonObject fields)
        {
            return session.GetRawText();
        }

        foreach (var name in fields.Select(field => field.Key).ToList())
        {
            fields[name] = Redaction.Blank;
        }

        return record.ToJsonString(AsReceived);
    }
}

/// <summary>The form that a session's photos are sent with.</summary>
/// <param name="Fields">Name and value in the service's order, to be sent unchanged.</param>
internal sealed record UploadForm(Uri Url, string KeyPrefix, IReadOnlyList<KeyValuePair<string, string>> Fields)
{
    private const int ShortestSecret = 32;

    /// <summary>Null when a member is missing.</summary>
    public static UploadForm? Read(JsonElement session) =>
        Uri.TryCreate(session.Text("url"), UriKind.Absolute, out var url) && url.Scheme is ("http" or "https")
        && session.Text("key_prefix") is { } prefix
        && session.Member("fields") is { ValueKind: JsonValueKind.Object } fields
            ? new UploadForm(url, prefix, [.. fields.EnumerateObject().Where(Assumptions.IsFormField).Select(Field)])
            : null;

    public bool IsSameAs(UploadForm other) => Url == other.Url && KeyPrefix == other.KeyPrefix && Fields.SequenceEqual(other.Fields);

    // Nobody knows the fields' names; policies, signatures and keys are long, and the other values are words.
    private static KeyValuePair<string, string> Field(JsonProperty field)
    {
        var value = field.Value.GetString()!;
        if (value.Length >= ShortestSecret)
        {
            Redaction.Hide(value);
        }

        return KeyValuePair.Create(field.Name, value);
    }
}
