using MapThePaths.Core.Catalog;
using MapThePaths.Core.Destinations;
using MapThePaths.Core.Geo;

namespace MapThePaths.Core.Following;

/// <summary>
/// Tells which remote image is which photo: taken at the same millisecond and at the same place, and by the same camera where several are
/// in question. Never by name, never the first hit.
/// </summary>
internal static class ImageMatching
{
    /// <summary>Metres. Positions are sent with seven decimals, about a centimetre; the rest is for what services round.</summary>
    public const double SamePlace = 5;

    /// <param name="photos">The photos of one part.</param>
    /// <param name="rivals">Photos of other parts that may own some of the images.</param>
    /// <returns>
    /// Of <paramref name="photos"/> each photo and each image at most once; a pair known from before wins, then one of the same camera, then the nearest.
    /// </returns>
    public static IReadOnlyList<(long PhotoId, RemoteImage Image)> Match(
        IReadOnlyList<PhotoToFind> photos, IReadOnlyList<PhotoToFind> rivals, IEnumerable<RemoteImage> images)
    {
        var byTime = images.ToLookup(image => image.CapturedAt.ToUnixTimeMilliseconds());
        var pairs =
            from candidate in photos.Select(photo => (Photo: photo, IsOwn: true)).Concat(rivals.Select(photo => (Photo: photo, IsOwn: false)))
            from image in byTime[candidate.Photo.TakenAt.ToUnixTimeMilliseconds()]
            let distance = Geodesy.Distance(candidate.Photo.Position, image.Position)
            where distance <= SamePlace
            orderby Kinship(candidate.Photo, image), distance
            select (candidate.Photo.PhotoId, candidate.IsOwn, Image: image);
        HashSet<long> takenPhotos = [];
        HashSet<string> takenImages = [];
        return [.. pairs
            .Where(pair => !takenPhotos.Contains(pair.PhotoId) && takenImages.Add(pair.Image.Id) && takenPhotos.Add(pair.PhotoId))
            .Where(pair => pair.IsOwn)
            .Select(pair => (pair.PhotoId, pair.Image))];
    }

    /// <summary>Both say which camera it was, and it was not the same one. Services may change the case, not more.</summary>
    public static bool IsOtherCamera(PhotoToFind photo, RemoteImage image) =>
        Differ(photo.Model, image.Model) || (Differ(photo.Make, image.Make) && photo.Model is null);

    // 0: known to be this photo's; 1: of the same camera; 2: nobody knows; 3: of another camera by its name.
    private static int Kinship(PhotoToFind photo, RemoteImage image)
    {
        if (photo.ImageId == image.Id)
        {
            return 0;
        }

        if (IsOtherCamera(photo, image))
        {
            return 3;
        }

        return photo.Model is not null && image.Model is not null ? 1 : 2;
    }

    private static bool Differ(string? first, string? second) =>
        first is not null && second is not null && !string.Equals(first.Trim(), second.Trim(), StringComparison.OrdinalIgnoreCase);
}
