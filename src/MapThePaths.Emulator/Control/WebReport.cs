using System.Text.Json.Nodes;
using MapThePaths.Emulator.Identity;
using MapThePaths.Emulator.MapThePathsWeb.Sequences;
using MapThePaths.Emulator.State;

namespace MapThePaths.Emulator.Control;

/// <summary>The rows of Map the Paths Web, and which users have handed over a Mapillary token, but not the token.</summary>
internal sealed class WebReport(SequenceRows rows, Accounts accounts)
{
    public JsonObject Write() => new()
    {
        ["sequences"] = new JsonArray([.. rows.All.Select(row => (JsonNode)Write(row))]),
        ["mapillary_tokens_of"] = new JsonArray(
            [.. accounts.All.Where(account => rows.MapillaryTokenOf(account) is not null).Select(account => (JsonNode)account.Username)]),
    };

    private JsonObject Write(RowSaved row) => new()
    {
        ["unique_id"] = row.Id,
        ["user"] = accounts.ById(row.OwnerId)!.Username,
        ["name"] = row.Name,
        ["description"] = row.Description,
        ["transport_type"] = TransportTypes.Name(row.TransportType),
        ["tags"] = new JsonArray([.. row.Tags.Select(tag => (JsonNode)tag)]),
        ["sequence_key"] = row.SequenceKey,
        ["is_published"] = row.IsPublished,
        ["images"] = row.ImageKeys.Count,
        ["google_street_view"] = row.GoogleStreetView,
        ["strava"] = row.Strava,
    };
}
