namespace MapThePaths.Imagery.Exif;

/// <summary>The entries of a GPS directory by number, read with the checks that all of them need.</summary>
internal readonly ref struct GpsEntries(TiffBlock block, ReadOnlySpan<TiffEntry> known, ExifValues values)
{
    private const long MillisecondsADay = 24 * 3600 * 1000;
    private readonly TiffBlock _block = block;
    private readonly ReadOnlySpan<TiffEntry> _known = known;

    /// <summary>Where readings go; damage is noted here.</summary>
    public ExifValues Values { get; } = values;

    public bool Has(ushort tag) => _known[tag].Type != 0;

    /// <summary>
    /// Null and damage noted for a broken or impossible value; null alone for a missing one or 0/0, "unknown" by the standard.
    /// </summary>
    public double? Number(ushort tag, double least = double.MinValue, double most = double.MaxValue)
    {
        var number = Part(tag, 0);
        if (number is null || (number >= least && number <= most))
        {
            Values.IsDamaged |= Has(tag) && _known[tag].IsBroken;
            return number;
        }

        Values.IsDamaged = true;
        return null;
    }

    public double? Part(ushort tag, int index) => TiffNumber.Read(_block, _known[tag], index);

    /// <summary>The first byte; null when there is none.</summary>
    public byte? Byte(ushort tag)
    {
        var bytes = _block.ValueOf(_known[tag]);
        return bytes.IsEmpty ? null : bytes[0];
    }

    /// <summary>The first letter in upper case; NUL when there is none.</summary>
    public char Letter(ushort tag)
    {
        var text = Text(tag);
        return text.IsEmpty ? '\0' : char.ToUpperInvariant((char)text[0]);
    }

    public ReadOnlySpan<byte> Text(ushort tag) => TiffText.Bytes(_block, _known[tag]);

    /// <summary>Null when the three numbers are no time of day.</summary>
    public long? MillisecondsOfDay()
    {
        var time = _known[GpsTag.TimeStamp];
        var hours = TiffNumber.ReadScaled(_block, time, 0, 3600 * 1000);
        var minutes = TiffNumber.ReadScaled(_block, time, 1, 60 * 1000);
        var seconds = TiffNumber.ReadScaled(_block, time, 2, 1000);
        var sum = hours + minutes + seconds;
        return sum is >= 0 and <= MillisecondsADay ? sum : null;
    }
}
