using System.Text;
using System.Text.Json;

namespace MapThePaths.Tests.Fixtures;

/// <summary>One request as it came over the wire.</summary>
/// <param name="Connection">Counts accepted connections from 1.</param>
/// <param name="Body">Without chunk framing; what arrived before a cut.</param>
internal sealed record RecordedRequest(
    int Connection,
    string Method,
    string Target,
    IReadOnlyList<KeyValuePair<string, string>> Headers,
    byte[] Body)
{
    public string Line => $"{Method} {Target}";

    public string Text => Encoding.UTF8.GetString(Body);

    public JsonElement Json => JsonElement.Parse(Text);

    public string? Header(string name) =>
        Headers.SingleOrDefault(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;
}
