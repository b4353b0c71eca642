namespace MapThePaths.Core.Model;

/// <summary>What somebody meant who mistyped a word.</summary>
public static class Nearest
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

    // Letters put in, left out, exchanged, and neighbours that changed places (optimal string alignment). Each row of steps begins a letter later.
    private static int Distance(string from, string to)
    {
        int[] before = [];
        int[] last = [.. Enumerable.Range(0, to.Length + 1)];
        for (var i = 1; i <= from.Length; i++)
        {
            int[] steps = [i, .. new int[to.Length]];
            for (var j = 1; j <= to.Length; j++)
            {
                steps[j] = Math.Min(Math.Min(last[j], steps[j - 1]) + 1, last[j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1])
                {
                    steps[j] = Math.Min(steps[j], before[j - 2] + 1);
                }
            }

            (before, last) = (last, steps);
        }

        return last[^1];
    }
}
