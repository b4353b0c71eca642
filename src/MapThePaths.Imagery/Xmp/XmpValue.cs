using System.Globalization;
using System.Text;
using MapThePaths.Imagery.Facts;

namespace MapThePaths.Imagery.Xmp;

/// <summary>Reads the texts that XMP keeps its values in.</summary>
internal static class XmpValue
{
    private const int LongestTime = 40;

    /// <summary>"90", "-1.5" or a fraction "9000/100".</summary>
    public static double? Number(string? text)
    {
        if (text is null)
        {
            return null;
        }

        var slash = text.IndexOf('/');
        if (slash < 0)
        {
            return Decimal(text);
        }

        var quotient = Decimal(text.AsSpan(0, slash)) / Decimal(text.AsSpan(slash + 1));
        return quotient is { } number && double.IsFinite(number) ? number : null;
    }

    /// <summary>A whole number of pixels; some programs write "4096.0".</summary>
    public static int? Pixels(string? text) =>
        Number(text) is { } number and >= 0 and <= int.MaxValue && Math.Floor(number) == number ? (int)number : null;

    public static double? Within(string? text, double least, double most) =>
        Number(text) is { } number && number >= least && number <= most ? number : null;

    /// <summary>"51,30.5N" or "51,30,30N" (Exif for XMP); plain degrees, as some programs write, with or without the letter.</summary>
    /// <param name="text">The property.</param>
    /// <param name="positive">Letter of the positive hemisphere.</param>
    /// <param name="negative">Letter of the negative hemisphere.</param>
    public static double? Coordinate(string? text, char positive, char negative)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        var letter = char.ToUpperInvariant(text[^1]);
        var hasLetter = letter == positive || letter == negative;
        var degrees = SumOfParts(hasLetter ? text.AsSpan(0, text.Length - 1) : text);
        return letter == negative ? -degrees : degrees;
    }

    /// <summary>Null for another form, or a date without a time.</summary>
    public static WrittenTime? Time(string? text)
    {
        if (text is null || text.Length > LongestTime)
        {
            return null;
        }

        return TimeText.TryRead(Encoding.Latin1.GetBytes(text), out var time) ? time : null;
    }

    private static double? SumOfParts(ReadOnlySpan<char> text)
    {
        double? sum = 0;
        var unit = 1.0;
        foreach (var part in text.Split(','))
        {
            sum += Decimal(text[part]) / unit;
            unit *= 60;
        }

        return unit <= 60 * 60 * 60 ? sum : null;
    }

    private static double? Decimal(ReadOnlySpan<char> text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;
}
