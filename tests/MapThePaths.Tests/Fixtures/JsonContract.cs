using System.Text.Json;
using System.Text.RegularExpressions;

namespace MapThePaths.Tests.Fixtures;

/// <summary>The tables of <c>docs/json.md</c>, and whether lines keep to them: no member too many, none too few, each of its type.</summary>
public static partial class JsonContract
{
    private const string Failure = "summary of a failure";

    private static readonly Lazy<Document> Known = new(() => Document.Read(File.ReadAllLines(Path)));

    public static IReadOnlyList<string> Verbs => [.. Known.Value.LinesOfVerb.Keys];

    /// <summary>The examples of the document, each with its verb.</summary>
    public static IReadOnlyList<(string Verb, string Line)> Examples => Known.Value.Examples;

    private static string Path => System.IO.Path.Combine(Repository.Root, "docs", "json.md");

    public static void Check(ProgramRun run)
    {
        foreach (var line in run.Lines)
        {
            Check(run.Verb, line);
        }
    }

    /// <summary>Fails unless the line is one that the verb may print.</summary>
    public static void Check(string verb, JsonElement line)
    {
        var titles = Known.Value.LinesOfVerb.GetValueOrDefault(verb, []).Append(Failure).ToList();
        var troubles = titles
            .Select(title => (title, table: Known.Value.Tables[title]))
            .Where(candidate => TypeOf(candidate.table) == line.GetProperty("type").GetString())
            .Select(candidate => (candidate.title, troubles: Troubles(candidate.table, line).ToList()))
            .ToList();
        if (troubles.Count == 0)
        {
            Assert.Fail($"docs/json.md knows no such line of '{verb}': {line}");
        }

        if (!troubles.Exists(candidate => candidate.troubles.Count == 0))
        {
            var (title, nearest) = troubles.MinBy(candidate => candidate.troubles.Count);
            Assert.Fail($"'{verb}' printed {line}\nwhich is not '{title}' of docs/json.md: {string.Join("; ", nearest)}");
        }
    }

    private static string TypeOf(List<Member> table) =>
        Always().Match(table.Single(member => member.Name == "type").Meaning).Groups["name"].Value;

    private static IEnumerable<string> Troubles(List<Member> table, JsonElement line)
    {
        foreach (var printed in line.EnumerateObject().Where(printed => !table.Any(member => member.Name == printed.Name)))
        {
            yield return $"{printed.Name} is not described";
        }

        foreach (var member in table)
        {
            if (!line.TryGetProperty(member.Name, out var value))
            {
                if (member.Null != "absent")
                {
                    yield return $"{member.Name} is missing";
                }
            }
            else if (!(value.ValueKind == JsonValueKind.Null ? member.Null == "yes" : IsA(member.Type, value)))
            {
                yield return $"{member.Name} should be {member.Type}{(member.Null == "yes" ? " or null" : "")}, not {value.GetRawText()}";
            }
        }
    }

    private static bool IsA(string type, JsonElement value) => type switch
    {
        "string" => value.ValueKind == JsonValueKind.String,
        "time" => value.ValueKind == JsonValueKind.String && Time().IsMatch(value.GetString()!),
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        "number" => value.ValueKind == JsonValueKind.Number,
        "array of strings" => value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(item => IsA("string", item)),
        "object of integers" => value.ValueKind == JsonValueKind.Object && value.EnumerateObject().All(item => IsA("integer", item.Value)),
        _ => value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(item => !Troubles(Known.Value.Tables[Link().Match(type).Groups["name"].Value], item).Any()),
    };

    [GeneratedRegex("always `(?<name>[a-z_]+)`", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Always();

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Time();

    [GeneratedRegex(@"\[(?<name>[^\]]+)\]\(#", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Link();

    private sealed record Member(string Name, string Type, string Meaning, string Null);

    private sealed class Document
    {
        private readonly Dictionary<string, List<string>> _linesOfVerb = new(StringComparer.Ordinal);
        private readonly Dictionary<string, List<Member>> _tables = new(StringComparer.Ordinal);
        private readonly List<(string Verb, string Line)> _examples = [];
        private List<string> _verbs = [];
        private string _title = "";

        public Dictionary<string, List<string>> LinesOfVerb => _linesOfVerb;

        public Dictionary<string, List<Member>> Tables => _tables;

        public List<(string Verb, string Line)> Examples => _examples;

        public static Document Read(IEnumerable<string> lines)
        {
            var document = new Document();
            foreach (var line in lines)
            {
                document.Take(line);
            }

            return document;
        }

        private void Take(string line)
        {
            if (line.StartsWith("## ", StringComparison.Ordinal))
            {
                _verbs = [.. line.Split('`').Where((_, index) => index % 2 == 1)];
                _verbs.ForEach(verb => _linesOfVerb.Add(verb, []));
                _title = "";
            }
            else if (line.StartsWith("### ", StringComparison.Ordinal))
            {
                _title = line[4..];
                _tables.Add(_title, []);
            }
            else if (line.StartsWith("| [", StringComparison.Ordinal))
            {
                _verbs.ForEach(verb => _linesOfVerb[verb].Add(Link().Match(line).Groups["name"].Value));
            }
            else if (line.StartsWith("| `", StringComparison.Ordinal) && _title.Length > 0)
            {
                var cells = line.Split('|', StringSplitOptions.TrimEntries);
                _tables[_title].Add(new Member(cells[1].Trim('`'), cells[2], cells[4], cells[5]));
            }
            else if (line.StartsWith('{'))
            {
                _examples.Add((_verbs[0], line));
            }
        }
    }
}
