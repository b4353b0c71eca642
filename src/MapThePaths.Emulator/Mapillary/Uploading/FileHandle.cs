using System.Text;
using MapThePaths.Emulator.Identity;

namespace MapThePaths.Emulator.Mapillary.Uploading;

/// <summary>What the upload host gives for a complete file: <c>h</c>, opaque, perhaps of several lines, good for about four days (§5.3).</summary>
internal sealed record FileHandle(string Text, DateTimeOffset ExpiresAt)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(4);

    /// <summary><c>version:name:type:opaque:e:unix time:opaque</c>, name and type in base64 without padding.</summary>
    public static string Line(string key, string entityType, DateTimeOffset expiresAt)
    {
        var opaque = RandomText.Hex(32);
        return $"4:{Base64(key)}:{Base64(entityType)}:AR{opaque}:e:{expiresAt.ToUnixTimeSeconds()}:AR{opaque[..8]}";
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text)).TrimEnd('=');
}
