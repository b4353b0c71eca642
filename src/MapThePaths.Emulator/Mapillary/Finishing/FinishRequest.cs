using System.Text.Json;
using MapThePaths.Emulator.Wire;

namespace MapThePaths.Emulator.Mapillary.Finishing;

/// <summary>The body of a finish call (§7).</summary>
internal sealed record FinishRequest(string FileHandle, string FileType, string? OrganizationId)
{
    /// <summary>Null when the body is no JSON object with a handle and a type.</summary>
    public static async Task<FinishRequest?> ReadAsync(Call call)
    {
        using var document = await JsonText.BodyAsync(call);
        return document is null ? null : Read(document.RootElement);
    }

    private static FinishRequest? Read(JsonElement body)
    {
        var handle = JsonText.Of(body, "file_handle");
        var type = JsonText.Of(body, "file_type");
        return handle is null || type is null ? null : new FinishRequest(handle, type, JsonText.Of(body, "organization_id"));
    }
}
