using System.Text.Json.Nodes;
using MapThePaths.Emulator.Faults;
using MapThePaths.Emulator.Identity;
using MapThePaths.Emulator.Mapillary;
using MapThePaths.Emulator.Mapillary.Processing;
using MapThePaths.Emulator.Mapillary.Uploading;
using MapThePaths.Emulator.State;
using MapThePaths.Emulator.Wire;

namespace MapThePaths.Emulator.Control;

/// <summary>Everything the emulator holds, as JSON. Names no token.</summary>
internal sealed class StateReport(MapillaryService service, V3Report v3, WebReport web, Accounts accounts, Door door)
{
    public JsonObject Write() => new()
    {
        ["calls"] = new JsonObject(door.Calls.OrderBy(call => call.Key).Select(call =>
            KeyValuePair.Create(TargetWord.Of(call.Key), (JsonNode?)call.Value))),
        ["finish_calls"] = Array(service.Clusters.Calls, Write),
        ["clusters"] = Array(service.Clusters.All, Write),
        ["sessions"] = Array(service.Sessions.All.Where(session => session.Length > 0 || session.Handle is not null), Write),
        ["v3_sessions"] = v3.Write(),
        ["mtpw"] = web.Write(),
    };

    private JsonObject Write(FinishCalled call) => new()
    {
        ["at"] = IsoTime.Text(call.At),
        ["user"] = Username(call.AccountId),
        ["file_type"] = call.FileType,
        ["cluster_id"] = call.ClusterId,
        ["refusal"] = call.Refusal,
    };

    private JsonObject Write(Cluster cluster) => new()
    {
        ["id"] = cluster.Made.Id,
        ["user"] = Username(cluster.Made.AccountId),
        ["organization_id"] = cluster.Made.OrganizationId,
        ["finished_at"] = IsoTime.Text(cluster.Made.FinishedAt),
        ["visible_at"] = cluster.VisibleAt is { } at ? IsoTime.Text(at) : null,
        ["processed"] = cluster.IsProcessed(service.Now),
        ["images"] = cluster.IsProcessed(service.Now) ? Array(cluster.Images, Write) : Array(cluster.Made.Images, Write),
    };

    private static JsonObject Write(ClusterImage image) => new() { ["key"] = image.Key, ["entry"] = image.Entry };

    private static JsonObject Write(ProcessedImage image) => new()
    {
        ["key"] = image.Key,
        ["entry"] = image.Entry,
        ["image_id"] = image.IsVisible ? image.Id : null,
        ["sequence_id"] = image.IsVisible ? image.SequenceId : null,
        ["dropped"] = image.Dropped,
    };

    private JsonObject Write(UploadSession session) => new()
    {
        ["key"] = session.Key,
        ["user"] = Username(session.AccountId),
        ["bytes"] = session.Length,
        ["complete"] = session.Handle is not null,
    };

    private string? Username(string? accountId) => accountId is null ? null : accounts.ById(accountId)?.Username;

    private static JsonArray Array<T>(IEnumerable<T> items, Func<T, JsonObject> write) =>
        new([.. items.Select(item => (JsonNode)write(item))]);
}
