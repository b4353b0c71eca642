using MapThePaths.Core.Geo;
using MapThePaths.Core.Model;
using MapThePaths.Imagery;
using NodaTime;

namespace MapThePaths.Core.Sequencing;

/// <summary>A photo as the edits so far have made it. Facts may still be missing: a later edit may give them.</summary>
public sealed record EditedPhoto
{
    private static readonly Instant Year2000 = Instant.FromUtc(2000, 1, 1, 0, 0);

    private EditedPhoto(Photo photo) => Photo = photo;

    /// <summary>With the camera's own facts, which edits never change.</summary>
    public Photo Photo { get; }

    /// <summary>The zone in which a camera clock without one is read; null when nobody knows it, and then it is read as UTC.</summary>
    public DateTimeZone? Zone { get; private init; }

    /// <summary>Null when the camera gave no time at all.</summary>
    public Instant? TakenAt { get; private init; }

    /// <summary>How far the time was moved, by rules and edits.</summary>
    public Duration Moved { get; private init; }

    /// <summary>Whether an edit has set the time.</summary>
    public bool IsRetimed { get; private init; }

    public GeoPoint? Position { get; init; }

    /// <summary>Null Island is no position.</summary>
    public bool HasPosition => Position is { IsNullIsland: false };

    /// <summary>Metres; null when unknown.</summary>
    public double? Altitude { get; init; }

    /// <summary>Degrees clockwise, 0 ≤ x &lt; 360; null when it is to be computed from the next photo.</summary>
    public double? Heading { get; init; }

    /// <summary>A heading that an edit has set goes from true north.</summary>
    public NorthReference HeadingReference => Heading is { } heading && Photo.Capture.Heading is { } own && Geodesy.AngleBetween(own, heading) <= Geodesy.SameAngle
        ? Photo.Capture.HeadingReference
        : NorthReference.TrueNorth;

    /// <summary>Degrees clockwise by which a computed heading is turned, for cameras that look to the side.</summary>
    public double Turn { get; init; }

    /// <summary>Codes of doubts.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>Why it cannot stand in a sequence; null when it can.</summary>
    public Reason? WhyUnusable => this switch
    {
        { Position: null } => Reason.NoPosition,
        { Position.IsNullIsland: true } => Reason.NullIsland,
        { TakenAt: null } => Reason.NoCaptureTime,
        _ => null,
    };

    public LeftOut LeaveOut(Reason reason) => new(Photo.Path, reason, Photo.Id) { Position = Position };

    /// <summary>Its time is a camera clock's whose zone nobody knows.</summary>
    public bool LacksZone => Zone is null && IsByClock;

    /// <summary>Whether its time is that of the camera's clock alone.</summary>
    public bool IsByClock => Photo.Capture is { TakenAt: null, CameraTime: not null };

    internal CameraLine Line => CameraLine.Of(Photo);

    /// <param name="zone">Of a clock that says none; null when unknown.</param>
    public static EditedPhoto From(Photo photo, DateTimeZone? zone)
    {
        var taken = new EditedPhoto(photo)
        {
            TakenAt = CameraClocks.TakenAt(photo.Capture, DateTimeZone.Utc),
            Position = photo.Capture.Position,
            Altitude = photo.Capture.Altitude,
            Heading = photo.Capture.Heading,
            Warnings = photo.Capture.Warnings,
        };
        return zone is null ? taken : taken.In(zone);
    }

    /// <summary>Later by <paramref name="duration"/>, by the user's wish.</summary>
    public EditedPhoto Shifted(Duration duration)
    {
        if (duration == Duration.Zero || TakenAt is null)
        {
            return this;
        }

        var shifted = MovedBy(duration) with { IsRetimed = true };
        return shifted with { Warnings = [.. Warnings.Where(warning => !shifted.HasMended(warning))] };
    }

    /// <summary>Where a track was then; what was doubtful about the place is so no more.</summary>
    internal EditedPhoto PlacedAt(GeoPoint position, double? altitude) => Without(Reason.HemisphereUnknown, Reason.GpsWithoutFix) with
    {
        Position = position,
        Altitude = altitude ?? Altitude,
    };

    /// <param name="imported">When nothing of the sequence had still to be taken.</param>
    internal EditedPhoto JudgedAt(Instant imported) => IsRetimed && TakenAt <= imported ? Without(Reason.TimeInFuture) : this;

    /// <summary>Later by a few milliseconds, so that no two photos have the same time.</summary>
    internal EditedPhoto Spread(Duration duration) =>
        duration == Duration.Zero ? this : MovedBy(duration) with { Warnings = WithWarning(Reason.TimeSpread) };

    /// <summary>With its camera's clock read in another zone; a time that the camera gave with a zone, or by GPS, stays.</summary>
    public EditedPhoto In(DateTimeZone zone) => !IsByClock ? this : this with
    {
        Zone = zone,
        TakenAt = CameraClocks.TakenAt(Photo.Capture, zone)!.Value + Moved,
        Warnings = Without(Reason.TimeZoneUnknown).Warnings,
    };

    internal IReadOnlyList<string> WithWarning(Reason reason) => Warnings.Contains(reason.Code) ? Warnings : [.. Warnings, reason.Code];

    private EditedPhoto Without(params IEnumerable<Reason> doubts) => this with { Warnings = [.. Warnings.Except(doubts.Select(doubt => doubt.Code))] };

    private bool HasMended(string doubt) =>
        (doubt == Reason.GpsDateOff.Code && IsNearItsClock) || (doubt == Reason.TimeBefore2000.Code && TakenAt >= Year2000);

    // No zone is farther from UTC.
    private bool IsNearItsClock => Photo.Capture.CameraTime is { } clock && Math.Abs((clock.InUtc().ToInstant() - TakenAt!.Value).TotalHours) <= 14.1;

    private EditedPhoto MovedBy(Duration duration) => this with { Moved = Moved + duration, TakenAt = TakenAt + duration };
}

/// <summary>What photos of one line have in common: one camera, one picture size.</summary>
internal readonly record struct CameraLine(string? Make, string? Model, string? Id, int Width, int Height)
{
    private const string Unsafe = "\"'`$\\!%";

    /// <summary>The same for all picture sizes of a camera.</summary>
    public CameraLine Body => this with { Width = 0, Height = 0 };

    /// <summary>
    /// Make and model; <c>unknown</c> without either. What a shell would take for its own in quotes is left out, since commands are shown for
    /// copying and the words come from a file.
    /// </summary>
    private string Name => Plain(Make, Model) is { Length: > 0 } name ? name : "unknown";

    /// <summary>With the camera's id.</summary>
    private string FullName => Plain(Name, Id);

    public bool IsNamed(string camera) =>
        string.Equals(camera, Name, StringComparison.OrdinalIgnoreCase) || string.Equals(camera, FullName, StringComparison.OrdinalIgnoreCase);

    /// <summary>The shortest name that no other of these cameras has.</summary>
    public string NameAmong(IReadOnlyCollection<CameraLine> cameras)
    {
        var (body, name) = (Body, Name);
        return cameras.Any(other => other.Body != body && other.IsNamed(name)) ? FullName : name;
    }

    public static CameraLine Of(Photo photo) =>
        new(photo.Capture.Make, photo.Capture.Model, photo.Capture.CameraId, photo.Capture.Width, photo.Capture.Height);

    private static string Plain(params IEnumerable<string?> words) => string.Join(' ', string.Join(' ', words)
        .Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Select(word => string.Concat(word.Where(letter => !char.IsControl(letter) && !Unsafe.Contains(letter))))
        .Where(word => word.Length > 0));
}
