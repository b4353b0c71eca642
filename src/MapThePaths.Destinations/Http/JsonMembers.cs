using System.Globalization;
using System.Text.Json;

namespace MapThePaths.Destinations.Http;

/// <summary>Members of JSON that others wrote: each may be absent or of another type than documented, and then reads as null.</summary>
internal static class JsonMembers
{
    public static JsonElement? Member(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var member) ? member : null;

    /// <summary>A string, or a number as written; ids come as either. Null when empty.</summary>
    public static string? Text(this JsonElement element, string name)
    {
        var text = element.Member(name) switch
        {
            { ValueKind: JsonValueKind.String } member => member.GetString(),
            { ValueKind: JsonValueKind.Number } member => member.GetRawText(),
            _ => null,
        };
        return string.IsNullOrEmpty(text) ? null : text;
    }

    /// <summary>An integer, also one written as a string.</summary>
    public static long? Integer(this JsonElement element, string name) =>
        long.TryParse(element.Text(name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : null;

    public static bool IsTrue(this JsonElement element, string name) => element.Member(name)?.ValueKind == JsonValueKind.True;
}
