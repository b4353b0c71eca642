using System.CommandLine.Parsing;
using System.Globalization;
using System.Numerics;

namespace MapThePaths.App.Cli;

/// <summary>Reads the numbers that stand behind options, and says in words what was expected where there is none.</summary>
internal static class Numbers
{
    public static Func<ArgumentResult, T> Between<T>(string option, T least, T most)
        where T : struct, INumber<T> => given => Read(given, $"{option} takes a number from {least} to {most}.", least, most) ?? least;

    public static Func<ArgumentResult, double?> Positive(string option) =>
        given => Read(given, $"{option} takes a number of more than 0, such as 2.5.", double.Epsilon, double.MaxValue);

    public static Func<ArgumentResult, double?> NotNegative(string option) =>
        given => Read(given, $"{option} takes a number of 0 or more, such as 2.5.", 0, double.MaxValue);

    public static Func<ArgumentResult, int?> Whole(string option, int least) =>
        given => Read(given, $"{option} takes a whole number of {least} or more.", least, int.MaxValue);

    private static T? Read<T>(ArgumentResult given, string expected, T least, T most)
        where T : struct, INumber<T>
    {
        if (T.TryParse(given.Tokens[0].Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
        {
            return number;
        }

        given.AddError(expected);
        return null;
    }
}
