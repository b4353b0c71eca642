namespace MapThePaths.Emulator.Faults;

/// <summary>One scripted fault: <c>TARGET:EFFECT[:DETAIL]…[:WHEN]…</c>. Never random.</summary>
public sealed record FaultRule
{
    /// <summary>As it was given.</summary>
    public string Text { get; init; } = "";

    public required FaultTarget Target { get; init; }

    public required FaultEffect Effect { get; init; }

    /// <summary>The number after the effect's equals sign: a status, a code, bytes, milliseconds, seconds or percent. 0 where none belongs.</summary>
    public long Amount { get; init; }

    /// <summary>What follows the code's dot; null when nothing does.</summary>
    public int? Subcode { get; init; }

    /// <summary>The status under which a code or a foreign page comes; null for its usual one.</summary>
    public int? HttpStatus { get; init; }

    /// <summary>The word after the effect's equals sign; empty where none belongs.</summary>
    public string Word { get; init; } = "";

    /// <summary>Milliseconds that the answer asks the client to wait, in the body; null leaves the member out.</summary>
    public long? BackoffMs { get; init; }

    /// <summary>Seconds in the <c>Retry-After</c> header; null leaves the header out.</summary>
    public long? RetryAfterSeconds { get; init; }

    /// <summary>Whether the upload host calls a refusal retriable that it usually calls final.</summary>
    public bool IsRetriable { get; init; }

    /// <summary>Whether all is done before the answer is replaced; else nothing is.</summary>
    public bool IsAfterTheWork { get; init; }

    public FaultMoment When { get; init; } = new();

    /// <summary>Reads one rule as the command line takes it.</summary>
    /// <exception cref="FaultRuleException">The text is no rule; the message lists the valid words.</exception>
    public static FaultRule Parse(string text) => FaultRuleReader.Read(text);
}
