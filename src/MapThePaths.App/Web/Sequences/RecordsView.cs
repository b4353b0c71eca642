using System.Text.Json;
using MapThePaths.Core.Catalog;

namespace MapThePaths.App.Web.Sequences;

/// <summary>What destinations have said of a sequence, as received.</summary>
/// <param name="Images">The first two hundred.</param>
internal sealed record RecordsView(IReadOnlyList<SequenceRecord> Sequences, IReadOnlyList<ImageRecord> Images, IReadOnlyList<SessionRecord> Sessions);

internal sealed record SequenceRecord(string Destination, string Id, JsonElement Record, DateTimeOffset ReceivedAt)
{
    public static SequenceRecord Of(ReceivedRecord record) => new(record.Destination, record.Id, record.Json(), record.ReceivedAt.ToDateTimeOffset());
}

internal sealed record ImageRecord(string Destination, string ImageId, JsonElement Record, DateTimeOffset ReceivedAt)
{
    public static ImageRecord Of(ReceivedRecord record) => new(record.Destination, record.Id, record.Json(), record.ReceivedAt.ToDateTimeOffset());
}

/// <param name="State"><c>open</c>, <c>failed</c> or <c>gone</c>.</param>
/// <param name="Reason">Why it failed, in the destination's words.</param>
internal sealed record SessionRecord(string Destination, string Key, string? State, string? Reason, JsonElement Record, DateTimeOffset ReceivedAt)
{
    public static SessionRecord Of(ReceivedRecord record) =>
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
