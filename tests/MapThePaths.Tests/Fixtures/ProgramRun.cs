using System.Text.Json;

namespace MapThePaths.Tests.Fixtures;

/// <summary>How one run of the program ended, and what it printed.</summary>
public sealed class ProgramRun(string[] arguments, int exitCode, string output, string error)
{
    private static readonly string[] Counted = ["photos", "sent", "already_sent", "left_out", "failed", "dry_run", "visible"];

    private JsonElement[]? _lines;

    public string Verb => arguments.FirstOrDefault(argument => !argument.StartsWith('-')) ?? "";

    public int ExitCode => exitCode;

    /// <summary>Standard output.</summary>
    public string Output => output;

    /// <summary>Standard error.</summary>
    public string Error => error;

    public bool IsJson => arguments.Contains("--json");

    /// <summary>The JSON lines, the summary included.</summary>
    public IReadOnlyList<JsonElement> Lines => _lines ??= Parse();

    public JsonElement Summary => Lines[^1];

    public IReadOnlyList<JsonElement> Of(string type) => [.. Lines.Where(line => line.Text("type") == type)];

    /// <summary>A number of the summary.</summary>
    public int Count(string member) => Summary.GetProperty(member).GetInt32();

    /// <summary>File names and reason codes of the photos that were left out.</summary>
    public IReadOnlyList<string> LeftOut => [.. Of("left_out").Select(line => $"{Path.GetFileName(line.Text("path"))} {line.Text("reason")}")];

    /// <summary>Ends with <paramref name="expected"/>, or fails with all that was printed.</summary>
    public ProgramRun Ends(int expected)
    {
        if (exitCode != expected)
        {
            Assert.Fail($"Exit code {exitCode} instead of {expected}.\n{this}");
        }

        return this;
    }

    /// <summary>What the summary counts, in the order and words of the design: a sentence that a test can compare.</summary>
    public string Counts() => string.Join(", ", Counted
        .Where(member => Count(member) != 0)
        .Select(member => $"{Count(member)} {member}"));

    /// <summary>What holds for every run, whatever it did.</summary>
    public void KeepsItsPromises(string? secret)
    {
        Assert.DoesNotContain("\n   at ", output + error, StringComparison.Ordinal);
        Assert.DoesNotContain("This is a fault in the program", error, StringComparison.Ordinal);
        if (!string.IsNullOrEmpty(secret))
        {
            Assert.DoesNotContain(secret, output + error, StringComparison.Ordinal);
        }

        if (IsJson)
        {
            Assert.Equal("summary", Summary.Text("type"));
            Assert.Equal(exitCode, Count("exit_code"));
            JsonContract.Check(this);
            CountsAddUp();
        }
    }

    public override string ToString() => $"mtpdu {string.Join(' ', arguments)}\n--- output\n{output}\n--- error\n{error}";

    private void CountsAddUp()
    {
        if (Summary.TryGetProperty("already_sent", out _))
        {
            var sum = Count("sent") + Count("already_sent") + Count("left_out") + Count("failed") + Count("dry_run");
            Assert.True(Count("photos") == sum, $"The counts do not add up.\n{this}");
        }
    }

    private JsonElement[] Parse()
    {
        try
        {
            return [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonElement.Parse(line))];
        }
        catch (JsonException broken)
        {
            throw new InvalidOperationException($"Not every line is JSON.\n{this}", broken);
        }
    }
}

internal static class JsonLineMembers
{
    public static string? Text(this JsonElement line, string member) =>
        line.GetProperty(member) is { ValueKind: not JsonValueKind.Null } value ? value.ToString() : null;

    public static int Number(this JsonElement line, string member) => line.GetProperty(member).GetInt32();
}
