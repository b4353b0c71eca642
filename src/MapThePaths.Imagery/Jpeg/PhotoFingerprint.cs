using System.Buffers.Binary;
using System.Security.Cryptography;

namespace MapThePaths.Imagery.Jpeg;

/// <summary>Computes what <see cref="PhotoReading.Fingerprint"/> defines.</summary>
internal static class PhotoFingerprint
{
    private const int ScanPart = 64 << 10;
    private const int Step = 64 << 10;

    /// <summary>Of a file without a byte: only its length counts.</summary>
    public static string OfNothing { get; } = Text(SHA256.HashData(new byte[sizeof(long)]));

    /// <summary>32 hexadecimal digits.</summary>
    /// <param name="file">Any file.</param>
    /// <param name="scanStart">Where the start-of-scan segment ends; 0 when there is none.</param>
    public static string Of(FileWindow file, long scanStart)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> length = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(length, file.Length);
        hash.AppendData(length);
        Append(hash, file, 0, Math.Min(file.Length, scanStart + ScanPart));
        Append(hash, file, Math.Max(0, file.Length - EndOfImage.NearTail), file.Length);

        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        hash.GetHashAndReset(digest);
        return Text(digest);
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
