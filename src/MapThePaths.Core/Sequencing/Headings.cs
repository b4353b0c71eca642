using MapThePaths.Core.Geo;
using MapThePaths.Core.Model;

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
            photos[i] = Arranged(photo, photo.Heading ?? (i + 1 < photos.Length ? ToNext(photo, piece.Photos[i + 1]) : photos.ElementAtOrDefault(i - 1)?.Heading));
        }

        return new Run(piece.Cut, photos) { Measure = piece.Measure };
    }

    private static double ToNext(EditedPhoto photo, EditedPhoto next) =>
        Geodesy.Normalize(Geodesy.Bearing(photo.Position!.Value, next.Position!.Value) + photo.Turn);

    private static ArrangedPhoto Arranged(EditedPhoto photo, double? heading) => new(
        photo.Photo,
        photo.TakenAt!.Value,
        photo.Position!.Value,
        photo.Altitude,
        heading,
        photo.Heading is null && heading is not null ? photo.WithWarning(Reason.HeadingComputed) : photo.Warnings)
    {
        IsRetimed = photo.IsRetimed,
    };
}
