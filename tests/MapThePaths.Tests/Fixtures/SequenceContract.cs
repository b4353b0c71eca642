using System.Text.Json;
using System.Text.RegularExpressions;

namespace MapThePaths.Tests.Fixtures;

/// <summary>The tables of <c>docs/sequence-json.md</c>, and whether a document keeps to them: no member too many, none too few, each of its type.</summary>
public static partial class SequenceContract
{
    private static readonly Lazy<Dictionary<string, List<string[]>>> Tables = new(Read);

    public static IReadOnlyList<string> Troubles(JsonElement document) => [.. Troubles("document", document, "")];

    private static Dictionary<string, List<string[]>> Read()
    {
        Dictionary<string, List<string[]>> tables = new(StringComparer.Ordinal);
        var title = "";
        foreach (var line in File.ReadLines(Path.Combine(Repository.Root, "docs", "sequence-json.md")))
        {
            if (line.StartsWith("### ", StringComparison.Ordinal))
            {
                title = line[4..];
                tables.Add(title, []);
            }
            else if (title.Length > 0 && line.StartsWith("| `", StringComparison.Ordinal))
            {
                tables[title].Add(line.Split('|', StringSplitOptions.TrimEntries));
            }
        }

        return tables;
    }

    private static IEnumerable<string> Troubles(string table, JsonElement json, string at)
    {
        var members = Tables.Value[table].ToDictionary(row => row[1].Trim('`'), StringComparer.Ordinal);
        foreach (var written in json.EnumerateObject().Where(written => !members.ContainsKey(written.Name)))
        {
            yield return $"{at}/{written.Name} is not described";
        }

        foreach (var (name, row) in members)
        {
            var troubles = json.TryGetProperty(name, out var value) ? OfValue(row[2], row[4] == "yes", value, $"{at}/{name}") : [$"{at}/{name} is missing"];
            foreach (var trouble in troubles)
            {
                yield return trouble;
            }
        }
    }

    private static IEnumerable<string> OfValue(string type, bool mayBeNull, JsonElement value, string at)
    {
        if (value.ValueKind == JsonValueKind.Null)
        {
            return mayBeNull ? [] : [$"{at} is null"];
        }

        if (type.StartsWith("list of ", StringComparison.Ordinal))
        {
            return value.EnumerateArray().SelectMany((item, index) => OfValue(type[8..], mayBeNull: false, item, $"{at}/{index}"));
        }

        if (type.StartsWith("map of ", StringComparison.Ordinal))
        {
            return value.EnumerateObject().SelectMany(item => OfValue(type[7..], mayBeNull: false, item.Value, $"{at}/{item.Name}"));
        }

        return Link().Match(type) is { Success: true } link ? Troubles(link.Groups["name"].Value, value, at) : IsA(type, value) ? [] : [$"{at} is no {type}"];
    }

    private static bool IsA(string type, JsonElement value) => type switch
    {
        "string" => value.ValueKind == JsonValueKind.String,
        "number" => value.ValueKind == JsonValueKind.Number,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        _ => false,
    };

    [GeneratedRegex(@"\[(?<name>[^\]]+)\]\(#", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Link();
}
