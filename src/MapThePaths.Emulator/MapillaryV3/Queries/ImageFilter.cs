using MapThePaths.Emulator.Geo;
using MapThePaths.Emulator.Identity;
using MapThePaths.Emulator.MapillaryV3.Pictures;

namespace MapThePaths.Emulator.MapillaryV3.Queries;

/// <summary>
/// The parameters of a search for images (§8.1); <c>lookat</c> and <c>min_quality_score</c> have nothing to go by here and are refused.
/// </summary>
internal sealed class ImageFilter
{
    private const double UsualRadius = 100;
    private readonly OwnerFilter _owner;
    private readonly BoundingBox? _box;
    private readonly SearchCircle? _circle;
    private readonly IReadOnlyList<string>? _imageKeys;
    private readonly bool? _panorama;

    public ImageFilter(QueryReader query, Accounts accounts)
    {
        _owner = new OwnerFilter(query, accounts);
        _box = query.Object("bbox", BoundingBox.Read);
        var radius = query.Measure("radius") ?? UsualRadius;
        _circle = query.Object("closeto", text => Circle(text, radius));
        _imageKeys = query.List("image_keys");
        _panorama = query.Flag("pano");
    }

    public bool Matches(Image image) =>
        _owner.Matches(image.Owner, image.SequenceKey, image.CapturedAt)
        && (_box is null || _box.Holds(image.Facts.Longitude, image.Facts.Latitude))
        && (_circle is null || _circle.Holds(image.Facts.Longitude, image.Facts.Latitude))
        && _imageKeys?.Contains(image.Key) != false
        && (_panorama is null || image.Facts.IsPanorama == _panorama);

    /// <summary>Longitude first (§1).</summary>
    private static SearchCircle? Circle(string text, double radius) =>
        text.Split(',') is [var longitude, var latitude] ? SearchCircle.Read(latitude, longitude, radius.ToString()) : null;
}
