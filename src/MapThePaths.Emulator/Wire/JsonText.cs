using System.Text.Json;

namespace MapThePaths.Emulator.Wire;

/// <summary>Bodies that claim to be JSON, and members that callers send as string or number.</summary>
internal static class JsonText
{
    /// <summary>Null when the body is no JSON.</summary>
    public static async Task<JsonDocument?> BodyAsync(Call call)
    {
        try
        {
            return await JsonDocument.ParseAsync(call.Request.Body, cancellationToken: call.Gone);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The member as text; null when it is missing or something else.</summary>
    public static string? Of(JsonElement body, string name)
    {
        if (body.ValueKind != JsonValueKind.Object || !body.TryGetProperty(name, out var member))
        {
            return null;
        }

        return member.ValueKind switch
        {
            JsonValueKind.String => member.GetString(),
            JsonValueKind.Number => member.GetRawText(),
            _ => null,
        };
    }
}
