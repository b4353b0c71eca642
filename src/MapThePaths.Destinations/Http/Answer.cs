using System.Text;
using System.Text.Json;

namespace MapThePaths.Destinations.Http;

/// <summary>A whole answer of a service.</summary>
/// <param name="Text">The body as received.</param>
/// <param name="Json">The body as a JSON object; null when it is none, such as the page of a proxy or of a hotel's network.</param>
/// <param name="RetryAfter">From the header of that name.</param>
/// <param name="AppUsage">Percentage of the service's limits that is used; null when it does not say.</param>
internal sealed record Answer(int Status, string Text, JsonElement? Json, TimeSpan? RetryAfter, double? AppUsage = null)
{
    /// <summary>Where the next page is, from the header <c>Link</c>, as written; null on the last page.</summary>
    public string? NextPage { get; init; }

    public bool IsSuccess => Status is >= 200 and <= 299;

    /// <summary>Reads the body, UTF-8 whatever its headers say, as JSON if it is some.</summary>
    public static Answer From(int status, byte[] body, TimeSpan? retryAfter, double? appUsage = null)
    {
        var text = Encoding.UTF8.GetString(body).TrimStart('\uFEFF');
        return new Answer(status, text, ObjectIn(text), retryAfter, appUsage);
    }

    private static JsonElement? ObjectIn(string text)
    {
        try
        {
            var root = JsonElement.Parse(text);
            return root.ValueKind == JsonValueKind.Object ? root : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
