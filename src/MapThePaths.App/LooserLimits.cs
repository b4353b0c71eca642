using MapThePaths.Core.Model;

namespace MapThePaths.App;

/// <summary>
/// What to change for fewer parts: limits under which a plan would be cut at no pause and no jump. Where a camera paused it has often moved on
/// too, so both may have to give way.
/// </summary>
/// <param name="Pauses">Cuts at a longer pause than allowed.</param>
/// <param name="Jumps">Cuts at a longer distance than allowed.</param>
/// <param name="MaxGap">Whole seconds; null where the limit may stay.</param>
/// <param name="MaxJump">Whole metres; null likewise.</param>
internal sealed record LooserLimits(IReadOnlyList<CutMeasure> Pauses, IReadOnlyList<CutMeasure> Jumps, double? MaxGap, double? MaxJump)
{
    /// <summary>Null for a plan without such cuts.</summary>
    public static LooserLimits? Of(Plan plan)
    {
        var (pauses, jumps, rules) = (MeasuredAt(Reason.Gap), MeasuredAt(Reason.Jump), plan.Sequence.Rules);
        return pauses.Count + jumps.Count == 0 ? null : new LooserLimits(
            pauses,
            jumps,
            Above(rules.MaxGap, pauses.Select(cut => cut.Value)),
            Above(rules.MaxJump, pauses.Concat(jumps).Select(cut => cut.Metres)));

        List<CutMeasure> MeasuredAt(Reason cut) => [.. plan.Parts.Where(part => part.Cut == cut).Select(part => part.Measure).OfType<CutMeasure>()];
    }

    private static double? Above(double limit, IEnumerable<double> measured) => measured.DefaultIfEmpty().Max() is var longest && longest > limit ? Math.Ceiling(longest) : null;
}
