using System.Text;

namespace MapThePaths.Tests.Fixtures;

/// <summary>What <see cref="ScriptedServer"/> does with one request.</summary>
/// <param name="Bytes">Everything that goes over the wire; null for nothing.</param>
/// <param name="BodyBytesRead">The connection is cut after so many body bytes of the request; null to read it all.</param>
/// <param name="CutsAfterwards">Whether the connection is cut instead of kept.</param>
/// <param name="Hangs">Keeps the connection and never answers.</param>
/// <param name="Until">Answers only then.</param>
internal sealed record Reply(
    byte[]? Bytes,
    int? BodyBytesRead = null,
    bool CutsAfterwards = false,
    bool Hangs = false,
    Task? Until = null)
{
    /// <summary>The whole request is read, its answer is lost.</summary>
    public static readonly Reply Lost = new(Bytes: null, CutsAfterwards: true);

    public static readonly Reply Never = new(Bytes: null, Hangs: true);

    /// <summary>Not even the body is read.</summary>
    public static readonly Reply Stuck = new(Bytes: null, BodyBytesRead: 0, Hangs: true);

    public static Reply Json(string json, int status = 200, params string[] headers)
    {
        var extra = string.Concat(headers.Select(header => header + "\r\n"));
        var length = Encoding.UTF8.GetByteCount(json);
        var head = $"HTTP/1.1 {status} X\r\nContent-Type: application/json\r\nContent-Length: {length}\r\n{extra}\r\n";
        return new Reply(Encoding.UTF8.GetBytes(head + json));
    }

    public static Reply CutAfter(int bodyBytes) => new(Bytes: null, BodyBytesRead: bodyBytes, CutsAfterwards: true);

    /// <summary>A success whose body breaks off.</summary>
    public static Reply BrokenOff(string start) =>
        new(Encoding.UTF8.GetBytes($"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{start}"), CutsAfterwards: true);
}
