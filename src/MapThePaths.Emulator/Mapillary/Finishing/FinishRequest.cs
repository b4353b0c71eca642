using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace MapThePaths.Emulator.Mapillary.Finishing;

/// <summary>The body of a finish call (§7).</summary>
internal sealed record FinishRequest(string FileHandle, string FileType, string? OrganizationId)
{
    /// <summary>Null when the body is no JSON object with a handle and a type.</summary>
    public static async Task<FinishRequest?> ReadAsync(HttpRequest request, CancellationToken cancellation)
    {
        try
        {
            using var document = await JsonDocument.ParseAsync(request.Body, cancellationToken: cancellation);
            return Read(document.RootElement);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static FinishRequest? Read(JsonElement body)
    {
        var handle = JsonText.Of(body, "file_handle");
        var type = JsonText.Of(body, "file_type");
        return handle is null || type is null ? null : new FinishRequest(handle, type, JsonText.Of(body, "organization_id"));
    }
}
