namespace MapThePaths.Core.Model;

/// <summary>What a user wants otherwise about the rules of a sequence; what is null stays.</summary>
public sealed record RuleWishes
{
    /// <inheritdoc cref="SequencingRules.MaxGap"/>
    public double? MaxGap { get; init; }

    /// <inheritdoc cref="SequencingRules.MaxJump"/>
    public double? MaxJump { get; init; }

    /// <inheritdoc cref="SequencingRules.DuplicateMetres"/>
    public double? DuplicateMetres { get; init; }

    /// <inheritdoc cref="SequencingRules.DuplicateDegrees"/>
    public double? DuplicateDegrees { get; init; }

    /// <inheritdoc cref="SequencingRules.MaxSpeed"/>
    public double? MaxSpeed { get; init; }

    /// <inheritdoc cref="SequencingRules.ZigZagMetres"/>
    public double? ZigZagMetres { get; init; }

    /// <exception cref="UserMistakeException">A threshold is out of range.</exception>
    public SequencingRules ApplyTo(SequencingRules rules) => rules with
    {
        MaxGap = Positive(MaxGap, "--max-gap") ?? rules.MaxGap,
        MaxJump = Positive(MaxJump, "--max-jump") ?? rules.MaxJump,
        DuplicateMetres = NotNegative(DuplicateMetres, "--duplicate-metres") ?? rules.DuplicateMetres,
        DuplicateDegrees = NotNegative(DuplicateDegrees, "--duplicate-degrees") ?? rules.DuplicateDegrees,
        MaxSpeed = Positive(MaxSpeed, "--max-speed") ?? rules.MaxSpeed,
        ZigZagMetres = NotNegative(ZigZagMetres, "--zig-zag-metres") ?? rules.ZigZagMetres,
    };

    /// <summary>These wishes, and where there is none, those.</summary>
    public RuleWishes Or(RuleWishes others) => new()
    {
        MaxGap = MaxGap ?? others.MaxGap,
        MaxJump = MaxJump ?? others.MaxJump,
        DuplicateMetres = DuplicateMetres ?? others.DuplicateMetres,
        DuplicateDegrees = DuplicateDegrees ?? others.DuplicateDegrees,
        MaxSpeed = MaxSpeed ?? others.MaxSpeed,
        ZigZagMetres = ZigZagMetres ?? others.ZigZagMetres,
    };

    private static double? Positive(double? value, string option) =>
        value is null or > 0 ? value : throw new UserMistakeException($"{option} must be more than 0.");

    private static double? NotNegative(double? value, string option) =>
        value is null or >= 0 ? value : throw new UserMistakeException($"{option} must be 0 or more.");
}
