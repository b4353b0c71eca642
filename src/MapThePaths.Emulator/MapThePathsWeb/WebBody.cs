using System.Text.Json;
using System.Text.Json.Nodes;
using MapThePaths.Emulator.Wire;
using Microsoft.AspNetCore.Http;

namespace MapThePaths.Emulator.MapThePathsWeb;

/// <summary>The members of a request's body. Of a member that is repeated in a form, the last one counts (§7).</summary>
internal sealed class WebBody
{
    private static readonly WebBody Nothing = new(new Dictionary<string, JsonNode?>(StringComparer.Ordinal));
    private readonly IReadOnlyDictionary<string, JsonNode?> _members;

    private WebBody(IReadOnlyDictionary<string, JsonNode?> members) => _members = members;

    /// <summary>A form. JSON is read, and then there is nothing in it (§3).</summary>
    public static async Task<(WebBody Body, Answer? Refusal)> FormAsync(Call call)
    {
        var (body, refusal) = await AnyAsync(call);
        return call.Request.HasFormContentType ? (body, refusal) : (Nothing, refusal);
    }

    /// <summary>A form or JSON.</summary>
    public static async Task<(WebBody Body, Answer? Refusal)> AnyAsync(Call call)
    {
        if (call.Request.HasFormContentType)
        {
            var form = await call.Request.ReadFormAsync(call.Gone);
            var members = form.ToDictionary(member => member.Key, member => (JsonNode?)member.Value[^1], StringComparer.Ordinal);
            return (new WebBody(members), null);
        }

        if (call.Request.ContentLength is null or 0 && call.Request.Headers.TransferEncoding.Count == 0)
        {
            return (Nothing, null);
        }

        return call.Request.HasJsonContentType()
            ? await JsonAsync(call)
            : (Nothing, WebError.Detail(415, $"Unsupported media type \"{call.Request.ContentType}\" in request."));
    }

    public bool Has(string name) => _members.ContainsKey(name);

    /// <summary>Text, number or truth as text, as the server's language writes it; null when missing or null.</summary>
    public string? Text(string name) => _members.GetValueOrDefault(name) switch
    {
        null => null,
        JsonValue value when value.TryGetValue<string>(out var text) => text,
        JsonValue value when value.TryGetValue<bool>(out var truth) => truth ? "True" : "False",
        var other => other.ToJsonString(),
    };

    private static async Task<(WebBody Body, Answer? Refusal)> JsonAsync(Call call)
    {
        try
        {
            var body = await JsonNode.ParseAsync(call.Request.Body, cancellationToken: call.Gone);
            var members = body is JsonObject given ? given.ToDictionary(StringComparer.Ordinal) : [];
            return (new WebBody(members), null);
        }
        catch (JsonException wrong)
        {
            return (Nothing, WebError.Detail(400, $"JSON parse error - {wrong.Message}"));
        }
    }
}
