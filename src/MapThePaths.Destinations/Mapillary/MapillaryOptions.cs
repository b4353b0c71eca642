using MapThePaths.Core.Destinations;

namespace MapThePaths.Destinations.Mapillary;

/// <summary>Where the service is and who speaks to it. A slash at the end of an address does not matter.</summary>
public sealed record MapillaryOptions
{
    /// <summary>The destination's name; the built-in practice service is the same client under another name.</summary>
    public string Name { get; init; } = "mapillary";

    /// <summary>Everything JSON.</summary>
    public string GraphUrl { get; init => field = value.TrimEnd('/'); } = "https://graph.mapillary.com";

    /// <summary>Everything in bytes.</summary>
    public string UploadUrl { get; init => field = value.TrimEnd('/'); } = "https://rupload.facebook.com/mapillary_public_uploads";

    /// <summary>Gives the user's token; null when nobody is signed in. Asked before every request, so that a renewed one counts.</summary>
    public required Func<CancellationToken, Task<string?>> AccessToken { get; init; }

    /// <summary>
    /// Publishes for this organization instead of the user alone. Null for none, except that a part which was begun for one stays with it;
    /// empty for none in any case.
    /// </summary>
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
