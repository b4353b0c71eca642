using System.Text.Json.Nodes;
using MapThePaths.Emulator.Wire;

namespace MapThePaths.Emulator.Mapillary.Entities;

/// <summary>Users and organizations: entities whose fields are all plain texts (§4).</summary>
internal static class PlainFields
{
    public static Answer Write(Call call, IReadOnlyDictionary<string, string> entity)
    {
        var fields = FieldSelection.Of(call);
        if (FieldSelection.Refuse(fields, entity.ContainsKey) is { } refusal)
        {
            return refusal;
        }

        var written = new JsonObject();
        foreach (var field in fields)
        {
            written[field] = entity[field];
        }

        written["id"] = entity["id"];
        return Answer.Json(written);
    }
}
