using System.Text;
using System.Text.Json.Nodes;

namespace MapThePaths.Emulator.Wire;

/// <summary>What goes back to the client; held whole until it is sent, so that a fault can lose it.</summary>
internal sealed record Answer(int Status, string ContentType, ReadOnlyMemory<byte> Body)
{
    /// <summary>No answer at all: the connection is cut.</summary>
    public static readonly Answer Cut = new(0, "", ReadOnlyMemory<byte>.Empty);

    /// <summary>No answer either, and the connection is kept.</summary>
    public static readonly Answer Silence = new(-1, "", ReadOnlyMemory<byte>.Empty);

    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>A file sent instead of <see cref="Body"/>.</summary>
    public string? FilePath { get; init; }

    public static Answer Json(JsonNode body, int status = 200) =>
        new(status, "application/json; charset=UTF-8", Encoding.UTF8.GetBytes(body.ToJsonString()));

    public static Answer Html(string page, int status = 200) =>
        new(status, "text/html; charset=utf-8", Encoding.UTF8.GetBytes(page));

    public static Answer Xml(string document, int status) => new(status, "application/xml", Encoding.UTF8.GetBytes(document));

    public static Answer File(string path, string contentType) => new(200, contentType, ReadOnlyMemory<byte>.Empty) { FilePath = path };

    public static Answer Redirect(string address, int status = 302) =>
        new(status, "text/plain", ReadOnlyMemory<byte>.Empty) { Headers = [new("Location", address)] };

    public static Answer Empty(int status) => new(status, "", ReadOnlyMemory<byte>.Empty);
}
