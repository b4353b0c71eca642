using System.Text.Json.Serialization;
using MapThePaths.Core.Model;
using MapThePaths.Core.Sequencing;
using MapThePaths.Core.Sequencing.Edits;

namespace MapThePaths.App.Web.Edits;

/// <summary>An edit that the page wishes for, or several in place of others.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(GeotagWish), "geotag")]
[JsonDerivedType(typeof(ShiftTimeWish), "shift_time")]
[JsonDerivedType(typeof(TimeZoneWish), "time_zone")]
[JsonDerivedType(typeof(SpaceWish), "space")]
[JsonDerivedType(typeof(OutliersWish), "outliers")]
[JsonDerivedType(typeof(HeadingOffsetWish), "heading_offset")]
[JsonDerivedType(typeof(HeadingsWish), "headings")]
[JsonDerivedType(typeof(RemoveWish), "remove")]
[JsonDerivedType(typeof(PrivacyWish), "privacy")]
[JsonDerivedType(typeof(TrimWish), "trim")]
[JsonDerivedType(typeof(InsteadWish), "instead")]
internal abstract record EditRequest
{
    /// <summary>The wish that stands for an edit which a doctor proposes; null for a kind that none of them proposes.</summary>
    public static EditRequest? Of(SequenceEdit edit) => edit switch
    {
        Geotag track => new GeotagWish(track.Files, track.MaxGap, track.SameSecond, track.OnlyMissing),
        ShiftTime shift => new ShiftTimeWish(shift.Seconds, shift.Camera),
        SetTimeZone zone => new TimeZoneWish(zone.Zone, zone.Camera),
        TurnHeadings turn => new HeadingOffsetWish(turn.Degrees, turn.Camera),
        ChooseHeadings headings => new HeadingsWish(headings.Source, headings.Camera),
        _ => null,
    };

    /// <summary>So many of the edits that were made last are taken back first.</summary>
    [JsonIgnore]
    internal virtual int UndoFirst => 0;

    /// <param name="photos">Of the sequence.</param>
    /// <exception cref="UserMistakeException">A value cannot be understood, a file cannot be read, or there is no such photo.</exception>
    internal abstract IReadOnlyList<Edit> Make(IReadOnlyList<Photo> photos);
}

/// <param name="Files">Paths of GPX files.</param>
/// <param name="MaxGap">Seconds; absent for the usual.</param>
internal sealed record GeotagWish(IReadOnlyList<string> Files, double? MaxGap = null, bool SameSecond = false, bool OnlyMissing = false) : EditRequest
{
    internal override IReadOnlyList<Edit> Make(IReadOnlyList<Photo> photos)
    {
        if (Files.Count == 0)
        {
            throw new UserMistakeException("Choose a GPX track.");
        }

        return MaxGap is null or > 0
            ? [new Geotag(Files, MaxGap ?? Geotag.UsualMaxGap, SameSecond, OnlyMissing) { Track = Track.Read(Files) }]
            : throw new UserMistakeException("The longest gap in the track must be more than 0 seconds.");
    }
}

/// <param name="Seconds">Later; negative for earlier.</param>
/// <param name="Camera">Only photos of this one; absent for all.</param>
internal sealed record ShiftTimeWish(double Seconds, string? Camera = null) : EditRequest
{
    internal override IReadOnlyList<Edit> Make(IReadOnlyList<Photo> photos) => [new ShiftTime(Seconds) { Camera = Camera }];
}

/// <param name="Zone">An IANA name, <c>utc</c> or an offset.</param>
/// <param name="Camera">Only photos of this one; absent for all.</param>
internal sealed record TimeZoneWish(string Zone, string? Camera = null) : EditRequest
{
    internal override IReadOnlyList<Edit> Make(IReadOnlyList<Photo> photos)
    {
        TimeZones.Parse(Zone);
        return [new SetTimeZone(Zone) { Camera = Camera }];
    }
}

/// <param name="Least">Seconds or metres.</param>
internal sealed record SpaceWish(SpacedBy By, double Least) : EditRequest
{
    internal override IReadOnlyList<Edit> Make(IReadOnlyList<Photo> photos) => [new Space(By, Least)];
}

/// <param name="Metres">Farther than this from both neighbours; absent for no such limit.</param>
/// <param name="KilometresPerHour">Faster than this from both neighbours; absent for no such limit.</param>
internal sealed record OutliersWish(OutlierMode Mode, double? Metres = null, double? KilometresPerHour = null) : EditRequest
{
    internal override IReadOnlyList<Edit> Make(IReadOnlyList<Photo> photos) => [new TreatOutliers(Mode, Metres, KilometresPerHour)];
}

/// <param name="Degrees">Clockwise.</param>
/// <param name="Camera">Only photos of this one; absent for all.</param>
internal sealed record HeadingOffsetWish(double Degrees, string? Camera = null) : EditRequest
{
    internal override IReadOnlyList<Edit> Make(IReadOnlyList<Photo> photos) => [new TurnHeadings(Degrees) { Camera = Camera }];
}

/// <param name="Camera">Only photos of this one; absent for all.</param>
internal sealed record HeadingsWish(HeadingSource Source, string? Camera = null) : EditRequest
{
    internal override IReadOnlyList<Edit> Make(IReadOnlyList<Photo> photos) => [new ChooseHeadings(Source) { Camera = Camera }];
}

/// <param name="Photos">Their ids.</param>
internal sealed record RemoveWish(IReadOnlyList<long> Photos) : EditRequest
{
    internal override IReadOnlyList<Edit> Make(IReadOnlyList<Photo> photos) => [new RemovePhotos([.. Photos.Distinct().Select(id => Meant(id, photos))])];

    private static RemovedPhoto Meant(long id, IReadOnlyList<Photo> photos) => photos.FirstOrDefault(photo => photo.Id == id) is { } photo
        ? new RemovedPhoto(id, Path.GetFileName(photo.Path))
        : throw new UserMistakeException($"There is no photo {id} in the sequence.");
}

/// <param name="Latitude">Of the centre, degrees.</param>
/// <param name="Longitude">Of the centre, degrees.</param>
/// <param name="Metres">Radius.</param>
internal sealed record PrivacyWish(double Latitude, double Longitude, double Metres) : EditRequest
{
    internal override IReadOnlyList<Edit> Make(IReadOnlyList<Photo> photos) => [new PrivacyZone(Latitude, Longitude, Metres)];
}

internal sealed record TrimWish(SequenceEnd End, double Metres) : EditRequest
{
    internal override IReadOnlyList<Edit> Make(IReadOnlyList<Photo> photos) => [new TrimEnd(End, Metres)];
}

/// <summary>Edits in place of those that were made last, as a doctor proposes them.</summary>
/// <param name="Undo">So many are taken back.</param>
/// <param name="Edits">In the order in which they are made.</param>
internal sealed record InsteadWish(int Undo, IReadOnlyList<EditRequest> Edits) : EditRequest
{
    [JsonIgnore]
    internal override int UndoFirst => Math.Max(0, Undo);

    internal override IReadOnlyList<Edit> Make(IReadOnlyList<Photo> photos) => [.. Edits.SelectMany(edit => edit.Make(photos))];
}
