namespace MapThePaths.Emulator.Faults;

/// <summary>One effect as it is written in a rule: its word, what may follow the equals sign, and where it makes sense.</summary>
internal sealed record EffectWord(string Word, FaultEffect Effect, EffectArgument Argument, params FaultTarget[] OnlyOn)
{
    private static readonly FaultTarget[] Sending = [FaultTarget.Upload, FaultTarget.Manifest];
    private static readonly FaultTarget[] Consent = [FaultTarget.Connect, FaultTarget.V3Connect, FaultTarget.MtpwAuthorize];
    private static readonly FaultTarget[] Bodies = [.. Sending, FaultTarget.V3Upload];
    private static readonly FaultTarget[] Looking = [FaultTarget.Images, FaultTarget.ImageIds, FaultTarget.Image];
    private static readonly FaultTarget[] Session = [FaultTarget.Offset, FaultTarget.Upload, FaultTarget.Manifest];

    public static readonly EffectWord[] All =
    [
        new("status", FaultEffect.Status, EffectArgument.Status),
        new("backoff", FaultEffect.Backoff, EffectArgument.Number),
        new("not_authorized", FaultEffect.NotAuthorized, EffectArgument.None),
        new("lose_reply", FaultEffect.LoseReply, EffectArgument.None),
        new("stall", FaultEffect.Stall, EffectArgument.None),
        new("drop_after", FaultEffect.DropAfter, EffectArgument.Number, Bodies),
        new("partial", FaultEffect.Partial, EffectArgument.None, Sending),
        new("offset_invalid", FaultEffect.OffsetInvalid, EffectArgument.None, Sending),
        new("offset_zero", FaultEffect.OffsetZero, EffectArgument.None, Session),
        new("garbage", FaultEffect.Garbage, EffectArgument.None),
        new("graph", FaultEffect.Graph, EffectArgument.Code, [.. Session, FaultTarget.Me, FaultTarget.Finish, .. Looking]),
        new("empty_object", FaultEffect.EmptyObject, EffectArgument.None),
        new("delay", FaultEffect.Delay, EffectArgument.Number),
        new("drip", FaultEffect.Drip, EffectArgument.Number, Bodies),
        new("revoke", FaultEffect.Revoke, EffectArgument.None),
        new("multi_line", FaultEffect.MultiLine, EffectArgument.None, Sending),
        new("clock_skew", FaultEffect.ClockSkew, EffectArgument.SignedNumber),
        new("usage", FaultEffect.Usage, EffectArgument.Number),
        new("never_process", FaultEffect.NeverProcess, EffectArgument.None, FaultTarget.Finish, FaultTarget.V3Publish),
        new("drop_image", FaultEffect.DropImage, EffectArgument.None, FaultTarget.Image),
        new("consent_error", FaultEffect.ConsentError, EffectArgument.Word, Consent),
        new("session_gone", FaultEffect.SessionGone, EffectArgument.None, FaultTarget.V3Session, FaultTarget.V3Publish),
        new("fail_session", FaultEffect.FailSession, EffectArgument.None, FaultTarget.V3Publish),
        new("split", FaultEffect.Split, EffectArgument.Count, FaultTarget.Finish, FaultTarget.V3Publish),
        new("in_fragment", FaultEffect.InFragment, EffectArgument.None, FaultTarget.V3Connect),
        new("without_state", FaultEffect.WithoutState, EffectArgument.None, FaultTarget.V3Connect),
        new("bare_deny", FaultEffect.BareDeny, EffectArgument.None, FaultTarget.V3Connect),
    ];

    public bool Fits(FaultTarget target) => OnlyOn.Length == 0 || target == FaultTarget.Any || OnlyOn.Contains(target);
}

internal enum EffectArgument
{
    None,
    Status,
    Number,
    Count,
    SignedNumber,
    Word,
    Code,
}
