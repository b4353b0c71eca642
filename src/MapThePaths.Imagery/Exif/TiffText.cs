using System.Text;
using System.Text.Unicode;

namespace MapThePaths.Imagery.Exif;

/// <summary>Reads texts out of entries.</summary>
internal static class TiffText
{
    /// <summary>The bytes before the first NUL without blanks around them; empty for a broken entry or another type.</summary>
    public static ReadOnlySpan<byte> Bytes(TiffBlock block, in TiffEntry entry)
    {
        if (entry.Type is not (TiffType.Ascii or TiffType.Byte or TiffType.Undefined or TiffType.Utf8))
        {
            return [];
        }

        var bytes = block.ValueOf(entry);
        var end = bytes.IndexOf((byte)0);
        return (end < 0 ? bytes : bytes[..end]).Trim(" \t\r\n"u8);
    }

    /// <summary>
    /// Null when there is nothing to read. UTF-8 where the bytes are that, else Latin-1, as writers mix both under "ASCII".
    /// </summary>
    public static string? Read(TiffBlock block, in TiffEntry entry)
    {
        var bytes = Bytes(block, entry);
        if (bytes.IsEmpty)
        {
            return null;
        }

        return Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes) : Encoding.Latin1.GetString(bytes);
    }
}
