using System.Buffers;
using System.Buffers.Binary;
using MapThePaths.Imagery.Exif;
using MapThePaths.Imagery.Jpeg;
using Microsoft.Win32.SafeHandles;

namespace MapThePaths.Imagery;

/// <summary>
/// Writes metadata for a photo without writing the photo: gives new bytes for the part of the file up to the end of the EXIF segment,
/// all that follows stays as it is. Scan, XMP, ICC profile, maker notes, thumbnail and trailers stay byte for byte; so do all EXIF tags
/// that the edit does not name. Thread safe; the same photo and edit always give the same bytes.
/// </summary>
/// <remarks>
/// Multi-picture offsets (CIPA DC-007) count from their own segment. The standard puts it behind the EXIF segment, where it moves with
/// all behind it and needs no change. Where it stands in front, an edit that changes the EXIF segment's length is refused.
/// </remarks>
public static class HeaderWriter
{
    private const int WindowSize = 72 << 10;
    private const int SegmentHeadLength = 4;

    /// <summary>Gives the new header of a photo; writing over an earlier rewrite replaces it.</summary>
    /// <exception cref="HeaderRefusedException">The file cannot take the edit; <see cref="HeaderRefusal"/> lists why.</exception>
    /// <exception cref="ArgumentException">The edit holds a value that cannot be written.</exception>
    /// <exception cref="IOException">The file cannot be opened or read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read, or is a folder.</exception>
    public static RewrittenHeader Rewrite(string path, HeaderEdit edit)
    {
        using var handle = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        return Rewrite(handle, edit);
    }

    /// <inheritdoc cref="Rewrite(string, HeaderEdit)"/>
    /// <param name="handle">An open, seekable file; stays open.</param>
    /// <param name="edit">What to write.</param>
    public static RewrittenHeader Rewrite(SafeFileHandle handle, HeaderEdit edit)
    {
        HeaderEditRules.Check(edit);
        using var file = new FileWindow(handle, WindowSize);
        var place = ExifPlace.Find(file);
        var room = ArrayPool<byte>.Shared.Rent(ExifRewriter.LongestBlock);
        try
        {
            var old = file.At(place.BlockPosition, place.BlockLength);
            var length = ExifRewriter.Rewrite(old, edit, room.AsSpan(0, ExifRewriter.LongestBlock)) ?? throw NoRoom();
            if (place.IsBehindPictureIndex && length != place.BlockLength)
            {
                throw PicturesWouldMove();
            }

            return new RewrittenHeader(Assemble(file, place, room.AsSpan(0, length)), place.End);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(room);
        }
    }

    private static HeaderRefusedException NoRoom() => new(
        HeaderRefusal.NoRoom,
        "The photo's EXIF segment is full (64 KiB): its large maker note or thumbnail leaves no room for more tags.");

    private static HeaderRefusedException PicturesWouldMove() => new(
        HeaderRefusal.PicturesWouldMove,
        "The photo's index of its other pictures stands in front of its EXIF segment: with more tags it would no longer find them.");

    private static byte[] Assemble(FileWindow file, ExifPlace place, ReadOnlySpan<byte> block)
    {
        var name = ExifReader.SegmentName;
        var header = new byte[place.Start + SegmentHeadLength + name.Length + block.Length];
        CopyStart(file, header.AsSpan(0, (int)place.Start));

        var segment = header.AsSpan((int)place.Start);
        segment[0] = JpegMarker.Prefix;
        segment[1] = JpegMarker.App1;
        BinaryPrimitives.WriteUInt16BigEndian(segment[2..], (ushort)(segment.Length - 2));
        name.CopyTo(segment[SegmentHeadLength..]);
        block.CopyTo(segment[(SegmentHeadLength + name.Length)..]);
        return header;
    }

    private static void CopyStart(FileWindow file, Span<byte> target)
    {
        for (var at = 0; at < target.Length;)
        {
            var part = file.At(at, Math.Min(WindowSize, target.Length - at));
            if (part.IsEmpty)
            {
                throw new IOException("The photo became shorter while it was read.");
            }

            part.CopyTo(target[at..]);
            at += part.Length;
        }
    }
}
