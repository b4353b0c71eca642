using MapThePaths.App.Services;
using MapThePaths.App.Web.Edits;
using MapThePaths.Core.Model;

namespace MapThePaths.App.Web.Sequences;

/// <summary>What would be sent to a destination, readable before the first byte.</summary>
/// <param name="Refusal">Why nothing may be sent there at all.</param>
/// <param name="Obstacle">What else stands against sending.</param>
/// <param name="Photos">That would be sent.</param>
/// <param name="AlreadyThere">Of them, how many the destination has already; these are not sent again.</param>
/// <param name="Corrected">Of those, how many would be sent otherwise today.</param>
/// <param name="Looser">Limits under which it would be cut at no pause and no jump; absent where it is cut at none.</param>
/// <param name="Proposals">What looks wrong with clocks and compasses.</param>
internal sealed record PlanView(
    string Destination,
    ReasonView? Refusal,
    bool NeedsTimeZone,
    string? Obstacle,
    int Photos,
    long Bytes,
    IReadOnlyList<PlanPart> Parts,
    IReadOnlyList<PlanLeftOut> LeftOut,
    int AlreadyThere,
    int Corrected,
    LooserView? Looser,
    IReadOnlyList<ProposalView> Proposals)
{
    public static PlanView Of(Plan plan, IReadOnlyList<AlreadyThere> alreadyThere)
    {
        var photos = alreadyThere.DistinctBy(photo => photo.PhotoId).ToList();
        return new PlanView(
            plan.Destination,
            plan.Refusal is { } refusal ? ReasonView.Of(refusal) : null,
            plan.NeedsTimeZone,
            ObstacleOf(plan),
            plan.PhotoCount,
            plan.Parts.Sum(part => part.Bytes),
            [.. plan.Parts.Select(PlanPart.Of)],
            [.. plan.LeftOut.GroupBy(left => left.Reason).Select(left => new PlanLeftOut(
                ReasonView.Of(left.Key), [.. left.Select(photo => new PlannedPhoto(photo.PhotoId, Path.GetFileName(photo.Path)))]))],
            photos.Count,
            photos.Count(photo => photo.IsCorrected),
            LooserLimits.Of(plan) is { } looser ? new LooserView(looser.MaxGap, looser.MaxJump) : null,
            [.. plan.Proposals.Select(ProposalView.Of)]);
    }

    /// <summary>What stands against sending this plan, in a sentence; null when nothing does.</summary>
    public static string? ObstacleOf(Plan plan) => plan switch
    {
        { Refusal: { } refusal } => $"'{plan.Sequence.Name}' cannot go to {ServiceList.TitleOf(plan.Destination)}: it {refusal.Meaning}.",
        { Parts.Count: 0 } => $"All {plan.FileCount} photos are left out.",
        { NeedsTimeZone: true } => "Some photos give their time without a zone. Choose the zone that the camera's clock was set to.",
        _ => null,
    };
}

/// <summary>One part of a plan.</summary>
/// <param name="Number">As sending gives it, or gave it; absent where nothing of it is to be sent and no part of the sequence has it.</param>
/// <param name="Cut">Why it begins here.</param>
/// <param name="From">When its first photo was taken.</param>
/// <param name="FirstPhoto">Its name, which others of the sequence may have too.</param>
/// <param name="FirstPhotoId">Which of them it is.</param>
/// <param name="Warnings">Each doubt once, however many photos have it.</param>
internal sealed record PlanPart(
    int? Number,
    int Photos,
    long Bytes,
    CutView Cut,
    DateTimeOffset From,
    string FirstPhoto,
    long FirstPhotoId,
    string LastPhoto,
    IReadOnlyList<ReasonView> Warnings)
{
    public static PlanPart Of(PlannedPart part) => new(
        part.Number,
        part.Photos.Count,
        part.Bytes,
        CutView.Of(part),
        part.Photos[0].TakenAt.ToDateTimeOffset(),
        Path.GetFileName(part.Photos[0].Photo.Path),
        part.Photos[0].Photo.Id,
        Path.GetFileName(part.Photos[^1].Photo.Path),
        [.. part.Photos.SelectMany(photo => photo.Warnings).Distinct(StringComparer.Ordinal).Select(ReasonView.Of)]);
}

/// <summary>Why a part begins, and what was measured or is seen there.</summary>
internal sealed record CutView(string Code, string Text) : ReasonView(Code, Text)
{
    public string? Detail { get; init; }

    public static CutView Of(PlannedPart part) => new(part.Cut.Code, part.Cut.Meaning) { Detail = DetailOf(part, part.Photos[0].Photo.Capture) };

    private static string? DetailOf(PlannedPart part, Capture first) => (part.Cut, part.Measure) switch
    {
        (var cut, { } pause) when cut == Reason.Gap => $"{pause.Value:0.#} s",
        (var cut, { } jump) when cut == Reason.Jump => $"{jump.Value:0} m",
        var (cut, _) when cut == Reason.CameraChange => first.Camera,
        var (cut, _) when cut == Reason.SizeChange => $"{first.Width} × {first.Height}",
        _ => null,
    };
}

/// <param name="MaxGap">Seconds; absent where the limit may stay.</param>
/// <param name="MaxJump">Metres; absent likewise.</param>
internal sealed record LooserView(double? MaxGap, double? MaxJump);

/// <summary>Photos that are left out for the same reason.</summary>
internal sealed record PlanLeftOut(ReasonView Reason, IReadOnlyList<PlannedPhoto> Photos);

/// <param name="Id">Absent for a file that could not be read at all.</param>
internal sealed record PlannedPhoto(long? Id, string Name);
