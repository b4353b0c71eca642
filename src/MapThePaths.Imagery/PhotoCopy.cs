using System.Buffers;
using Microsoft.Win32.SafeHandles;

namespace MapThePaths.Imagery;

/// <summary>Writes rewritten photos to disk.</summary>
public static class PhotoCopy
{
    private const int Step = 128 << 10;

    /// <summary>
    /// Writes the new header and the rest of the original under a scratch name (<see cref="ScratchFile"/>),
    /// flushes it to the disk, gives it the original's last write time and renames it. So the destination is there whole or not at all.
    /// A crash may leave the scratch file, which no later copy touches.
    /// </summary>
    /// <param name="original">The photo that <paramref name="header"/> was made from; only read.</param>
    /// <param name="header">See <see cref="HeaderWriter"/>.</param>
    /// <param name="destination">Another file, in a folder that exists.</param>
    /// <param name="overwrite">Replaces a file of that name; false makes it an error.</param>
    /// <param name="cancellation">Leaves nothing behind.</param>
    /// <exception cref="ArgumentException">
    /// Destination and original are the same file, links in either path followed. Paths that differ in case alone count as the same.
    /// </exception>
    /// <exception cref="IOException">Reading or writing failed, or the destination is there; nothing is left behind.</exception>
    /// <exception cref="UnauthorizedAccessException">A file may not be read or written.</exception>
    public static void Save(
        string original, RewrittenHeader header, string destination, bool overwrite = false, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(header);
        if (string.Equals(FinalPath.Of(original), FinalPath.Of(destination), StringComparison.OrdinalIgnoreCase))
        {
            throw new ArgumentException("A photo must not be written over its original.", nameof(destination));
        }

        var target = Path.GetFullPath(destination);
        var scratch = ScratchFile.For(target);
        using var source = File.OpenHandle(original);
        using var copy = File.OpenHandle(scratch, FileMode.CreateNew, FileAccess.Write);
        try
        {
            Write(source, header, copy, cancellation);
            copy.Dispose();
            File.Move(scratch, target, overwrite);
        }
        finally
        {
            // Ours: it did not exist before. After the rename there is nothing under this name.
            copy.Dispose();
            File.Delete(scratch);
        }
    }

    private static void Write(SafeFileHandle source, RewrittenHeader header, SafeFileHandle copy, CancellationToken cancellation)
    {
        RandomAccess.Write(copy, header.Bytes.Span, 0);
        var buffer = ArrayPool<byte>.Shared.Rent(Step);
        try
        {
            var shift = header.Bytes.Length - header.TailOffset;
            for (var at = header.TailOffset; RandomAccess.Read(source, buffer, at) is > 0 and var read; at += read)
            {
                cancellation.ThrowIfCancellationRequested();
                RandomAccess.Write(copy, buffer.AsSpan(0, read), at + shift);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        RandomAccess.FlushToDisk(copy);
        File.SetLastWriteTimeUtc(copy, File.GetLastWriteTimeUtc(source));
    }
}
