namespace MapThePaths.Tests.Emulator;

/// <summary>An EXIF block of up to three directories.</summary>
internal static class TinyTiff
{
    private const int HeaderLength = 8;

    public static byte[] Write(List<TinyTag> main, List<TinyTag> exif, List<TinyTag> gps)
    {
        var mainStart = HeaderLength;
        var exifStart = mainStart + Length([.. main, TinyTag.Long(0, 0), TinyTag.Long(0, 0)]);
        var gpsStart = exifStart + Length(exif);
        List<TinyTag> pointers = [TinyTag.Long(0x8769, (uint)exifStart), TinyTag.Long(0x8825, (uint)gpsStart)];
        return
        [
            .. "II*\0"u8, .. TinyTag.Long(0, HeaderLength).Data,
            .. Directory([.. main, .. pointers], mainStart), .. Directory(exif, exifStart), .. Directory(gps, gpsStart),
        ];
    }

    private static int Length(List<TinyTag> tags) =>
        2 + (tags.Count * 12) + 4 + tags.Where(tag => tag.Data.Length > 4).Sum(tag => tag.Data.Length);

    private static byte[] Directory(List<TinyTag> tags, int start)
    {
        var entries = new List<byte> { (byte)tags.Count, 0 };
        var values = new List<byte>();
        var valuesStart = start + 2 + (tags.Count * 12) + 4;
        foreach (var tag in tags.OrderBy(tag => tag.Number))
        {
            entries.AddRange([(byte)tag.Number, (byte)(tag.Number >> 8), (byte)tag.Type, 0, .. TinyTag.Long(0, tag.Count).Data]);
            if (tag.Data.Length <= 4)
            {
                entries.AddRange([.. tag.Data, .. new byte[4 - tag.Data.Length]]);
                continue;
            }

            entries.AddRange(TinyTag.Long(0, (uint)(valuesStart + values.Count)).Data);
            values.AddRange(tag.Data);
        }

        return [.. entries, 0, 0, 0, 0, .. values];
    }
}
