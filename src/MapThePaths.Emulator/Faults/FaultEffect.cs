namespace MapThePaths.Emulator.Faults;

/// <summary>What a fault does. The words and their meaning stand in <c>docs/emulator.md</c>.</summary>
public enum FaultEffect
{
    Status,
    Backoff,
    NotAuthorized,
    LoseReply,
    DropAfter,
    Partial,
    OffsetInvalid,
    OffsetZero,
    Garbage,
    EmptyObject,
    Delay,
    Drip,
    Revoke,
    MultiLine,
    ClockSkew,
    NeverProcess,
    DropImage,
    ConsentError,
    SessionGone,
    FailSession,
    Split,
    InFragment,
    WithoutState,
}
