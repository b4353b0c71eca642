namespace MapThePaths.Emulator;

/// <summary>What a client needs to talk to a started emulator. No address ends in a slash but the one that must.</summary>
/// <param name="GraphUrl">Stands for <c>https://graph.mapillary.com</c>.</param>
/// <param name="UploadUrl">Stands for <c>https://rupload.facebook.com/mapillary_public_uploads</c>.</param>
/// <param name="ConnectUrl">Stands for <c>https://www.mapillary.com/connect</c>.</param>
/// <param name="ControlUrl">Outside the documented API: what the emulator holds, for people and tests.</param>
/// <param name="AccessToken">A user token of the user <c>practice</c> with all scopes.</param>
/// <param name="AppId">The registered app, <c>client_id</c> of the consent page.</param>
/// <param name="AppSecret">The app's client secret, which the token endpoint demands.</param>
/// <param name="ClientToken">The app's own token: reads public data, uploads nothing.</param>
/// <param name="OrganizationId">An organization that every user may upload to.</param>
public sealed record EmulatorAddresses(
    string GraphUrl,
    string UploadUrl,
    string ConnectUrl,
    string ControlUrl,
    string AccessToken,
    string AppId,
    string AppSecret,
    string ClientToken,
    string OrganizationId)
{
    public required MapillaryV3Addresses V3 { get; init; }

    public required MapThePathsWebAddresses Mtpw { get; init; }

    /// <summary>Names no secret, so that an address may be logged.</summary>
    public override string ToString() => $"{GraphUrl} {UploadUrl} {ConnectUrl} {V3} {Mtpw}";
}

/// <summary>Mapillary's API v3. One app is registered; its secret serves nothing, since the grant is implicit.</summary>
/// <param name="Url">Stands for <c>https://a.mapillary.com/v3</c>.</param>
/// <param name="ConnectUrl">Stands for <c>https://www.mapillary.com/connect</c> as it was then.</param>
/// <param name="AccessToken">A token of the user <c>practice</c> with all scopes.</param>
/// <param name="AppId">Base64 that must be percent-encoded in addresses.</param>
/// <param name="OrganizationKey">An organization that every user may upload to.</param>
public sealed record MapillaryV3Addresses(
    string Url, string ConnectUrl, string AccessToken, string AppId, string AppSecret, string OrganizationKey)
{
    public override string ToString() => $"{Url} {ConnectUrl}";
}

/// <summary>Map the Paths Web.</summary>
/// <param name="Url">Stands for <c>https://mtp.trekview.org</c>; without a path.</param>
/// <param name="AuthorizeUrl">The consent page, with the last slash that it needs.</param>
/// <param name="AccessToken">A token of the user <c>practice</c>.</param>
public sealed record MapThePathsWebAddresses(string Url, string AuthorizeUrl, string AccessToken, string AppId, string AppSecret)
{
    public override string ToString() => $"{Url} {AuthorizeUrl}";
}
