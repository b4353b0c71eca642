using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using MapThePaths.Emulator.Wire;

namespace MapThePaths.Emulator.MapillaryV3.Storage;

/// <summary>
/// What a signed form allows: its fields unchanged, a key that begins with the prefix, four known extras, until it expires. Nothing
/// else is remembered of it, so a form outlives its session, as it does at S3.
/// </summary>
internal sealed class FormPolicy(string secret)
{
    /// <summary>How long the real forms live is unknown (§6.2).</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    private const string Policy = "Policy";
    private const string Signature = "X-Amz-Signature";
    private static readonly string[] Extras =
        ["X-Amz-Meta-Latitude", "X-Amz-Meta-Longitude", "X-Amz-Meta-Compass-Angle", "X-Amz-Meta-Captured-At"];

    /// <summary>The fields of a form that is signed now, in the order of the object.</summary>
    public IReadOnlyList<(string Name, string Value)> Sign(string keyPrefix, DateTimeOffset now)
    {
        var day = now.UtcDateTime.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        List<(string Name, string Value)> fields =
        [
            ("acl", "private"),
            ("bucket", Bucket.Name),
            ("X-Amz-Algorithm", "AWS4-HMAC-SHA256"),
            ("X-Amz-Credential", $"AKIAPRACTICEPRACTICE/{day}/eu-west-1/s3/aws4_request"),
            ("X-Amz-Date", now.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture)),
            ("x-practice-form", keyPrefix.Split('/')[^2]),
        ];
        var policy = Write(fields, keyPrefix, now + Lifetime);
        return [.. fields, (Policy, policy), (Signature, Sign(policy))];
    }

    /// <summary>Null when a form with these fields may be stored.</summary>
    public Answer? Refuse(IReadOnlyDictionary<string, string> fields, DateTimeOffset now)
    {
        if (!fields.TryGetValue(Policy, out var policy) || !fields.TryGetValue(Signature, out var signature))
        {
            return S3Error.Dialect.NotAuthorized;
        }

        if (signature != Sign(policy))
        {
            return S3Error.SignatureDoesNotMatch;
        }

        using var document = JsonDocument.Parse(Convert.FromBase64String(policy));
        var isOver = document.RootElement.GetProperty("expiration").GetDateTimeOffset() <= now;
        return isOver ? S3Error.AgainstPolicy("Policy expired.") : RefuseByConditions(document.RootElement.GetProperty("conditions"), fields);
    }

    private static Answer? RefuseByConditions(JsonElement conditions, IReadOnlyDictionary<string, string> fields)
    {
        var known = new HashSet<string>([Policy, Signature], StringComparer.OrdinalIgnoreCase);
        foreach (var condition in conditions.EnumerateArray())
        {
            var (how, name, value) = (condition[0].GetString(), condition[1].GetString()![1..], condition[2].GetString()!);
            known.Add(name);
            var given = fields.GetValueOrDefault(name, "");
            if (how == "eq" ? given != value : !given.StartsWith(value, StringComparison.Ordinal))
            {
                return S3Error.AgainstPolicy($"Policy Condition failed: [\"{how}\", \"${name}\", \"{value}\"]");
            }
        }

        var extra = fields.Keys.Where(name => !known.Contains(name)).ToList();
        return extra.Count == 0 ? null : S3Error.AgainstPolicy($"Extra input fields: {string.Join(", ", extra)}");
    }

    private static string Write(List<(string Name, string Value)> fields, string keyPrefix, DateTimeOffset end)
    {
        var conditions = new JsonArray();
        foreach (var (name, value) in fields)
        {
            conditions.Add(new JsonArray("eq", "$" + name, value));
        }

        foreach (var (name, start) in Extras.Select(name => (name, "")).Append(("key", keyPrefix)))
        {
            conditions.Add(new JsonArray("starts-with", "$" + name, start));
        }

        var policy = new JsonObject { ["expiration"] = IsoTime.Text(end), ["conditions"] = conditions };
        return Convert.ToBase64String(Encoding.UTF8.GetBytes(policy.ToJsonString()));
    }

    private string Sign(string policy) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(policy)));
}
