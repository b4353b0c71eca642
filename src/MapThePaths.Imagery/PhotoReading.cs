namespace MapThePaths.Imagery;

/// <summary>What reading one file gave: facts, or the reason why it is no usable JPEG.</summary>
public sealed record PhotoReading
{
    /// <summary>Bytes.</summary>
    public required long Size { get; init; }

    /// <summary>UTC, the file's last write time.</summary>
    public required DateTime ModifiedAt { get; init; }

    /// <summary>
    /// 32 lower-case hexadecimal digits that are equal for equal content: the first half of the SHA-256 over the file's length (8 bytes,
    /// little-endian), the SHA-256 of all before the scan, and the whole SHA-256 behind <see cref="Picture"/>.
    /// </summary>
    public required string Fingerprint { get; init; }

    /// <summary>
    /// 32 lower-case hexadecimal digits that are equal for the same picture whatever its header says: the first half of the SHA-256 over the
    /// number of bytes behind the start-of-scan segment (8 bytes, little-endian), the first 64 KiB of them and the last 16 KiB. Parts beyond
    /// the end of a small scan are shorter, and they may overlap. Without a start of scan it is of the whole file.
    /// </summary>
    public required string Picture { get; init; }

    /// <summary>Null for a usable photo.</summary>
    public PhotoDefect? Defect { get; init; }

    /// <summary>Null exactly when <see cref="Defect"/> is set.</summary>
    public CaptureFacts? Facts { get; init; }
}

/// <summary>Why a file is no usable JPEG.</summary>
public enum PhotoDefect
{
    /// <summary>The content does not begin with FF D8 FF, whatever the name says.</summary>
    NotAJpeg,

    EmptyFile,

    /// <summary>The header runs past the end of the file, or the picture has no end-of-image marker.</summary>
    Truncated,
}

public static class PhotoDefectCodes
{
    /// <summary>The stable reason code shown to users.</summary>
    public static string Code(this PhotoDefect defect) => defect switch
    {
        PhotoDefect.NotAJpeg => "not-a-jpeg",
        PhotoDefect.EmptyFile => "empty-file",
        PhotoDefect.Truncated => "truncated",
        _ => throw new ArgumentOutOfRangeException(nameof(defect), defect, "Not a defect of a photo."),
    };
}
