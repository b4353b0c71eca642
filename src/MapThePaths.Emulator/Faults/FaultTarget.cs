namespace MapThePaths.Emulator.Faults;

/// <summary>Which calls a fault meets.</summary>
public enum FaultTarget
{
    Any,
    Me,
    Offset,
    Upload,
    Manifest,
    Finish,
    Images,
    ImageIds,
    Image,
    Token,
    Connect,
    Logging,
    V3Connect,
    V3Me,
    V3Logout,
    V3Other,
    MtpwAuthorize,
    MtpwRevoke,
    MtpwOther,
}
