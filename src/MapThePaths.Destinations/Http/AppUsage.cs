using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;

namespace MapThePaths.Destinations.Http;

/// <summary>
/// How much of its limits the service says that we have used: the header <c>X-App-Usage</c>, JSON with the percentages
/// <c>call_volume</c> and <c>call_count</c> (mapillary-v4.md §9.4). Above 95 every further call waits, as JOSM's Mapillary plugin does. Thread safe.
/// </summary>
internal sealed class AppUsage(TimeProvider clock)
{
    private const double NearlyAll = 95;

    private static readonly string[] Calls = ["call_volume", "call_count"];

    /// <summary>The service counts by the minute; after one, a call shows whether there is room again.</summary>
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();
    private DateTimeOffset _freeAt = DateTimeOffset.MinValue;

    /// <summary>The larger of the two percentages; null without the header, or when it is no such JSON.</summary>
    public static double? Of(HttpResponseHeaders headers)
    {
        if (!headers.TryGetValues("X-App-Usage", out var values))
        {
            return null;
        }

        try
        {
            var usage = JsonElement.Parse(string.Join(',', values));
            return usage.ValueKind == JsonValueKind.Object
                ? usage.EnumerateObject().Where(member => Calls.Contains(member.Name)).Max(member => Percentage(member.Value))
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <param name="percentage">Of one answer; null when it said nothing.</param>
    public void Note(double? percentage)
    {
        if (percentage is { } used)
        {
            lock (_gate)
            {
                _freeAt = used > NearlyAll ? clock.GetUtcNow() + Minute : DateTimeOffset.MinValue;
            }
        }
    }

    /// <summary>How long to wait before another call; zero or less when there is room.</summary>
    public TimeSpan Pause
    {
        get
        {
            lock (_gate)
            {
                return _freeAt - clock.GetUtcNow();
            }
        }
    }

    private static double? Percentage(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number => value.GetDouble(),
        JsonValueKind.String when double.TryParse(value.GetString(), CultureInfo.InvariantCulture, out var number) => number,
        _ => null,
    };
}
