using System.Globalization;

namespace MapThePaths.App;

/// <summary>How numbers and names are put for people.</summary>
internal static class Wording
{
    private static readonly string[] Units = ["B", "KB", "MB", "GB", "TB"];

    /// <summary>Such as <c>1 photo</c> or <c>12 photos</c>.</summary>
    public static string Count(int number, string thing) => $"{number:N0} {thing}{(number == 1 ? "" : "s")}";

    /// <summary>Such as <c>4.2 MB</c>; powers of 1,000.</summary>
    public static string Bytes(long bytes)
    {
        double value = bytes;
        var unit = 0;
        while (value >= 999.5 && unit < Units.Length - 1)
        {
            value /= 1000;
            unit++;
        }

        return string.Create(CultureInfo.InvariantCulture, $"{value:0.#} {Units[unit]}");
    }

    /// <summary>Such as <c>15 s</c>, <c>5 min</c> or <c>2 h</c>.</summary>
    public static string Duration(TimeSpan duration) => duration switch
    {
        { TotalSeconds: < 90 } => $"{Math.Ceiling(duration.TotalSeconds):0} s",
        { TotalMinutes: < 90 } => $"{duration.TotalMinutes:0} min",
        _ => $"{duration.TotalHours:0} h",
    };

    /// <summary>Such as <c>TRAIL013.JPG is left out: it has no GPS position (no-position). Record a GPX track …</c></summary>
    public static string LeftOut(Core.Model.LeftOut leftOut) =>
        $"{Path.GetFileName(leftOut.Path)} is left out: it {leftOut.Reason.Meaning}{Twin(leftOut)} ({leftOut.Reason.Code}).{NextStep(leftOut.Reason)}";

    private static string Twin(Core.Model.LeftOut leftOut) => leftOut.Twin is { } twin ? $": {twin}" : "";

    public static string NextStep(Core.Model.Reason reason) => reason.NextStep is { } step ? $" {step}" : "";
}
