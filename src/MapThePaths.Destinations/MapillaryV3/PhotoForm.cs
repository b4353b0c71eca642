using System.Net;
using System.Net.Http.Headers;
using System.Text;
using MapThePaths.Destinations.Http;

namespace MapThePaths.Destinations.MapillaryV3;

/// <summary>
/// One photo as a form, <c>multipart/form-data</c> of known length: every field of the session unchanged, then <c>key</c>, then
/// <c>file</c>, whose bytes are read while they are sent.
/// </summary>
internal sealed class PhotoForm : HttpContent
{
    private readonly BodyCopy _photo;
    private readonly byte[] _head;
    private readonly byte[] _tail;

    /// <param name="name">The photo's name in the session.</param>
    public PhotoForm(UploadForm form, string name, BodyCopy photo)
    {
        var boundary = $"mtpdu{Guid.NewGuid():n}";
        _photo = photo;
        _head = Encoding.UTF8.GetBytes(Head(form, name, boundary));
        _tail = Encoding.ASCII.GetBytes($"\r\n--{boundary}--\r\n");
        Headers.ContentType = new MediaTypeHeaderValue("multipart/form-data") { Parameters = { new NameValueHeaderValue("boundary", boundary) } };
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        await stream.WriteAsync(_head, cancellationToken);
        await _photo.WriteAsync(stream, cancellationToken);
        await stream.WriteAsync(_tail, cancellationToken);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _head.Length + _photo.Length + _tail.Length;
        return true;
    }

    private static string Head(UploadForm form, string name, string boundary)
    {
        var head = new StringBuilder();
        foreach (var (field, value) in form.Fields.Append(KeyValuePair.Create("key", form.KeyPrefix + name)))
        {
            head.Append("--").Append(boundary).Append("\r\nContent-Disposition: form-data; name=\"").Append(Quotable(field)).Append("\"\r\n\r\n").Append(value).Append("\r\n");
        }

        return head.Append("--").Append(boundary)
            .Append("\r\nContent-Disposition: form-data; name=\"file\"; filename=\"").Append(name).Append("\"\r\nContent-Type: image/jpeg\r\n\r\n")
            .ToString();
    }

    /// <summary>As browsers do: a name must not end its own quotation or line.</summary>
    private static string Quotable(string name) => name
        .Replace("\"", "%22", StringComparison.Ordinal)
        .Replace("\r", "%0D", StringComparison.Ordinal)
        .Replace("\n", "%0A", StringComparison.Ordinal);
}
