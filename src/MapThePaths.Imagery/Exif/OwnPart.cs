using System.Buffers.Binary;

namespace MapThePaths.Imagery.Exif;

/// <summary>
/// The part that an earlier rewrite appended to a block. It ends the block with a signature and its own start, so that the next rewrite
/// can cut it off instead of growing the block each time. Any program that rebuilds the block drops it, and then there is nothing to cut.
/// </summary>
internal static class OwnPart
{
    private const int TrailerLength = 12;

    private static ReadOnlySpan<byte> Signature => "MTPU-hdr"u8;

    public static void End(int start, ref TiffAppender output)
    {
        output.Write(Signature);
        BinaryPrimitives.WriteUInt32BigEndian(output.Reserve(sizeof(uint)), (uint)start);
    }

    /// <summary>Length of the block without the part: everything that the camera or another program wrote.</summary>
    public static int LengthWithout(TiffBlock block)
    {
        var bytes = block.Bytes;
        if (bytes.Length < TiffBlock.HeaderLength + TrailerLength || !bytes[^TrailerLength..].StartsWith(Signature))
        {
            return bytes.Length;
        }

        var start = BinaryPrimitives.ReadUInt32BigEndian(bytes[^sizeof(uint)..]);
        return start >= TiffBlock.HeaderLength && start <= block.FirstDirectory && IsOnlyOurs(block, start) ? (int)start : bytes.Length;
    }

    /// <summary>False when another program has put a directory of its own behind the start: ours ends the chain or links to what stood before.</summary>
    private static bool IsOnlyOurs(TiffBlock block, uint start)
    {
        var first = block.DirectoryAt(block.FirstDirectory);
        return first.IsWhole && (first.Next < start || first.Next >= block.Bytes.Length);
    }
}
