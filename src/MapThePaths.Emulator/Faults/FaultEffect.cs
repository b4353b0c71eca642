namespace MapThePaths.Emulator.Faults;

/// <summary>What a fault does. The words and their meaning stand in <c>docs/emulator.md</c>.</summary>
public enum FaultEffect
{
    Status,
    Backoff,
    NotAuthorized,
    LoseReply,
    Stall,
    DropAfter,
    Partial,
    OffsetInvalid,
    OffsetZero,
    Garbage,
    Graph,
    EmptyObject,
    Delay,
    Drip,
    Revoke,
    MultiLine,
    ClockSkew,
    Usage,
    NeverProcess,
    DropImage,
    ConsentError,
    SessionGone,
    FailSession,
    Split,
    InFragment,
    WithoutState,
    BareDeny,
}
