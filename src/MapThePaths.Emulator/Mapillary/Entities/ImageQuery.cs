using System.Globalization;
using MapThePaths.Emulator.Geo;
using MapThePaths.Emulator.Wire;

namespace MapThePaths.Emulator.Mapillary.Entities;

/// <summary>The parameters of an image search, read and held to their limits (§9.1), times to ISO 8601 (§8.3). What is not documented is refused.</summary>
internal sealed record ImageQuery
{
    private const int MostImages = 2000;
    private const double WidestBox = 0.01;
    private const double LargestRadius = 50;
    private static readonly string[] TimeForms = ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];
    private static readonly HashSet<string> Known = new(StringComparer.Ordinal)
    {
        "access_token", "after", "bbox", "creator_username", "end_captured_at", "fields", "is_pano", "lat", "limit", "lng", "make", "model",
        "organization_id", "radius", "sequence_ids", "start_captured_at",
    };

    public string? CreatorUsername { get; private init; }

    public DateTimeOffset? Start { get; private init; }

    public DateTimeOffset? End { get; private init; }

    public BoundingBox? Box { get; private init; }

    public SearchCircle? Circle { get; private init; }

    public bool? IsPanorama { get; private init; }

    public string? Make { get; private init; }

    public string? Model { get; private init; }

    public string? OrganizationId { get; private init; }

    public IReadOnlyList<string>? SequenceIds { get; private init; }

    public int Limit { get; private init; } = MostImages;

    /// <summary>How many of the newest images earlier pages have given.</summary>
    public int Skip { get; private init; }

    /// <summary>The query, or what is wrong with it.</summary>
    public static (ImageQuery? Query, string? Wrong) Read(Call call)
    {
        var query = new ImageQuery
        {
            CreatorUsername = call.Query("creator_username"),
            Start = Time(call.Query("start_captured_at")),
            End = Time(call.Query("end_captured_at")),
            Box = BoundingBox.Read(call.Query("bbox")),
            Circle = SearchCircle.Read(call.Query("lat"), call.Query("lng"), call.Query("radius")),
            IsPanorama = bool.TryParse(call.Query("is_pano"), out var panorama) ? panorama : null,
            Make = call.Query("make"),
            Model = call.Query("model"),
            OrganizationId = call.Query("organization_id"),
            SequenceIds = call.Query("sequence_ids")?.Split(','),
            Limit = Number(call.Query("limit")) ?? (call.Query("limit") is null ? MostImages : 0),
            Skip = Number(call.Query("after")) ?? 0,
        };
        var wrong = query.WrongRead(call) ?? query.OverLimit();
        return wrong is null ? (query, null) : (null, wrong);
    }

    private string? WrongRead(Call call)
    {
        (string Name, bool Missing)[] all =
        [
            ("start_captured_at", Start is null),
            ("end_captured_at", End is null),
            ("bbox", Box is null),
            ("lat", Circle is null),
            ("lng", Circle is null),
            ("radius", Circle is null),
            ("is_pano", IsPanorama is null),
        ];
        return call.Request.Query.Keys.Where(name => !Known.Contains(name))
            .Concat(all.Where(one => one.Missing && call.Query(one.Name) is not null).Select(one => one.Name))
            .Select(name => $"Invalid parameter {name}")
            .FirstOrDefault();
    }

    private string? OverLimit()
    {
        if (Limit is < 1 or > MostImages)
        {
            return $"limit must be between 1 and {MostImages}";
        }

        if (Box is { } box && (box.Width >= WidestBox || box.Height >= WidestBox))
        {
            return "bbox must be smaller than 0.01 degrees square";
        }

        if (Circle is { Radius: > LargestRadius })
        {
            return "radius must be at most 50";
        }

        return (Make ?? Model) is not null && Box is null ? "make and model work only together with bbox" : null;
    }

    private static DateTimeOffset? Time(string? text) =>
        DateTimeOffset.TryParseExact(text, TimeForms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;

    private static int? Number(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
