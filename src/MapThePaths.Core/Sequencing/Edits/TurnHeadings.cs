using MapThePaths.Core.Geo;

namespace MapThePaths.Core.Sequencing.Edits;

/// <summary>Turns headings by the same angle, also those that are computed later (mtpdu.md §16): 355° + 10° is 5°.</summary>
/// <param name="Degrees">Clockwise; negative for the other way round.</param>
public sealed record TurnHeadings(double Degrees) : CameraEdit
{
    protected override string What => $"headings turned by {Degrees:+0.###;-0.###;0}°";

    protected override Func<EditedPhoto, EditedPhoto> Change() => photo => photo.Heading is { } heading
        ? photo with { Heading = Geodesy.Normalize(heading + Degrees) }
        : photo with { Turn = Geodesy.Normalize(photo.Turn + Degrees) };

    protected override string? WhyWrong(IReadOnlyList<EditedPhoto> photos) =>
        double.IsFinite(Degrees) && Math.Abs(Degrees) is > 0 and <= 360 ? null : "Headings are turned by -360 to 360 degrees, other than 0.";
}
