using MapThePaths.Destinations.Http;

namespace MapThePaths.Destinations.MapThePathsWeb;

/// <summary>The servers read forms; of JSON they see nothing, and say that a field is missing (mtpw.md §3).</summary>
internal static class WebForm
{
    public static async Task<TracedContent> OfAsync(params IEnumerable<(string Name, string Value)> fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        return new TracedContent(await form.ReadAsByteArrayAsync(), "application/x-www-form-urlencoded");
    }
}
