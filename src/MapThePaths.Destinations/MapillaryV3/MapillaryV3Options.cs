using MapThePaths.Core.Destinations;

namespace MapThePaths.Destinations.MapillaryV3;

/// <summary>Where the service is and who speaks to it. A slash at the end of the address does not matter.</summary>
public sealed record MapillaryV3Options
{
    /// <summary>Where the public service was until 2021-08-18.</summary>
    public const string PublicUrl = "https://a.mapillary.com/v3";

    public string Name { get; init; } = "mapillary-v3";

    public string Url { get; init => field = value.TrimEnd('/'); } = PublicUrl;

    public string ConnectUrl { get; init => field = value.TrimEnd('/'); } = "https://www.mapillary.com/connect";

    /// <summary>The app's id, which every call names. The token must have been given to this app.</summary>
    public required string ClientId { get; init; }

    /// <summary>The callback, letter by letter as registered.</summary>
    public string RedirectUri { get; init; } = "http://localhost:8763/";

    /// <summary>Gives the user's token; null when nobody is signed in. Asked before every request, so that a renewed one counts.</summary>
    public required Func<CancellationToken, Task<string?>> AccessToken { get; init; }

    /// <summary>Opens sessions for this organization instead of the user alone. Null to go on with what a session was opened for; empty for none in any case.</summary>
    public string? OrganizationId { get; init; }

    /// <summary>Most bytes that all uploads together send in a second; null for no limit.</summary>
    public long? BytesPerSecond { get; init; }

    /// <summary>Hears of waits that are no photo's, such as those before publishing and looking; from any thread. Null when nobody listens.</summary>
    public Action<UploadWait>? Waits { get; init; }

    /// <summary>Measures waits and time-outs.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Spreads waits: 0 ≤ x &lt; 1, thread safe.</summary>
    public Func<double> Jitter { get; init; } = Random.Shared.NextDouble;
}
