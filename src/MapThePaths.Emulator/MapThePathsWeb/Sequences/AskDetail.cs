using System.Text.Json.Nodes;
using MapThePaths.Emulator.Faults;
using MapThePaths.Emulator.Identity;
using MapThePaths.Emulator.MapThePathsWeb.Rules;
using MapThePaths.Emulator.State;
using MapThePaths.Emulator.Wire;

namespace MapThePaths.Emulator.MapThePathsWeb.Sequences;

/// <summary>GET <c>/sequence/{id}/ajax_get_detail/</c> (§5, head): the only way to read a row back. Nobody needs to be signed in.</summary>
internal sealed class AskDetail(SequenceRows rows, Accounts accounts) : IOperation
{
    public IReadOnlyList<IRule> Rules { get; } = [new PathEndsInSlash()];

    public FaultTarget Target(Call call) => FaultTarget.MtpwRead;

    /// <summary>What an unknown id gives is not known: the page of unknown addresses here.</summary>
    public Task<Answer> AnswerAsync(Call call) => Task.FromResult(rows.Find(call.InRoute("key")!) is { } row
        ? Answer.Json(new JsonObject { ["sequence"] = new JsonArray(Write(row)), ["sequence_html_detail"] = "<div></div>" })
        : WebPage.Of(200, "Page not found"));

    private JsonObject Write(RowSaved row) => new()
    {
        ["model"] = "sequence.sequence",
        ["pk"] = row.Number,
        ["fields"] = new JsonObject
        {
            ["user"] = accounts.All.Select(account => account.Id).Order(StringComparer.Ordinal).ToList().IndexOf(row.OwnerId) + 1,
            ["unique_id"] = row.Id,
            ["name"] = row.Name,
            ["description"] = row.Description,
            ["transport_type"] = row.TransportType,
            ["tag"] = new JsonArray([.. row.Tags.Select(tag => (JsonNode)TagRow(tag))]),
            ["seq_key"] = row.SequenceKey,
            ["username"] = row.Username,
            ["user_key"] = row.UserKey,
            ["camera_make"] = row.CameraMake,
            ["captured_at"] = row.CapturedAt,
            ["is_published"] = row.IsPublished,
            ["image_count"] = row.ImageKeys.Count,
            ["google_street_view"] = row.GoogleStreetView,
            ["strava"] = row.Strava,
        },
    };

    /// <summary>The number of a tag's own row: tags are made in the order they are first used.</summary>
    private int TagRow(string name) => rows.All.SelectMany(row => row.Tags).Distinct(StringComparer.Ordinal).ToList().IndexOf(name) + 1;
}
