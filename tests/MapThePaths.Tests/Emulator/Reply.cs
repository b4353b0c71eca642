using System.Text.Json;

namespace MapThePaths.Tests.Emulator;

/// <summary>An answer as it came over the wire.</summary>
internal sealed record Reply(int Status, string Text, IReadOnlyDictionary<string, string> Headers)
{
    public JsonElement Json => JsonDocument.Parse(Text).RootElement;

    public string Handle => Json.GetProperty("h").GetString()!;

    public long Offset => Json.GetProperty("offset").GetInt64();

    public string UploadErrorType => Json.GetProperty("debug_info").GetProperty("type").GetString()!;

    public JsonElement GraphError => Json.GetProperty("error");

    public int GraphErrorCode => GraphError.GetProperty("code").GetInt32();

    public string GraphErrorMessage => GraphError.GetProperty("message").GetString()!;

    public IReadOnlyList<JsonElement> Data => [.. Json.GetProperty("data").EnumerateArray()];
}
