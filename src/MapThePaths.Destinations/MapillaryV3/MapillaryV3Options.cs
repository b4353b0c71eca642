namespace MapThePaths.Destinations.MapillaryV3;

/// <summary>Where a server is that speaks Mapillary's API v3, and for which app. A slash at the end of an address does not matter.</summary>
public sealed record MapillaryV3Options
{
    public string Name { get; init; } = "mapillary-v3";

    public string Url { get; init => field = value.TrimEnd('/'); } = "https://a.mapillary.com/v3";

    public string ConnectUrl { get; init => field = value.TrimEnd('/'); } = "https://www.mapillary.com/connect";

    /// <summary>The app's client id; every call names it.</summary>
    public required string ClientId { get; init; }

    /// <summary>The callback, letter by letter as registered.</summary>
    public string RedirectUri { get; init; } = "http://localhost:8763/";

    /// <summary>Measures waits and time-outs.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Spreads waits: 0 ≤ x &lt; 1, thread safe.</summary>
    public Func<double> Jitter { get; init; } = Random.Shared.NextDouble;
}
