using System.Text.Json;

namespace MapThePaths.Emulator.Mapillary;

/// <summary>A member that callers send as string or number, as text.</summary>
internal static class JsonText
{
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
