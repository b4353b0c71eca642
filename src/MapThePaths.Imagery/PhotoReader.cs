using MapThePaths.Imagery.Facts;
using MapThePaths.Imagery.Jpeg;
using Microsoft.Win32.SafeHandles;

namespace MapThePaths.Imagery;

/// <summary>
/// Reads what is known about a photo from its header: usually one read of 128 KiB and one of the last 16 KiB, whatever the size of the
/// file. Thread safe.
/// </summary>
public static class PhotoReader
{
    private const int WindowSize = 128 << 10;

    /// <summary>
    /// Reads a file. Whatever its content, the answer is facts or a defect. What has no length is empty and never opened: it may be a pipe,
    /// where opening waits for a writer.
    /// </summary>
    /// <exception cref="IOException">The file cannot be opened or read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read, or is a folder.</exception>
    public static PhotoReading Read(string path) => Read(path, TimeProvider.System);

    /// <inheritdoc cref="Read(string)"/>
    /// <param name="path">The file.</param>
    /// <param name="clock">Tells what lies in the future (<see cref="CaptureWarning.TimeInFuture"/>).</param>
    public static PhotoReading Read(string path, TimeProvider clock)
    {
        var file = new FileInfo(path);
        file = file.ResolveLinkTarget(returnFinalTarget: true) as FileInfo ?? file;
        if (file is { Exists: true, Length: 0 })
        {
            return Empty(file.LastWriteTimeUtc);
        }

        using var handle = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        return Read(handle, clock);
    }

    /// <inheritdoc cref="Read(string)"/>
    /// <param name="handle">An open, seekable file; stays open.</param>
    /// <param name="clock">Tells what lies in the future (<see cref="CaptureWarning.TimeInFuture"/>).</param>
    public static PhotoReading Read(SafeFileHandle handle, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(clock);
        using var file = new FileWindow(handle, WindowSize);
        var (defect, header) = Examine(file);
        var scanStart = header?.ScanStart ?? 0;
        var (fingerprint, picture) = PhotoFingerprint.Of(file, scanStart);
        var reading = new PhotoReading
        {
            Size = file.Length,
            ModifiedAt = File.GetLastWriteTimeUtc(handle),
            Fingerprint = fingerprint,
            Picture = picture,
        };

        // The fingerprint comes before: it leaves the window on the tail, where the end of the image is looked for.
        defect ??= EndOfImage.IsThere(file, scanStart) ? null : PhotoDefect.Truncated;
        return defect is null && header is not null
            ? reading with { Facts = CaptureFactsChoice.Choose(header, clock.GetUtcNow()) }
            : reading with { Defect = defect };
    }

    private static PhotoReading Empty(DateTime modifiedAt) => new()
    {
        Size = 0,
        ModifiedAt = modifiedAt,
        Fingerprint = PhotoFingerprint.OfNothing.Photo,
        Picture = PhotoFingerprint.OfNothing.Picture,
        Defect = PhotoDefect.EmptyFile,
    };

    private static (PhotoDefect? Defect, PhotoHeader? Header) Examine(FileWindow file)
    {
        if (file.Length == 0)
        {
            return (PhotoDefect.EmptyFile, null);
        }

        if (!SegmentWalker.BeginsAsJpeg(file))
        {
            return (PhotoDefect.NotAJpeg, null);
        }

        var header = PhotoHeader.Read(file);
        return (header.ScanStart == 0 ? PhotoDefect.Truncated : null, header);
    }
}
