using MapThePaths.Core.Geo;
using MapThePaths.Core.Model;
using MapThePaths.Imagery;

namespace MapThePaths.Core.Sequencing;

/// <summary>Gives photos without a heading the direction to the next photo; a heading that is there is never touched.</summary>
internal static class Headings
{
    /// <summary>The last photo of a run looks where the one before it looks; a photo alone gets none.</summary>
    public static Run Fill(Piece piece)
    {
        var photos = new ArrangedPhoto[piece.Photos.Count];
        for (var i = 0; i < photos.Length; i++)
        {
            var photo = piece.Photos[i];
            var before = photos.ElementAtOrDefault(i - 1);
            photos[i] = (photo.Heading, i + 1 < photos.Length) switch
            {
                ({ } own, _) => Arranged(photo, own, photo.HeadingReference),
                (null, true) => Arranged(photo, ToNext(photo, piece.Photos[i + 1]), NorthReference.TrueNorth),
                _ => Arranged(photo, before?.Heading, before?.HeadingReference ?? NorthReference.Unknown),
            };
        }

        return new Run(piece.Cut, photos) { Measure = piece.Measure };
    }

    private static double ToNext(EditedPhoto photo, EditedPhoto next) =>
        Geodesy.Normalize(Geodesy.Bearing(photo.Position!.Value, next.Position!.Value) + photo.Turn);

    private static ArrangedPhoto Arranged(EditedPhoto photo, double? heading, NorthReference north) => new(
        photo.Photo,
        photo.TakenAt!.Value,
        photo.Position!.Value,
        photo.Altitude,
        heading,
        WarningsOf(photo, heading, north))
    {
        HeadingReference = north,
        Turn = photo.Heading is null && heading is not null ? photo.Turn : null,
        IsRetimed = photo.IsRetimed,
    };

    // The camera's heading may be magnetic, and this one not.
    private static IReadOnlyList<string> WarningsOf(EditedPhoto photo, double? heading, NorthReference north)
    {
        var warnings = photo.Heading is null && heading is not null ? photo.WithWarning(Reason.HeadingComputed) : photo.Warnings;
        return north != NorthReference.MagneticNorth && warnings.Contains(Reason.HeadingMagnetic.Code)
            ? [.. warnings.Where(warning => warning != Reason.HeadingMagnetic.Code)]
            : warnings;
    }
}
