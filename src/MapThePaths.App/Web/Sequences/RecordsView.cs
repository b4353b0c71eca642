using System.Text.Json;
using MapThePaths.Core.Catalog;

namespace MapThePaths.App.Web.Sequences;

/// <summary>What destinations have said of a sequence, as received.</summary>
/// <param name="Images">The first two hundred.</param>
internal sealed record RecordsView(IReadOnlyList<RemoteSequence> Sequences, IReadOnlyList<RemoteImage> Images, IReadOnlyList<RemoteSession> Sessions);

internal sealed record RemoteSequence(string Destination, string Id, JsonElement Record, DateTimeOffset ReceivedAt)
{
    public static RemoteSequence Of(ReceivedRecord record) => new(record.Destination, record.Id, record.Json(), record.ReceivedAt.ToDateTimeOffset());
}

internal sealed record RemoteImage(string Destination, string ImageId, JsonElement Record, DateTimeOffset ReceivedAt)
{
    public static RemoteImage Of(ReceivedRecord record) => new(record.Destination, record.Id, record.Json(), record.ReceivedAt.ToDateTimeOffset());
}

/// <param name="State"><c>open</c>, <c>failed</c> or <c>gone</c>.</param>
/// <param name="Reason">Why it failed, in the destination's words.</param>
internal sealed record RemoteSession(string Destination, string Key, string? State, string? Reason, JsonElement Record, DateTimeOffset ReceivedAt)
{
    public static RemoteSession Of(ReceivedRecord record) =>
        new(record.Destination, record.Id, record.State, record.Reason, record.Json(), record.ReceivedAt.ToDateTimeOffset());
}

internal static class ReceivedJson
{
    /// <summary>A record that is no JSON is shown as the text it is.</summary>
    public static JsonElement Json(this ReceivedRecord record)
    {
        try
        {
            return JsonElement.Parse(record.Record);
        }
        catch (JsonException)
        {
            return JsonSerializer.SerializeToElement(record.Record);
        }
    }
}
