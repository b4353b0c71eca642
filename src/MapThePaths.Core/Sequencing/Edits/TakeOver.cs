using MapThePaths.Core.Geo;
using MapThePaths.Core.Model;
using NodaTime;

namespace MapThePaths.Core.Sequencing.Edits;

/// <summary>Facts of single photos as another program, or an export, has them.</summary>
/// <param name="File">Where they were read, for people.</param>
public sealed record TakeOver(string File, IReadOnlyList<TakenOver> Photos) : Edit
{
    /// <summary>Metres; what files give is rounded.</summary>
    private const double SamePosition = 0.1;

    public override string Text => $"places, times and headings of {Photos.Count} {(Photos.Count == 1 ? "photo" : "photos")} as in {File}";

    /// <summary>What the record has otherwise than the photos; null when nothing.</summary>
    public static TakeOver? Of(string file, IEnumerable<(RecordedPhoto Recorded, Photo Photo)> photos)
    {
        var taken = photos.Select(pair => Differences(pair.Recorded, pair.Photo)).OfType<TakenOver>().ToList();
        return taken.Count > 0 ? new TakeOver(file, taken) : null;
    }

    public override EditResult Apply(IReadOnlyList<EditedPhoto> photos)
    {
        var facts = Photos.ToDictionary(photo => photo.Id);
        return EditResult.Each(photos, photo => facts.TryGetValue(photo.Photo.Id, out var taken) ? taken.ApplyTo(photo) : photo);
    }

    private static TakenOver? Differences(RecordedPhoto recorded, Photo photo)
    {
        var capture = photo.Capture;
        var isMoved = recorded.Position is { } place && (capture.Position is not { } before || Geodesy.Distance(before, place) > SamePosition);
        var taken = new TakenOver(
            photo.Id,
            isMoved ? recorded.Position!.Value.Latitude : null,
            isMoved ? recorded.Position!.Value.Longitude : null,
            isMoved || (capture.Altitude is null && recorded.Position is not null) ? recorded.Altitude : null,
            recorded.Heading is { } heading && (capture.Heading is not { } own || Geodesy.AngleBetween(own, heading) > Geodesy.SameAngle) ? Geodesy.Normalize(heading) : null,
            recorded.TakenAt is { } time && time != capture.TakenAt ? time.ToUnixTimeMilliseconds() : null);
        return taken == new TakenOver(photo.Id, Latitude: null, Longitude: null, Altitude: null, Heading: null, TakenAt: null) ? null : taken;
    }
}

/// <summary>What is null stays.</summary>
/// <param name="TakenAt">Milliseconds since 1970, UTC.</param>
public sealed record TakenOver(long Id, double? Latitude, double? Longitude, double? Altitude, double? Heading, long? TakenAt)
{
    internal EditedPhoto ApplyTo(EditedPhoto photo)
    {
        var placed = photo with
        {
            Position = Latitude is { } latitude && Longitude is { } longitude ? new GeoPoint(latitude, longitude) : photo.Position,
            Altitude = Altitude ?? photo.Altitude,
            Heading = Heading ?? photo.Heading,
        };
        return TakenAt is { } time && photo.TakenAt is { } before ? placed.Shifted(Instant.FromUnixTimeMilliseconds(time) - before) : placed;
    }
}
