using MapThePaths.Core.Geo;
using MapThePaths.Core.Model;

namespace MapThePaths.Core.Catalog;

/// <summary>A row of <c>photo</c> with the path it is known by, between SQL and <see cref="Photo"/>.</summary>
internal sealed record PhotoRow
{
    /// <summary>The columns that <see cref="ToPhoto"/> needs, of <c>photo</c>.</summary>
    public const string Columns = """
        photo.id, photo.uuid, photo.size, photo.latitude, photo.longitude, photo.position_source, photo.altitude, photo.altitude_reference,
        photo.taken_at, photo.camera_time, photo.time_source, photo.heading, photo.heading_reference, photo.heading_source, photo.pitch, photo.roll, photo.speed,
        photo.projection, photo.width, photo.height, photo.orientation, photo.make, photo.model, photo.camera_id, photo.warnings
        """;

    public long Id { get; init; }

    public string Uuid { get; init; } = "";

    public string Path { get; init; } = "";

    public string Fingerprint { get; init; } = "";

    public string Picture { get; init; } = "";

    public string? Defect { get; init; }

    public long Size { get; init; }

    public double? Latitude { get; init; }

    public double? Longitude { get; init; }

    public string? PositionSource { get; init; }

    public double? Altitude { get; init; }

    public string? AltitudeReference { get; init; }

    public long? TakenAt { get; init; }

    public long? CameraTime { get; init; }

    public string? TimeSource { get; init; }

    public double? Heading { get; init; }

    public string? HeadingReference { get; init; }

    public string? HeadingSource { get; init; }

    public double? Pitch { get; init; }

    public double? Roll { get; init; }

    public double? Speed { get; init; }

    public string? Projection { get; init; }

    public int Width { get; init; }

    public int Height { get; init; }

    public int Orientation { get; init; }

    public string? Make { get; init; }

    public string? Model { get; init; }

    public string? CameraId { get; init; }

    public string Warnings { get; init; } = "";

    public static PhotoRow From(ReadFile file)
    {
        var capture = file.Capture;
        return new PhotoRow
        {
            Uuid = file.NewUuid.ToString(),
            Path = file.Path,
            Fingerprint = file.Fingerprint,
            Picture = file.Picture,
            Defect = file.Defect?.Code,
            Size = file.Size,
            Latitude = capture?.Position?.Latitude,
            Longitude = capture?.Position?.Longitude,
            PositionSource = capture?.PositionSource,
            Altitude = capture?.Altitude,
            AltitudeReference = capture?.AltitudeReference.Word(),
            TakenAt = Milliseconds.Of(capture?.TakenAt),
            CameraTime = Milliseconds.Of(capture?.CameraTime),
            TimeSource = capture?.TimeSource,
            Heading = capture?.Heading,
            HeadingReference = capture?.HeadingReference.Word(),
            HeadingSource = capture?.HeadingSource,
            Pitch = capture?.Pitch,
            Roll = capture?.Roll,
            Speed = capture?.Speed,
            Projection = capture?.Projection,
            Width = capture?.Width ?? 0,
            Height = capture?.Height ?? 0,
            Orientation = capture?.Orientation ?? 1,
            Make = capture?.Make,
            Model = capture?.Model,
            CameraId = capture?.CameraId,
            Warnings = Words.Join(capture?.Warnings ?? []),
        };
    }

    /// <param name="texts">Shared by all rows of one question.</param>
    public Photo ToPhoto(SharedTexts texts) => new()
    {
        Id = Id,
        Uuid = Guid.Parse(Uuid),
        Path = Path,
        Size = Size,
        Capture = new Capture
        {
            Position = Latitude is { } latitude && Longitude is { } longitude ? new GeoPoint(latitude, longitude) : null,
            PositionSource = texts.Of(PositionSource),
            Altitude = Altitude,
            AltitudeReference = ReferenceWords.ParseSurface(AltitudeReference),
            TakenAt = Milliseconds.ToInstant(TakenAt),
            CameraTime = Milliseconds.ToWallClock(CameraTime),
            TimeSource = texts.Of(TimeSource),
            Heading = Heading,
            HeadingReference = ReferenceWords.ParseNorth(HeadingReference),
            HeadingSource = texts.Of(HeadingSource),
            Pitch = Pitch,
            Roll = Roll,
            Speed = Speed,
            Projection = texts.Of(Projection) ?? "flat",
            Width = Width,
            Height = Height,
            Orientation = Orientation,
            Make = texts.Of(Make),
            Model = texts.Of(Model),
            CameraId = texts.Of(CameraId),
            Warnings = Words.Split(Warnings),
        },
    };
}
