using System.Text.RegularExpressions;
using dotenv.net;
using MapThePaths.Core.Model;

namespace MapThePaths.App;

/// <summary>A <c>.env</c> file that was found.</summary>
/// <param name="Settings">Those that have a value: an empty line of the sample is no setting, and hides none of the next file.</param>
/// <param name="StrangeLines">Numbers of lines that are neither a setting nor a comment, from 1. What they say may be a secret.</param>
internal sealed partial record EnvFile(string Path, IReadOnlyList<KeyValuePair<string, string>> Settings, IReadOnlyList<int> StrangeLines)
{
    public static EnvFile Read(string path)
    {
        try
        {
            var settings = DotEnv.Read(new DotEnvOptions(envFilePaths: [path])).Where(setting => setting.Value.Length > 0);
            var lines = File.ReadLines(path).Select((text, index) => (Text: text.Trim(), Number: index + 1));
            return new EnvFile(path, [.. settings], [.. lines.Where(line => line.Text is not ("" or ['#', ..]) && !Setting().IsMatch(line.Text)).Select(line => line.Number)]);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new UserMistakeException($"The settings in {path} cannot be read: {failure.Message} Mend the file, or move it away.");
        }
    }

    /// <summary>What is wrong with it, in a sentence; null when nothing is.</summary>
    public string? Complaint => StrangeLines.Count == 0
        ? null
        : $"{Path}, {(StrangeLines.Count == 1 ? "line" : "lines")} {string.Join(", ", StrangeLines)}: not of the form KEY=value, so it is left aside.";

    [GeneratedRegex(@"^(export\s+)?[A-Za-z_][A-Za-z0-9_.]*\s*=", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Setting();
}
