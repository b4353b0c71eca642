using MapThePaths.Imagery.Facts;

namespace MapThePaths.Imagery.Exif;

/// <summary>The entries of the three camera times, collected on one pass because their parts may stand in any order.</summary>
internal struct CameraTimes
{
    private Parts _original;
    private Parts _digitized;
    private Parts _changed;

    public TiffEntry Changed
    {
        init => _changed.Time = value;
    }

    public void Keep(in TiffEntry entry)
    {
        switch (entry.Tag)
        {
            case ExifTag.DateTimeOriginal:
                _original.Time = entry;
                break;
            case ExifTag.SubSecTimeOriginal:
                _original.SubSecond = entry;
                break;
            case ExifTag.OffsetTimeOriginal:
                _original.Offset = entry;
                break;
            case ExifTag.DateTimeDigitized:
                _digitized.Time = entry;
                break;
            case ExifTag.SubSecTimeDigitized:
                _digitized.SubSecond = entry;
                break;
            case ExifTag.OffsetTimeDigitized:
                _digitized.Offset = entry;
                break;
            case ExifTag.SubSecTime:
                _changed.SubSecond = entry;
                break;
            case ExifTag.OffsetTime:
                _changed.Offset = entry;
                break;
        }
    }

    public readonly void ReadInto(TiffBlock block, ExifValues values)
    {
        values.Original = _original.Read(block, values);
        values.Digitized = _digitized.Read(block, values);
        values.Changed = _changed.Read(block, values);
    }

    private struct Parts
    {
        public TiffEntry Time;
        public TiffEntry SubSecond;
        public TiffEntry Offset;

        public readonly WrittenTime? Read(TiffBlock block, ExifValues values)
        {
            if (Time.Tag == 0)
            {
                return null;
            }

            var text = TiffText.Bytes(block, Time);
            if (!TimeText.TryRead(text, out var time))
            {
                values.IsDamaged |= Time.IsBroken || !TimeText.IsBlank(text);
                return null;
            }

            var milliseconds = TimeText.MillisecondsOf(TiffText.Bytes(block, SubSecond));
            return new WrittenTime(time.WallClock.AddMilliseconds(milliseconds), ReadOffset(block, values) ?? time.Offset);
        }

        private readonly TimeSpan? ReadOffset(TiffBlock block, ExifValues values)
        {
            var text = TiffText.Bytes(block, Offset);
            if (Offset.Tag == 0 || TimeText.IsAbsentOffset(text))
            {
                return null;
            }

            if (TimeText.TryReadOffset(text, out var offset))
            {
                return offset;
            }

            values.IsDamaged = true;
            return null;
        }
    }
}
