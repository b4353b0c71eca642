using System.Globalization;
using MapThePaths.Emulator.Wire;

namespace MapThePaths.Emulator.MapillaryV3.Queries;

/// <summary>Reads parameters and remembers the first that is wrong. Whatever nobody has asked for is unknown, and wrong too (§3, 400).</summary>
internal sealed class QueryReader(Call call)
{
    /// <summary>ISO 8601 dates and times (§1); without a zone they are UTC (§7).</summary>
    private static readonly string[] TimeForms = ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];
    private readonly HashSet<string> _known = new(["client_id"], StringComparer.Ordinal);
    private string? _wrong;

    public string? Wrong => _wrong ?? call.Request.Query.Keys.Where(name => !_known.Contains(name))
        .Select(name => $"Unknown parameter {name}")
        .FirstOrDefault();

    public string? Text(string name)
    {
        _known.Add(name);
        return call.Query(name);
    }

    /// <summary>Separated by commas (§1).</summary>
    public IReadOnlyList<string>? List(string name) => Text(name)?.Split(',');

    public bool? Flag(string name) => Value<bool>(name, text => text switch { "true" => true, "false" => false, _ => null });

    public int? Number(string name) =>
        Value<int>(name, text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null);

    public double? Measure(string name) =>
        Value<double>(name, text => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null);

    public DateTimeOffset? Time(string name) => Value<DateTimeOffset>(name, text =>
        DateTimeOffset.TryParseExact(text, TimeForms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null);

    public T? Object<T>(string name, Func<string, T?> read)
        where T : class
    {
        var value = Text(name) is { } text ? read(text) : null;
        Blame(name, value is null);
        return value;
    }

    public void Blame(string name, bool isWrong)
    {
        if (isWrong && call.Query(name) is not null)
        {
            _wrong ??= $"Invalid parameter {name}";
        }
    }

    private T? Value<T>(string name, Func<string, T?> read)
        where T : struct
    {
        var value = Text(name) is { } text ? read(text) : null;
        Blame(name, value is null);
        return value;
    }
}
