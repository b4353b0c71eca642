using System.Globalization;

namespace MapThePaths.App.Cli;

/// <summary>Bytes a second as people write them: <c>500K</c>, <c>2M</c>, <c>1.5M</c>; a K is 1,000.</summary>
internal static class ByteRate
{
    /// <returns>Null when it is no such number, or less than one byte a second.</returns>
    public static long? Parse(string text)
    {
        var unit = char.ToUpperInvariant(text.LastOrDefault()) switch
        {
            'K' => 1e3,
            'M' => 1e6,
            'G' => 1e9,
            _ => 1,
        };
        var number = unit > 1 ? text[..^1] : text;
        return double.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value * unit is >= 1 and < 1e15
            ? (long)(value * unit)
            : null;
    }
}
