using System.Buffers;

namespace MapThePaths.Imagery.Facts;

/// <summary>What a written time says: a wall clock, and its offset from UTC when that is written too.</summary>
internal readonly record struct WrittenTime(DateTime WallClock, TimeSpan? Offset)
{
    public DateTime? Utc => Offset is { } offset ? DateTime.SpecifyKind(WallClock - offset, DateTimeKind.Utc) : null;
}

/// <summary>
/// Reads times as EXIF ("2008:10:22 16:28:39") and XMP ("2012-06-09T21:23:38.25+01:00") write them, and the mixtures of both that
/// programs produce.
/// </summary>
internal static class TimeText
{
    // Below lie dates that mean "never set", such as year 1; a wall clock less its offset stays a date.
    private const int FirstYear = 1800;
    private const int LastYear = 9998;
    private const int ShortestWithTime = 16;
    private static readonly SearchValues<byte> BlankTime = SearchValues.Create("0 :-/T\0"u8);
    private static readonly TimeSpan LargestOffset = TimeSpan.FromHours(14);

    /// <summary>True for a text that stands for "no time": blanks and zeros only.</summary>
    public static bool IsBlank(ReadOnlySpan<byte> text) => !text.ContainsAnyExcept(BlankTime);

    /// <summary>True for an offset that was left open: blanks, or the standard's "   :  ".</summary>
    public static bool IsAbsentOffset(ReadOnlySpan<byte> text) => !text.ContainsAnyExcept(" :\0"u8);

    /// <summary>Date, time to the minute at least, fraction and zone if they are there.</summary>
    public static bool TryRead(ReadOnlySpan<byte> text, out WrittenTime time)
    {
        time = default;
        if (text.Length < ShortestWithTime || !TryReadDate(text, out var date) || text[10] is not ((byte)' ' or (byte)'T'))
        {
            return false;
        }

        var rest = text[11..];
        if (!TryTakeClock(ref rest, out var clock) || !TryReadZone(rest.Trim((byte)' '), out var offset))
        {
            return false;
        }

        time = new WrittenTime(date + clock, offset);
        return true;
    }

    /// <summary>The first ten characters as a date, whatever separates the numbers.</summary>
    public static bool TryReadDate(ReadOnlySpan<byte> text, out DateTime date)
    {
        date = default;
        if (text.Length < 10 || !TryReadDigits(text[..4], out var year) || !TryReadDigits(text[5..7], out var month)
            || !TryReadDigits(text[8..10], out var day) || !IsSeparator(text[4]) || !IsSeparator(text[7]))
        {
            return false;
        }

        if (year is < FirstYear or > LastYear || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return false;
        }

        date = new DateTime(year, month, day, 0, 0, 0, DateTimeKind.Unspecified);
        return true;
    }

    /// <summary>"+02:00", "-0730", "Z"; at most 14 hours either way.</summary>
    public static bool TryReadOffset(ReadOnlySpan<byte> text, out TimeSpan offset)
    {
        offset = TimeSpan.Zero;
        if (text is [(byte)'Z'] or [(byte)'z'])
        {
            return true;
        }

        var minutesFrom = text.Length == 6 && text[3] == ':' ? 4 : 3;
        if (text.Length != minutesFrom + 2 || text[0] is not ((byte)'+' or (byte)'-')
            || !TryReadDigits(text[1..3], out var hours) || !TryReadDigits(text[minutesFrom..], out var minutes) || minutes > 59)
        {
            return false;
        }

        offset = new TimeSpan(hours, minutes, 0);
        offset = text[0] == '-' ? -offset : offset;
        return offset.Duration() <= LargestOffset;
    }

    /// <summary>Digits behind the second, "25" for 250 ms; what follows the digits does not count.</summary>
    public static int MillisecondsOf(ReadOnlySpan<byte> digits)
    {
        var end = digits.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        digits = end < 0 ? digits : digits[..end];
        var milliseconds = 0;
        for (var i = 0; i < 3; i++)
        {
            milliseconds = (milliseconds * 10) + (i < digits.Length ? digits[i] - '0' : 0);
        }

        return milliseconds;
    }

    private static bool TryTakeClock(ref ReadOnlySpan<byte> rest, out TimeSpan clock)
    {
        clock = default;
        if (rest[2] != ':' || !TryReadDigits(rest[..2], out var hour) || !TryReadDigits(rest[3..5], out var minute))
        {
            return false;
        }

        rest = rest[5..];
        if (!TryTakeSeconds(ref rest, out var second) || hour > 24 || minute > 59 || second > 60)
        {
            return false;
        }

        // Android wrote the first hour of a day as 24 for years (date format "kk"): it is hour 0 of the date that stands there.
        clock = new TimeSpan(0, hour % 24, minute, second, TakeFraction(ref rest));
        return true;
    }

    /// <summary>No zone at all is right too, and gives null.</summary>
    private static bool TryReadZone(ReadOnlySpan<byte> text, out TimeSpan? offset)
    {
        offset = null;
        if (text.IsEmpty)
        {
            return true;
        }

        var isOffset = TryReadOffset(text, out var written);
        offset = written;
        return isOffset;
    }

    private static bool TryTakeSeconds(ref ReadOnlySpan<byte> rest, out int second)
    {
        second = 0;
        if (rest.IsEmpty || rest[0] != ':')
        {
            return true;
        }

        if (rest.Length < 3 || !TryReadDigits(rest[1..3], out second))
        {
            return false;
        }

        rest = rest[3..];
        return true;
    }

    private static int TakeFraction(ref ReadOnlySpan<byte> rest)
    {
        if (rest.IsEmpty || rest[0] is not ((byte)'.' or (byte)','))
        {
            return 0;
        }

        var digits = rest[1..];
        var end = digits.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        rest = end < 0 ? [] : digits[end..];
        return MillisecondsOf(digits);
    }

    private static bool IsSeparator(byte character) => character is (byte)':' or (byte)'-' or (byte)'/' or (byte)'.';

    private static bool TryReadDigits(ReadOnlySpan<byte> text, out int number)
    {
        number = 0;
        foreach (var character in text)
        {
            if (!char.IsAsciiDigit((char)character))
            {
                return false;
            }

            number = (number * 10) + character - '0';
        }

        return true;
    }
}
