using System.Diagnostics.CodeAnalysis;

namespace MapThePaths.Imagery.Exif;

/// <summary>
/// Reads the first directory of an EXIF block and the two that hang on it. Deeper ones are not followed, so a block cannot send the
/// reader round in circles.
/// </summary>
internal static class ExifReader
{
    public static ReadOnlySpan<byte> SegmentName => "Exif\0\0"u8;

    /// <summary>Reads all tags that are of use.</summary>
    /// <param name="block">The segment behind <see cref="SegmentName"/>.</param>
    /// <param name="values">What the tags say.</param>
    /// <returns>False when the bytes are no TIFF block at all.</returns>
    public static bool TryRead(ReadOnlySpan<byte> block, [NotNullWhen(true)] out ExifValues? values)
    {
        values = null;
        if (!TiffBlock.TryOpen(block, out var tiff))
        {
            return false;
        }

        values = new ExifValues();
        ReadFirst(tiff, values);
        return true;
    }

    private static void ReadFirst(TiffBlock block, ExifValues values)
    {
        var directory = block.DirectoryAt(block.FirstDirectory);
        TiffEntry changed = default, exif = default, gps = default;
        for (var i = 0; i < directory.Count; i++)
        {
            var entry = directory[i];
            switch (entry.Tag)
            {
                case ExifTag.Make:
                    values.Make = Text(block, entry, values);
                    break;
                case ExifTag.Model:
                    values.Model = Text(block, entry, values);
                    break;
                case ExifTag.Orientation:
                    values.Orientation = OrientationOf(block, entry, values);
                    break;
                case ExifTag.DateTime:
                    changed = entry;
                    break;
                case ExifTag.ExifDirectory:
                    exif = entry;
                    break;
                case ExifTag.GpsDirectory:
                    gps = entry;
                    break;
            }
        }

        values.IsDamaged |= !directory.IsWhole;
        var camera = new CameraTimes { Changed = changed };
        if (TryFollow(block, exif, values, out var exifDirectory))
        {
            ReadExif(block, exifDirectory, values, ref camera);
        }

        camera.ReadInto(block, values);
        if (TryFollow(block, gps, values, out var gpsDirectory))
        {
            GpsReader.Read(block, gpsDirectory, values);
        }
    }

    private static void ReadExif(TiffBlock block, TiffDirectory directory, ExifValues values, ref CameraTimes times)
    {
        for (var i = 0; i < directory.Count; i++)
        {
            var entry = directory[i];
            switch (entry.Tag)
            {
                case ExifTag.Version:
                    values.IsExif3 = block.ValueOf(entry) is [(byte)'0', >= (byte)'3' and <= (byte)'9', ..];
                    break;
                case ExifTag.BodySerialNumber:
                    values.BodySerial = Text(block, entry, values);
                    break;
                case ExifTag.LensSerialNumber:
                    values.LensSerial = Text(block, entry, values);
                    break;
                case ExifTag.CameraElevationAngle:
                    values.ElevationAngle = TiffNumber.Read(block, entry);
                    break;
                default:
                    times.Keep(entry);
                    break;
            }
        }
    }

    private static bool TryFollow(TiffBlock block, in TiffEntry pointer, ExifValues values, out TiffDirectory directory)
    {
        directory = default;
        if (pointer.Tag == 0)
        {
            return false;
        }

        if (TiffNumber.Read(block, pointer) is not ({ } offset and >= 0 and <= int.MaxValue))
        {
            values.IsDamaged = true;
            return false;
        }

        directory = block.DirectoryAt((uint)offset);
        values.IsDamaged |= !directory.IsWhole;
        return true;
    }

    private static string? Text(TiffBlock block, in TiffEntry entry, ExifValues values)
    {
        values.IsDamaged |= entry.IsBroken;
        return TiffText.Read(block, entry);
    }

    private static int? OrientationOf(TiffBlock block, in TiffEntry entry, ExifValues values)
    {
        var number = TiffNumber.Read(block, entry);
        if (number is >= 1 and <= 8)
        {
            return (int)number;
        }

        // Some cameras write 0 for "not measured".
        values.IsDamaged |= number is not 0;
        return null;
    }
}
