using MapThePaths.Core.Geo;
using MapThePaths.Core.Model;

namespace MapThePaths.Core.Sequencing.Edits;

/// <summary>Leaves out every photo taken in a circle, such as around a home.</summary>
/// <param name="Latitude">Of the centre, degrees.</param>
/// <param name="Longitude">Of the centre, degrees.</param>
/// <param name="Metres">Radius; a photo on the circle is in it.</param>
public sealed record PrivacyZone(double Latitude, double Longitude, double Metres) : Edit
{
    public override string Text => $"no photos within {Metres:0.###} m of {Latitude:0.######}, {Longitude:0.######}";

    public override EditResult Apply(IReadOnlyList<EditedPhoto> photos)
    {
        var centre = new GeoPoint(Latitude, Longitude);
        return EditResult.Without(photos, photos.Where(photo => photo.Position is { } position && Geodesy.Distance(centre, position) <= Metres), Reason.InPrivacyZone);
    }

    public override string? WhyRefused(IReadOnlyList<EditedPhoto> photos) =>
        Math.Abs(Latitude) <= 90 && Math.Abs(Longitude) <= 180 && Metres > 0 && double.IsFinite(Metres)
            ? null
            : "A privacy zone has a latitude of -90 to 90 degrees, a longitude of -180 to 180, and a radius of more than 0 metres.";
}
