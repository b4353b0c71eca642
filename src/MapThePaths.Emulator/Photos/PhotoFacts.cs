namespace MapThePaths.Emulator.Photos;

/// <summary>What an uploaded photo says of itself. WGS 84 degrees, metres, degrees clockwise from north, UTC. Null: it does not say.</summary>
internal sealed record PhotoFacts
{
    public int? Width { get; init; }

    public int? Height { get; init; }

    public double? Latitude { get; init; }

    public double? Longitude { get; init; }

    public double? Altitude { get; init; }

    public double? Heading { get; init; }

    public DateTimeOffset? CapturedAt { get; init; }

    public string? Make { get; init; }

    public string? Model { get; init; }

    public int? Orientation { get; init; }

    public bool IsPanorama { get; init; }

    /// <summary>Why a photo with these facts cannot become an image; null when it can.</summary>
    public static string? WhyUnusable(PhotoFacts? facts) => facts switch
    {
        null => "no JPEG header",
        { Latitude: null } or { Longitude: null } => "no position",
        { CapturedAt: null } => "no capture time",
        _ => null,
    };

    /// <summary>These facts, and the other's where these are silent.</summary>
    public PhotoFacts Over(PhotoFacts other) => new()
    {
        Width = Width ?? other.Width,
        Height = Height ?? other.Height,
        Latitude = Longitude is null ? other.Latitude : Latitude ?? other.Latitude,
        Longitude = Latitude is null ? other.Longitude : Longitude ?? other.Longitude,
        Altitude = Altitude ?? other.Altitude,
        Heading = Heading ?? other.Heading,
        CapturedAt = CapturedAt ?? other.CapturedAt,
        Make = Make ?? other.Make,
        Model = Model ?? other.Model,
        Orientation = Orientation ?? other.Orientation,
        IsPanorama = IsPanorama || other.IsPanorama,
    };
}
