using System.Text.Json.Serialization;
using MapThePaths.Core.Model;
using MapThePaths.Core.Sequencing;
using MapThePaths.Core.Sequencing.Edits;

namespace MapThePaths.App.Web.Edits;

/// <summary>One edit that the page wishes for.</summary>
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
internal abstract record EditRequest
{
    /// <summary>The wish that stands for an edit which a doctor proposes; null for a kind that none of them proposes.</summary>
    public static EditRequest? Of(SequenceEdit edit) => edit switch
    {
        ShiftTime shift => new ShiftTimeWish(shift.Seconds),
        SetTimeZone zone => new TimeZoneWish(zone.Zone),
        TurnHeadings turn => new HeadingOffsetWish(turn.Degrees),
        ChooseHeadings headings => new HeadingsWish(headings.Source),
        _ => null,
    };

    /// <param name="photos">Of the sequence.</param>
    /// <exception cref="UserMistakeException">A value cannot be understood, a file cannot be read, or there is no such photo.</exception>
    internal abstract Edit Make(IReadOnlyList<Photo> photos);
}

/// <param name="Files">Paths of GPX files.</param>
/// <param name="MaxGap">Seconds; absent for the usual.</param>
internal sealed record GeotagWish(IReadOnlyList<string> Files, double? MaxGap = null, bool SameSecond = false, bool OnlyMissing = false) : EditRequest
{
    internal override Edit Make(IReadOnlyList<Photo> photos)
    {
        if (Files.Count == 0)
        {
            throw new UserMistakeException("Choose a GPX track.");
        }

        return MaxGap is null or > 0
            ? new Geotag(Files, MaxGap ?? Geotag.UsualMaxGap, SameSecond, OnlyMissing) { Track = Track.Read(Files) }
            : throw new UserMistakeException("The longest gap in the track must be more than 0 seconds.");
    }
}

/// <param name="Seconds">Later; negative for earlier.</param>
internal sealed record ShiftTimeWish(double Seconds) : EditRequest
{
    internal override Edit Make(IReadOnlyList<Photo> photos) => new ShiftTime(Seconds);
}

/// <param name="Zone">An IANA name, <c>utc</c> or an offset.</param>
internal sealed record TimeZoneWish(string Zone) : EditRequest
{
    internal override Edit Make(IReadOnlyList<Photo> photos)
    {
        TimeZones.Parse(Zone);
        return new SetTimeZone(Zone);
    }
}

/// <param name="Least">Seconds or metres.</param>
internal sealed record SpaceWish(SpacedBy By, double Least) : EditRequest
{
    internal override Edit Make(IReadOnlyList<Photo> photos) => new Space(By, Least);
}

/// <param name="Metres">Farther than this from both neighbours.</param>
internal sealed record OutliersWish(OutlierMode Mode, double Metres) : EditRequest
{
    internal override Edit Make(IReadOnlyList<Photo> photos) => new TreatOutliers(Mode, Metres, KilometresPerHour: null);
}

/// <param name="Degrees">Clockwise.</param>
internal sealed record HeadingOffsetWish(double Degrees) : EditRequest
{
    internal override Edit Make(IReadOnlyList<Photo> photos) => new TurnHeadings(Degrees);
}

internal sealed record HeadingsWish(HeadingSource Source) : EditRequest
{
    internal override Edit Make(IReadOnlyList<Photo> photos) => new ChooseHeadings(Source);
}

/// <param name="Photos">Their ids.</param>
internal sealed record RemoveWish(IReadOnlyList<long> Photos) : EditRequest
{
    internal override Edit Make(IReadOnlyList<Photo> photos) => new RemovePhotos([.. Photos.Distinct().Select(id => Meant(id, photos))]);

    private static RemovedPhoto Meant(long id, IReadOnlyList<Photo> photos) => photos.FirstOrDefault(photo => photo.Id == id) is { } photo
        ? new RemovedPhoto(id, Path.GetFileName(photo.Path))
        : throw new UserMistakeException($"There is no photo {id} in the sequence.");
}

/// <param name="Latitude">Of the centre, degrees.</param>
/// <param name="Longitude">Of the centre, degrees.</param>
/// <param name="Metres">Radius.</param>
internal sealed record PrivacyWish(double Latitude, double Longitude, double Metres) : EditRequest
{
    internal override Edit Make(IReadOnlyList<Photo> photos) => new PrivacyZone(Latitude, Longitude, Metres);
}

internal sealed record TrimWish(SequenceEnd End, double Metres) : EditRequest
{
    internal override Edit Make(IReadOnlyList<Photo> photos) => new TrimEnd(End, Metres);
}
