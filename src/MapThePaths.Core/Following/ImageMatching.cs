using MapThePaths.Core.Catalog;
using MapThePaths.Core.Destinations;
using MapThePaths.Core.Geo;

namespace MapThePaths.Core.Following;

/// <summary>Tells which remote image is which photo: taken at the same millisecond and at the same place. Never by name, never the first hit.</summary>
internal static class ImageMatching
{
    /// <summary>Metres. Positions are sent with seven decimals, about a centimetre; the rest is for what services round.</summary>
    public const double SamePlace = 5;

    /// <returns>Each photo and each image at most once; the nearest pair wins.</returns>
    public static IReadOnlyList<(long PhotoId, RemoteImage Image)> Match(IReadOnlyList<PhotoToFind> photos, IReadOnlyList<RemoteImage> images)
    {
        var byTime = images.ToLookup(image => image.CapturedAt.ToUnixTimeMilliseconds());
        var pairs =
            from photo in photos
            from image in byTime[photo.TakenAt.ToUnixTimeMilliseconds()]
            let distance = Geodesy.Distance(photo.Position, image.Position)
            where distance <= SamePlace
            orderby distance
            select (photo.PhotoId, Image: image);
        HashSet<long> takenPhotos = [];
        HashSet<string> takenImages = [];
        return [.. pairs.Where(pair => !takenPhotos.Contains(pair.PhotoId) && takenImages.Add(pair.Image.Id) && takenPhotos.Add(pair.PhotoId))];
    }
}
