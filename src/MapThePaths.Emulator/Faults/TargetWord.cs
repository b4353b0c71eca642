namespace MapThePaths.Emulator.Faults;

/// <summary>One target as it is written in a rule.</summary>
internal sealed record TargetWord(string Word, FaultTarget Target)
{
    public static readonly TargetWord[] All =
    [
        new("any", FaultTarget.Any),
        new("me", FaultTarget.Me),
        new("offset", FaultTarget.Offset),
        new("upload", FaultTarget.Upload),
        new("manifest", FaultTarget.Manifest),
        new("finish", FaultTarget.Finish),
        new("images", FaultTarget.Images),
        new("image_ids", FaultTarget.ImageIds),
        new("image", FaultTarget.Image),
        new("token", FaultTarget.Token),
        new("connect", FaultTarget.Connect),
        new("logging", FaultTarget.Logging),
        new("v3_connect", FaultTarget.V3Connect),
        new("v3_me", FaultTarget.V3Me),
        new("v3_organizations", FaultTarget.V3Organizations),
        new("v3_logout", FaultTarget.V3Logout),
        new("v3_open", FaultTarget.V3Open),
        new("v3_sessions", FaultTarget.V3Sessions),
        new("v3_session", FaultTarget.V3Session),
        new("v3_publish", FaultTarget.V3Publish),
        new("v3_upload", FaultTarget.V3Upload),
        new("v3_sequences", FaultTarget.V3Sequences),
        new("v3_sequence", FaultTarget.V3Sequence),
        new("v3_images", FaultTarget.V3Images),
        new("v3_image", FaultTarget.V3Image),
        new("v3_other", FaultTarget.V3Other),
        new("mtpw_authorize", FaultTarget.MtpwAuthorize),
        new("mtpw_revoke", FaultTarget.MtpwRevoke),
        new("mtpw_verify", FaultTarget.MtpwVerify),
        new("mtpw_import", FaultTarget.MtpwImport),
        new("mtpw_create", FaultTarget.MtpwCreate),
        new("mtpw_read", FaultTarget.MtpwRead),
        new("mtpw_other", FaultTarget.MtpwOther),
    ];

    public static string Of(FaultTarget target) => All.Single(word => word.Target == target).Word;
}
