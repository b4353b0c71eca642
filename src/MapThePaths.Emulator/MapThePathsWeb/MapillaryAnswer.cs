using System.Text.Json.Nodes;

namespace MapThePaths.Emulator.MapThePathsWeb;

/// <summary>What Mapillary said. Any object with a <c>message</c> is a refusal, whatever the status (§6).</summary>
/// <param name="IsReached">False: no connection, or it broke.</param>
/// <param name="Body">Null when it was no JSON.</param>
internal sealed record MapillaryAnswer(bool IsReached, JsonNode? Body)
{
    public bool IsRefusal => Body is JsonObject body && body.ContainsKey("message");

    public bool IsJson => Body is not null;
}
