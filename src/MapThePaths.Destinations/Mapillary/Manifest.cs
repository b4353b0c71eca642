using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace MapThePaths.Destinations.Mapillary;

/// <summary>The list that makes one sequence of uploaded photos.</summary>
internal sealed class Manifest
{
    /// <summary>Handles are escaped as JSON demands and no further: no HTML page will ever show them.</summary>
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="handles">In the order of the sequence; not empty. Opaque: kept to the last byte, line breaks included.</param>
    public Manifest(IReadOnlyList<string> handles)
    {
        if (handles.Count == 0)
        {
            throw new ArgumentException("A manifest names one photo at least.", nameof(handles));
        }

        Json = Write(handles);
    }

    /// <summary>UTF-8, keys sorted, no blanks; the version is a string.</summary>
    public ReadOnlyMemory<byte> Json { get; }

    /// <summary>The manifest's upload session: the same for the same content in the same part, never for another.</summary>
    public string KeyIn(string session) => $"{session}_{Convert.ToHexStringLower(SHA256.HashData(Json.Span))[..32]}.json";

    private static byte[] Write(IReadOnlyList<string> handles)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Plain))
        {
            json.WriteStartObject();
            json.WriteStartArray("image_handles");
            foreach (var handle in handles)
            {
                json.WriteStringValue(handle);
            }

            json.WriteEndArray();
            json.WriteString("upload_type", "images");
            json.WriteString("version", "1");
            json.WriteEndObject();
        }

        return bytes.ToArray();
    }
}
