using MapThePaths.Core.Catalog;
using MapThePaths.Core.Geo;
using MapThePaths.Core.Model;

namespace MapThePaths.Core.Preparing;

/// <summary>Tells whether a photo that a destination has would be sent otherwise today. Pure.</summary>
internal static class Corrections
{
    /// <summary>Metres; what is written has seven decimals, about a centimetre.</summary>
    private const double SamePosition = 0.1;

    /// <summary>Degrees.</summary>
    private const double SameHeading = 1;

    /// <summary>In the order of the table of reasons; empty when place, time, heading and picture are as they were sent.</summary>
    public static IReadOnlyList<Reason> Of(ArrangedPhoto photo, LedgerEntry sent)
    {
        List<Reason> corrections = [];
        if (Geodesy.Distance(photo.Position, sent.Position) > SamePosition)
        {
            corrections.Add(Reason.SentWithOtherPosition);
        }

        if (HasOtherTime(photo, sent))
        {
            corrections.Add(Reason.SentWithOtherTime);
        }

        if (HasOtherHeading(photo, sent))
        {
            corrections.Add(Reason.SentWithOtherHeading);
        }

        if (sent.HasOtherPicture)
        {
            corrections.Add(Reason.SentWithOtherPicture);
        }

        return corrections;
    }

    // A time that keeps photos of the same second apart follows its neighbours.
    private static bool HasOtherTime(ArrangedPhoto photo, LedgerEntry sent) => photo.Warnings.Contains(Reason.TimeSpread.Code)
        ? photo.TakenAt.ToUnixTimeSeconds() != sent.TakenAt.ToUnixTimeSeconds()
        : photo.TakenAt.ToUnixTimeMilliseconds() != sent.TakenAt.ToUnixTimeMilliseconds();

    // A computed heading follows the photo's neighbours: a dropped one turns it, and nobody has corrected anything. Only what an edit turns it by counts,
    // and that it is computed now and was the camera's then.
    private static bool HasOtherHeading(ArrangedPhoto photo, LedgerEntry sent) => (photo.Turn, sent.Turn) switch
    {
        ({ } turn, { } before) => Differ(turn, before),
        ({ }, null) when photo.Photo.Capture.Heading is null => false,
        _ => photo.Heading is { } heading && sent.Heading is { } before && Differ(heading, before),
    };

    private static bool Differ(double one, double other) => Geodesy.AngleBetween(one, other) > SameHeading;
}
