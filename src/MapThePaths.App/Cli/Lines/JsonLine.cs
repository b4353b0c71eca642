using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using NodaTime;
using NodaTime.Text;

namespace MapThePaths.App.Cli.Lines;

/// <summary>One line of <c>--json</c>; <c>docs/json.md</c> describes each. Members may be added, none changes its meaning.</summary>
internal abstract record JsonLine
{
    public abstract string Type { get; }

    public string ToJson() => JsonSerializer.Serialize(this, GetType(), JsonLines.Default);
}

/// <summary>What the user should know although nothing is wrong.</summary>
internal sealed record NoteLine(string Message) : JsonLine
{
    public override string Type => "note";
}

/// <summary>The last line of a run that could not do its work.</summary>
internal sealed record FailureSummary(int ExitCode, string Error) : JsonLine
{
    public override string Type => "summary";
}

internal sealed record CountSummary(int Count, int ExitCode) : JsonLine
{
    public override string Type => "summary";
}

internal static class JsonLines
{
    private static readonly InstantPattern Utc = InstantPattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:ss.fff'Z'");

    /// <summary>Snake-case names; characters beyond ASCII as they are, for people read these lines too.</summary>
    public static JsonSerializerOptions Default { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { PutTypeFirst } },
    };

    /// <summary>ISO 8601 in UTC with milliseconds.</summary>
    public static string? Iso(Instant? time) => time is { } instant ? Utc.Format(instant) : null;

    private static void PutTypeFirst(JsonTypeInfo line)
    {
        foreach (var member in line.Properties.Where(member => member.Name == "type"))
        {
            member.Order = -1;
        }
    }
}
