using MapThePaths.Core.Model;

namespace MapThePaths.App.Web.Photos;

/// <summary>
/// The photos of a sequence, a column a fact, so that many stay small: one entry a photo in each, in the order of the runs, those that are
/// left out last and by path.
/// </summary>
internal sealed record PhotoColumns
{
    /// <summary>0 for a file that could not be read at all.</summary>
    public required long[] Ids { get; init; }

    public required string[] Names { get; init; }

    public required double?[] Latitudes { get; init; }

    public required double?[] Longitudes { get; init; }

    /// <summary>Degrees clockwise; from which north, the photo's facts tell.</summary>
    public required double?[] Headings { get; init; }

    /// <summary>Metres; above what, the photo's facts tell.</summary>
    public required double?[] Altitudes { get; init; }

    public required DateTimeOffset?[] TakenAt { get; init; }

    public required string[] Projections { get; init; }

    /// <summary>Number of the photo's run, from 0; -1 when it is left out.</summary>
    public required int[] Runs { get; init; }

    /// <summary>Why each run begins: a reason's code.</summary>
    public required string[] Cuts { get; init; }

    /// <summary>Why a photo is left out: a reason's code.</summary>
    public required string?[] Reasons { get; init; }

    /// <summary>Words for every code among reasons and warnings.</summary>
    public required IReadOnlyDictionary<string, string> ReasonTexts { get; init; }

    public required IReadOnlyList<string>[] Warnings { get; init; }

    /// <param name="captures">What the cameras say of the photos that are left out, by id.</param>
    public static PhotoColumns Of(ArrangedSequence arranged, IReadOnlyDictionary<long, Capture> captures)
    {
        var rows = arranged.Runs
            .SelectMany((run, number) => run.Photos.Select(photo => Row.Of(photo, number)))
            .Concat(arranged.LeftOut.Select(left => Row.Of(left, captures)))
            .ToArray();
        var reasons = rows.Select(row => row.Reason).OfType<string>().Concat(rows.SelectMany(row => row.Warnings)).Distinct(StringComparer.Ordinal).Select(Reason.Of).ToList();
        return new PhotoColumns
        {
            Ids = Array.ConvertAll(rows, row => row.Id),
            Names = Array.ConvertAll(rows, row => row.Name),
            Latitudes = Array.ConvertAll(rows, row => row.Latitude),
            Longitudes = Array.ConvertAll(rows, row => row.Longitude),
            Headings = Array.ConvertAll(rows, row => row.Heading),
            Altitudes = Array.ConvertAll(rows, row => row.Altitude),
            TakenAt = Array.ConvertAll(rows, row => row.TakenAt),
            Projections = Array.ConvertAll(rows, row => row.Projection),
            Runs = Array.ConvertAll(rows, row => row.Run),
            Cuts = [.. arranged.Runs.Select(run => run.Cut.Code)],
            Reasons = Array.ConvertAll(rows, row => row.Reason),
            ReasonTexts = reasons.ToDictionary(reason => reason.Code, reason => reason.Meaning, StringComparer.Ordinal),
            Warnings = Array.ConvertAll(rows, row => row.Warnings),
        };
    }

    private readonly record struct Row(
        long Id,
        string Name,
        double? Latitude,
        double? Longitude,
        double? Heading,
        double? Altitude,
        DateTimeOffset? TakenAt,
        string Projection,
        int Run,
        string? Reason,
        IReadOnlyList<string> Warnings)
    {
        private const int LeftOut = -1;

        public static Row Of(ArrangedPhoto photo, int run) => new(
            photo.Photo.Id,
            Path.GetFileName(photo.Photo.Path),
            Degrees(photo.Position.Latitude),
            Degrees(photo.Position.Longitude),
            photo.Heading is { } heading ? Math.Round(heading, 2) : null,
            photo.Altitude is { } altitude ? Math.Round(altitude, 2) : null,
            photo.TakenAt.ToDateTimeOffset(),
            photo.Photo.Capture.Projection,
            run,
            Reason: null,
            photo.Warnings);

        public static Row Of(LeftOut left, IReadOnlyDictionary<long, Capture> captures)
        {
            var capture = left.PhotoId is { } id && captures.TryGetValue(id, out var known) ? known : new Capture();
            var place = left.Position ?? capture.Position;
            return new Row(
                left.PhotoId ?? 0,
                Path.GetFileName(left.Path),
                place is { } here ? Degrees(here.Latitude) : null,
                place is { } there ? Degrees(there.Longitude) : null,
                capture.Heading,
                capture.Altitude,
                capture.TakenAt?.ToDateTimeOffset(),
                capture.Projection,
                LeftOut,
                left.Reason.Code,
                capture.Warnings);
        }

        // A centimetre.
        private static double Degrees(double degrees) => Math.Round(degrees, 7);
    }
}
