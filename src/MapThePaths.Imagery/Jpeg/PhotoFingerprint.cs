using System.Buffers.Binary;
using System.Security.Cryptography;

namespace MapThePaths.Imagery.Jpeg;

/// <summary>Computes what <see cref="PhotoReading.Fingerprint"/> and <see cref="PhotoReading.Picture"/> define. Reads each byte once.</summary>
internal static class PhotoFingerprint
{
    private const int ScanPart = 64 << 10;
    private const int Step = 64 << 10;

    /// <summary>Of a file without a byte: only its length counts.</summary>
    public static (string Photo, string Picture) OfNothing { get; } = Combine(fileLength: 0, headerHash: SHA256.HashData([]), SHA256.HashData(LengthBytes(0)));

    /// <summary>32 hexadecimal digits each.</summary>
    /// <param name="file">Any file.</param>
    /// <param name="scanStart">Where the start-of-scan segment ends; 0 when there is none.</param>
    public static (string Photo, string Picture) Of(FileWindow file, long scanStart)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, file, 0, scanStart);
        var header = hash.GetHashAndReset();
        hash.AppendData(LengthBytes(file.Length - scanStart));
        Append(hash, file, scanStart, Math.Min(file.Length, scanStart + ScanPart));
        Append(hash, file, Math.Max(scanStart, file.Length - EndOfImage.NearTail), file.Length);
        return Combine(file.Length, header, hash.GetHashAndReset());
    }

    private static (string Photo, string Picture) Combine(long fileLength, byte[] headerHash, byte[] pictureHash) =>
        (Text(SHA256.HashData([.. LengthBytes(fileLength), .. headerHash, .. pictureHash])), Text(pictureHash));

    private static byte[] LengthBytes(long length)
    {
        var bytes = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, length);
        return bytes;
    }

    private static string Text(ReadOnlySpan<byte> digest) => Convert.ToHexStringLower(digest[..(SHA256.HashSizeInBytes / 2)]);

    private static void Append(IncrementalHash hash, FileWindow file, long from, long to)
    {
        while (from < to)
        {
            var part = file.At(from, (int)Math.Min(Step, to - from));
            if (part.IsEmpty)
            {
                return;
            }

            hash.AppendData(part);
            from += part.Length;
        }
    }
}
