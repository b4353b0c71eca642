using System.Text.Json.Nodes;
using MapThePaths.Emulator.Faults;
using MapThePaths.Emulator.Mapillary.Identity;
using MapThePaths.Emulator.Mapillary.Processing;
using MapThePaths.Emulator.Mapillary.Rules;
using MapThePaths.Emulator.Wire;

namespace MapThePaths.Emulator.Mapillary.Entities;

/// <summary>GET <c>/image_ids?sequence_id=</c>: a sequence's images in capture order; an unknown sequence has none (§9.1).</summary>
internal sealed class AskImageIds(TokenCheck tokens, string appId, Clusters clusters) : IOperation
{
    public IReadOnlyList<IRule> Rules { get; } = [new TokenIsLiving(tokens, appId)];

    public FaultTarget Target(Call call) => FaultTarget.ImageIds;

    public Task<Answer> AnswerAsync(Call call) => Task.FromResult(
        call.Query("sequence_id") is { Length: > 0 } id ? Write(id) : GraphError.Invalid("The parameter sequence_id is required"));

    private Answer Write(string sequenceId)
    {
        var images = clusters.Visible.Where(image => image.SequenceId == sequenceId).OrderBy(image => image.CapturedAtMs);
        var ids = images.Select(image => (JsonNode)new JsonObject { ["id"] = image.Id });
        return Answer.Json(new JsonObject { ["data"] = new JsonArray([.. ids]) });
    }
}
