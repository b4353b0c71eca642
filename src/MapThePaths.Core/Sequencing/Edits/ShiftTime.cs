using NodaTime;

namespace MapThePaths.Core.Sequencing.Edits;

/// <summary>Moves the time of photos: the camera's clock was wrong by the same amount all along (mtpdu.md §10).</summary>
/// <param name="Seconds">Later; negative for earlier. Milliseconds count.</param>
public sealed record ShiftTime(double Seconds) : CameraEdit
{
    /// <summary>About ten years: more than a battery that was empty makes a clock wrong.</summary>
    public const double MostSeconds = 10 * 366 * 86_400d;

    protected override string What => $"times {Math.Abs(Seconds):0.###} s {(Seconds < 0 ? "earlier" : "later")}";

    protected override Func<EditedPhoto, EditedPhoto> Change()
    {
        var duration = Duration.FromMilliseconds((long)Math.Round(Seconds * 1000));
        return photo => photo.Shifted(duration);
    }

    protected override string? WhyWrong(IReadOnlyList<EditedPhoto> photos) =>
        double.IsFinite(Seconds) && Math.Abs(Seconds) is > 0 and <= MostSeconds ? null : $"A time shift is a number of seconds other than 0, at most {MostSeconds:0}.";
}
