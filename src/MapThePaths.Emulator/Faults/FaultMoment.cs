using System.Text.RegularExpressions;

namespace MapThePaths.Emulator.Faults;

/// <summary>Which of the matching calls a fault meets; all given conditions must hold. Calls are counted from 1.</summary>
public sealed record FaultMoment
{
    public int? First { get; init; }

    public int? After { get; init; }

    public int? Every { get; init; }

    public int? Only { get; init; }

    /// <summary>Searched in the session key. A call without a session key never matches.</summary>
    public Regex? Key { get; init; }

    internal bool Concerns(string? key) => Key is null || (key is not null && Key.IsMatch(key));

    internal bool Holds(int call) =>
        (First is null || call <= First)
        && (After is null || call > After)
        && (Every is null || call % Every == 0)
        && (Only is null || call == Only);
}
