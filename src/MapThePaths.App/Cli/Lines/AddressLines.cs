namespace MapThePaths.App.Cli.Lines;

internal sealed record AddressLine : JsonLine
{
    public override string Type => "address";

    public required string GraphUrl { get; init; }

    public required string UploadUrl { get; init; }

    public required string ConnectUrl { get; init; }

    public required string V3Url { get; init; }

    public required string V3ConnectUrl { get; init; }

    public required string MtpwUrl { get; init; }

    public required string MtpwAuthUrl { get; init; }

    public required string ControlUrl { get; init; }

    public required string AccessToken { get; init; }

    public required string AppId { get; init; }

    public required string AppSecret { get; init; }

    public required string V3AccessToken { get; init; }

    public required string V3AppId { get; init; }

    public required string V3AppSecret { get; init; }

    public required string MtpwAccessToken { get; init; }

    public required string MtpwAppId { get; init; }

    public required string MtpwAppSecret { get; init; }
}

/// <summary>Where the page begins; good for one visit.</summary>
internal sealed record StartAddressLine(string Url) : JsonLine
{
    public override string Type => "address";
}

/// <summary>The page where the user is asked for consent.</summary>
internal sealed record OpenLine(string Url) : JsonLine
{
    public override string Type => "open";
}
