using System.Text.Json.Nodes;
using MapThePaths.Emulator.Faults;
using MapThePaths.Emulator.Mapillary.Identity;
using MapThePaths.Emulator.Mapillary.Processing;
using MapThePaths.Emulator.Mapillary.Rules;
using MapThePaths.Emulator.Wire;

namespace MapThePaths.Emulator.Mapillary.Entities;

/// <summary>GET <c>/?ids=a,b</c>: several images, keyed by id (§9.1). One unknown id refuses them all; that is our reading.</summary>
internal sealed class AskSeveral(TokenCheck tokens, string appId, Clusters clusters, ImageFields imageFields) : IOperation
{
    public IReadOnlyList<IRule> Rules { get; } = [new TokenIsLiving(tokens, appId)];

    public FaultTarget Target(Call call) => FaultTarget.Image;

    public Task<Answer> AnswerAsync(Call call)
    {
        var ids = (call.Query("ids") ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries);
        var fields = FieldSelection.Of(call);
        var refusal = ids.Length == 0 ? GraphError.Invalid("The parameter ids is required") : FieldSelection.Refuse(fields, imageFields.Knows);
        return Task.FromResult(refusal ?? Write(call, ids, fields));
    }

    private Answer Write(Call call, string[] ids, IReadOnlyList<string> fields)
    {
        var visible = clusters.Visible.ToDictionary(image => image.Id, StringComparer.Ordinal);
        var written = new JsonObject();
        foreach (var id in ids)
        {
            if (!visible.TryGetValue(id, out var image))
            {
                return GraphError.Unknown("get", id);
            }

            written[id] = imageFields.Write(image, fields, call.Origin);
        }

        return Answer.Json(written);
    }
}
