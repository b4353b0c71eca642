namespace MapThePaths.Destinations.Mapillary;

/// <summary>The app that asks for the user's consent, as registered at <c>https://www.mapillary.com/dashboard/developers</c>.</summary>
/// <param name="Id">A number.</param>
/// <param name="Secret">The client secret, which the token endpoint demands.</param>
/// <param name="RedirectUri">The callback, letter by letter as registered: the service compares text.</param>
public sealed record MapillaryApp(string Id, string Secret, string RedirectUri)
{
    /// <summary>Where the consent page is.</summary>
    public string ConnectUrl { get; init => field = value.TrimEnd('/'); } = "https://www.mapillary.com/connect";

    /// <summary>How it has to be registered, for people.</summary>
    internal string Registration =>
        $"Allow all scopes for app {Id} and register exactly '{RedirectUri}' as its callback at https://www.mapillary.com/dashboard/developers";

    /// <summary>Names no secret.</summary>
    public override string ToString() => $"app {Id}";
}
