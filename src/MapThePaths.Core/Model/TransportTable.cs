using System.Reflection;
using System.Text.Json;

namespace MapThePaths.Core.Model;

/// <summary>
/// The transport types there are: those of <c>transport-types.json</c> in the program, and those that a user adds in a file of the same form. The
/// program's own cannot be changed by it: whoever files a drone under Water still has a drone.
/// </summary>
public sealed class TransportTable
{
    /// <summary>Of the user's file, in the home.</summary>
    public const string FileName = "transport-types.json";

    private static readonly JsonSerializerOptions Json = new() { ReadCommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    private readonly TransportType[] _types;

    private TransportTable(IEnumerable<TransportType> types) => _types = [.. types];

    /// <summary>Corrected: Plane, Helicopter and Drone are Air, whatever the predecessor's last table says (mtpdu.md §5.3).</summary>
    public static TransportTable BuiltIn { get; } = new(Read(BuiltInText()));

    /// <summary>In the order people choose from.</summary>
    public IReadOnlyList<TransportType> All => _types;

    /// <summary>The program's own types and those of a file, which need not be there.</summary>
    /// <exception cref="UserMistakeException">The file cannot be understood.</exception>
    public static TransportTable Load(string path)
    {
        if (!File.Exists(path))
        {
            return BuiltIn;
        }

        try
        {
            return BuiltIn.With(File.ReadAllText(path));
        }
        catch (Exception failure) when (failure is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new UserMistakeException($"{path} cannot be read: {failure.Message} It holds parents with their children, such as {{\"Earth\": [\"Unicycle\"]}}.");
        }
    }

    /// <summary>This table and further types; children that are known keep their parents.</summary>
    /// <exception cref="JsonException">The text is not parents with lists of children.</exception>
    /// <exception cref="UserMistakeException">A parent or a child cannot be used.</exception>
    public TransportTable With(string json)
    {
        var added = Read(json).ToList();
        foreach (var type in added)
        {
            if (!IsKnownParent(type.Parent))
            {
                throw new UserMistakeException($"The transport type '{type}' has an unknown parent. Known are: {string.Join(", ", _types.Select(known => known.Parent).Distinct())}.");
            }

            if (Plain(type.Child).Length == 0 || type.ToString().Any(char.IsControl))
            {
                throw new UserMistakeException($"A transport type under {type.Parent} has no name.");
            }
        }

        return new TransportTable(_types.Concat(added.Select(type => type with { Parent = Spelled(type.Parent) })).DistinctBy(type => Plain(type.Child)));
    }

    /// <summary>
    /// Understands <c>Parent-Child</c>, case, blanks, hyphens and underscores aside, and the predecessor's old spellings: parents
    /// <c>Powered</c> and <c>Land</c>, the child <c>Hanglide</c>. The child decides; a parent that does not go with it is corrected.
    /// </summary>
    public TransportType? Parse(string text)
    {
        var dash = text.IndexOf('-', StringComparison.Ordinal);
        if (dash <= 0 || !(IsKnownParent(text[..dash]) || IsFormerParent(text[..dash])))
        {
            return null;
        }

        var child = Current(Plain(text[(dash + 1)..]));
        return Array.Find(_types, type => Plain(type.Child) == child);
    }

    /// <exception cref="UserMistakeException">Nobody knows this type.</exception>
    public TransportType ParseOrRefuse(string text) => Parse(text) ?? throw new UserMistakeException(
        $"The transport type '{text}' is unknown.{Question(text)} Known are: {string.Join(", ", All)}. More may stand in {FileName} in the home.");

    // Who names the child alone means its type.
    private string Question(string text) => All.FirstOrDefault(type => Plain(type.Child) == Plain(text)) is { } namesake
        ? $" Did you mean '{namesake}'?"
        : Nearest.Question(text, All.Select(type => type.ToString()));

    private static IEnumerable<TransportType> Read(string json) =>
        from parent in JsonSerializer.Deserialize<Dictionary<string, string[]>>(json, Json) ?? []
        from child in parent.Value
        select new TransportType(parent.Key.Trim(), child.Trim());

    private static string BuiltInText()
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(FileName)!);
        return reader.ReadToEnd();
    }

    private bool IsKnownParent(string parent) => Array.Exists(_types, type => Plain(type.Parent) == Plain(parent));

    private string Spelled(string parent) => _types.First(type => Plain(type.Parent) == Plain(parent)).Parent;

    private static bool IsFormerParent(string parent) => Plain(parent) is "powered" or "land" or "unlisted";

    private static string Current(string child) => child == "hanglide" ? "hangglide" : child;

    private static string Plain(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
