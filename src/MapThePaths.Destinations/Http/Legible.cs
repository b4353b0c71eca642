namespace MapThePaths.Destinations.Http;

/// <summary>Text of the service on its way to a terminal: one line, of bearable length, without control characters.</summary>
internal static class Legible
{
    private const int Longest = 400;

    public static string Text(string text)
    {
        var line = string.Create(Math.Min(text.Length, Longest), text, (target, source) =>
        {
            for (var i = 0; i < target.Length; i++)
            {
                target[i] = char.IsControl(source[i]) ? ' ' : source[i];
            }
        });
        return text.Length > Longest ? line + "…" : line;
    }
}
