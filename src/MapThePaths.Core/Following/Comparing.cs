using MapThePaths.Core.Catalog;
using MapThePaths.Core.Destinations;
using MapThePaths.Core.Geo;
using MapThePaths.Core.Model;
using NodaTime;

namespace MapThePaths.Core.Following;

/// <summary>Compares what was sent with what a look shows, photo by photo. Pure.</summary>
internal static class Comparing
{
    /// <summary>An image this near in time, at a photo's very place and nobody else's, is taken for that photo with a changed time.</summary>
    private static readonly Duration NearInTime = Duration.FromSeconds(1);

    public static IReadOnlyList<PhotoFinding> Compare(Look look)
    {
        var found = look.Found.ToDictionary(pair => pair.PhotoId, pair => pair.Image);
        var claimed = look.Found.Select(pair => pair.Image.Id).Concat(look.Photos.Select(photo => photo.ImageId).OfType<string>()).ToHashSet(StringComparer.Ordinal);
        var images = look.Images.DistinctBy(image => image.Id).ToDictionary(image => image.Id);
        return [.. look.Photos.Select(photo => found.TryGetValue(photo.PhotoId, out var image)
            ? OfItsImage(photo, image)
            : OfAnotherImage(photo, images, claimed))];
    }

    private static PhotoFinding OfItsImage(PhotoToFind photo, RemoteImage image)
    {
        if (ImageMatching.IsOtherCamera(photo, image))
        {
            return Finding(photo, image, Reason.ShownWithOtherCamera);
        }

        return Finding(photo, image, photo.ImageId is { } known && known != image.Id ? Reason.ImageReplaced : null);
    }

    // It is not where and when it should be; perhaps the image known from before is, or one that nothing else explains.
    private static PhotoFinding OfAnotherImage(PhotoToFind photo, Dictionary<string, RemoteImage> images, HashSet<string> claimed)
    {
        if (photo.ImageId is { } known)
        {
            return images.TryGetValue(known, out var moved)
                ? Finding(photo, moved, moved.CapturedAt == photo.TakenAt ? Reason.ShownElsewhere : Reason.ShownAtOtherTime)
                : new PhotoFinding(photo.PhotoId, photo.Path, known, Reason.ImageGone, Metres: null, Seconds: null);
        }

        var free = images.Values.Where(image => !claimed.Contains(image.Id) && !ImageMatching.IsOtherCamera(photo, image)).ToList();
        if (free.Where(image => image.CapturedAt == photo.TakenAt).MinBy(image => Distance(photo, image)) is { } elsewhere)
        {
            claimed.Add(elsewhere.Id);
            return Finding(photo, elsewhere, Reason.ShownElsewhere);
        }

        if (free.Where(image => Distance(photo, image) <= ImageMatching.SamePlace && Lag(photo, image) <= NearInTime).MinBy(image => Lag(photo, image)) is { } atOtherTime)
        {
            claimed.Add(atOtherTime.Id);
            return Finding(photo, atOtherTime, Reason.ShownAtOtherTime);
        }

        return new PhotoFinding(photo.PhotoId, photo.Path, ImageId: null, Reason.NotShown, Metres: null, Seconds: null);
    }

    private static PhotoFinding Finding(PhotoToFind photo, RemoteImage image, Reason? difference) => new(
        photo.PhotoId, photo.Path, image.Id, difference, Distance(photo, image), (image.CapturedAt - photo.TakenAt).TotalSeconds);

    private static double Distance(PhotoToFind photo, RemoteImage image) => Geodesy.Distance(photo.Position, image.Position);

    private static Duration Lag(PhotoToFind photo, RemoteImage image) =>
        image.CapturedAt >= photo.TakenAt ? image.CapturedAt - photo.TakenAt : photo.TakenAt - image.CapturedAt;
}
