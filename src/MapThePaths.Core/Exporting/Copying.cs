using MapThePaths.Core.Model;
using MapThePaths.Imagery;

namespace MapThePaths.Core.Exporting;

/// <summary>Brings one photo into the folder: the bytes that would be sent, with the original's own time of writing.</summary>
internal sealed class Copying(Sequence sequence, ArrangedPhoto photo, PhotoFile file, string target)
{
    private readonly string _description = ImageDescription.Of(sequence, photo);

    public PhotoExport Run(CancellationToken cancellationToken)
    {
        var (header, whyNot) = HeaderEdits.Rewrite(file, _description, GpsTags.Of(photo));
        if (header is null)
        {
            return Failed(whyNot!);
        }

        try
        {
            return Run(header, cancellationToken);
        }
        catch (Exception failure) when (failure is UnauthorizedAccessException or IOException && !ExportFolder.IsFull(failure))
        {
            return Failed(Reason.NotCopied, failure.Message);
        }
    }

    private PhotoExport Run(RewrittenHeader header, CancellationToken cancellationToken)
    {
        var isThere = File.Exists(target);
        if (isThere && IsWhole(header))
        {
            return new PhotoExport(photo.Photo.Path, target, CopyState.AlreadyThere);
        }

        if (Directory.Exists(target) || (isThere && !IsOurs()))
        {
            return Failed(Reason.FileInTheWay);
        }

        PhotoCopy.Save(file.Path, header, target, overwrite: isThere, cancellationToken);
        if (ModifiedAt() == file.ModifiedAt && new FileInfo(target).Length == header.TotalLength(file.Size))
        {
            return new PhotoExport(photo.Photo.Path, target, CopyState.Written);
        }

        // The original was written to meanwhile: half of it may be another picture.
        File.Delete(target);
        return Failed(Reason.ChangedSinceImport);
    }

    private bool IsWhole(RewrittenHeader header)
    {
        if (ModifiedAt() != file.ModifiedAt || new FileInfo(target).Length != header.TotalLength(file.Size))
        {
            return false;
        }

        using var copy = File.OpenHandle(target);
        var start = new byte[header.Bytes.Length];
        return RandomAccess.Read(copy, start, 0) == start.Length && header.Bytes.Span.SequenceEqual(start);
    }

    // As we left it: with the original's time, and telling of the same photo. Whoever has worked on a copy keeps his work.
    private bool IsOurs()
    {
        if (ModifiedAt() != file.ModifiedAt)
        {
            return false;
        }

        using var copy = File.OpenHandle(target);
        var start = new byte[Math.Min(RandomAccess.GetLength(copy), LongestHeader)];
        var length = RandomAccess.Read(copy, start, 0);
        return start.AsSpan(0, length).IndexOf(System.Text.Encoding.ASCII.GetBytes($"\"MTPUploaderPhotoUUID\":\"{photo.Photo.Uuid}\"")) >= 0;
    }

    // EXIF stands in one of the first segments, of 64 KiB each.
    private const int LongestHeader = 1 << 20;

    private long ModifiedAt() => FileTime.Of(new FileInfo(target));

    private PhotoExport Failed(Reason reason, string? message = null) => new(photo.Photo.Path, target, CopyState.Failed) { Reason = reason, Message = message };
}
