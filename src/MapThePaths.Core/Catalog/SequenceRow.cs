using MapThePaths.Core.Model;

namespace MapThePaths.Core.Catalog;

/// <summary>A row of <c>sequence</c>, between SQL and <see cref="Sequence"/>.</summary>
internal sealed record SequenceRow
{
    /// <summary>The zone and the rules, as an UPDATE sets them.</summary>
    public const string Settings = """
        time_zone = @TimeZone, max_gap = @MaxGap, max_jump = @MaxJump, duplicate_metres = @DuplicateMetres, duplicate_degrees = @DuplicateDegrees,
        max_speed = @MaxSpeed, zig_zag_metres = @ZigZagMetres, spread_seconds = @SpreadSeconds, mixes_cameras = @MixesCameras, max_photos = @MaxPhotos
        """;

    public long Id { get; init; }

    public string Uuid { get; init; } = "";

    public string Name { get; init; } = "";

    public string NameKey { get; init; } = "";

    public string Description { get; init; } = "";

    public string Tags { get; init; } = "";

    public string Transport { get; init; } = "";

    public string? TimeZone { get; init; }

    public double MaxGap { get; init; }

    public double MaxJump { get; init; }

    public double DuplicateMetres { get; init; }

    public double DuplicateDegrees { get; init; }

    public double MaxSpeed { get; init; }

    public double ZigZagMetres { get; init; }

    public double SpreadSeconds { get; init; }

    public bool MixesCameras { get; init; }

    public int? MaxPhotos { get; init; }

    public long CreatedAt { get; init; }

    /// <summary>Names that differ in case only, or in how their accents are coded, are the same name.</summary>
    public static string KeyOf(string name) => name.Normalize().ToUpperInvariant();

    public static SequenceRow From(Sequence sequence) => new()
    {
        Id = sequence.Id,
        Uuid = sequence.Uuid.ToString(),
        Name = sequence.Name,
        NameKey = KeyOf(sequence.Name),
        Description = sequence.Description,
        Tags = Words.Join(sequence.Tags),
        Transport = sequence.Transport.ToString(),
        TimeZone = sequence.TimeZone,
        MaxGap = sequence.Rules.MaxGap,
        MaxJump = sequence.Rules.MaxJump,
        DuplicateMetres = sequence.Rules.DuplicateMetres,
        DuplicateDegrees = sequence.Rules.DuplicateDegrees,
        MaxSpeed = sequence.Rules.MaxSpeed,
        ZigZagMetres = sequence.Rules.ZigZagMetres,
        SpreadSeconds = sequence.Rules.SpreadSeconds,
        MixesCameras = sequence.Rules.MixesCameras,
        MaxPhotos = sequence.Rules.MaxPhotos,
        CreatedAt = Milliseconds.Of(sequence.CreatedAt),
    };

    /// <summary>The type that stands in a row. One that the user added stays what it was, also when its file is gone.</summary>
    public static TransportType TransportOf(string text) => TransportType.Parse(text) ?? UsersOwn(text);

    private static TransportType UsersOwn(string text) => text.Split('-', 2) is [var parent, var child] ? new TransportType(parent, child) : new TransportType("Other", text);

    public Sequence ToSequence() => new()
    {
        Id = Id,
        Uuid = Guid.Parse(Uuid),
        Name = Name,
        Description = Description,
        Tags = Words.Split(Tags),
        Transport = TransportOf(Transport),
        TimeZone = TimeZone,
        Rules = new SequencingRules
        {
            MaxGap = MaxGap,
            MaxJump = MaxJump,
            DuplicateMetres = DuplicateMetres,
            DuplicateDegrees = DuplicateDegrees,
            MaxSpeed = MaxSpeed,
            ZigZagMetres = ZigZagMetres,
            SpreadSeconds = SpreadSeconds,
            MixesCameras = MixesCameras,
            MaxPhotos = MaxPhotos,
        },
        CreatedAt = Milliseconds.ToInstant(CreatedAt),
    };
}
