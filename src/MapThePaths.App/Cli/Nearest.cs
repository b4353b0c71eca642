namespace MapThePaths.App.Cli;

/// <summary>What somebody meant who mistyped a word.</summary>
internal static class Nearest
{
    /// <summary>Such as <c> Did you mean 'upload'?</c>, with its blank before it; empty when nothing is near.</summary>
    public static string Question(string word, IEnumerable<string> known) => To(word, known) is { } meant ? $" Did you mean '{meant}'?" : "";

    /// <summary>Null when nothing is near: more than a third of the word would have to change.</summary>
    public static string? To(string word, IEnumerable<string> known) => known
        .Select(candidate => (Candidate: candidate, Distance: Distance(word.ToUpperInvariant(), candidate.ToUpperInvariant())))
        .Where(pair => pair.Distance * 3 <= pair.Candidate.Length)
        .OrderBy(pair => pair.Distance)
        .Select(pair => pair.Candidate)
        .FirstOrDefault();

    // Letters put in, left out, exchanged, and neighbours that changed places (optimal string alignment).
    private static int Distance(string from, string to)
    {
        var steps = new int[from.Length + 1, to.Length + 1];
        for (var i = 0; i <= from.Length; i++)
        {
            for (var j = 0; j <= to.Length; j++)
            {
                steps[i, j] = i == 0 || j == 0 ? i + j : Math.Min(
                    Math.Min(steps[i - 1, j], steps[i, j - 1]) + 1,
                    steps[i - 1, j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1])
                {
                    steps[i, j] = Math.Min(steps[i, j], steps[i - 2, j - 2] + 1);
                }
            }
        }

        return steps[from.Length, to.Length];
    }
}
