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

    /// <inheritdoc cref="SequencingRules.SpreadSeconds"/>
    public double? SpreadSeconds { get; init; }

    /// <inheritdoc cref="SequencingRules.MixesCameras"/>
    public bool? MixesCameras { get; init; }

    /// <inheritdoc cref="SequencingRules.MaxPhotos"/>
    public int? MaxPhotos { get; init; }

    /// <summary>Whether there is any wish.</summary>
    public bool IsAny => this != new RuleWishes();

    /// <exception cref="UserMistakeException">A threshold is out of range.</exception>
    public SequencingRules ApplyTo(SequencingRules rules) => rules with
    {
        MaxGap = Positive(MaxGap, "--max-gap") ?? rules.MaxGap,
        MaxJump = Positive(MaxJump, "--max-jump") ?? rules.MaxJump,
        DuplicateMetres = NotNegative(DuplicateMetres, "--duplicate-metres") ?? rules.DuplicateMetres,
        DuplicateDegrees = NotNegative(DuplicateDegrees, "--duplicate-degrees") ?? rules.DuplicateDegrees,
        MaxSpeed = Positive(MaxSpeed, "--max-speed") ?? rules.MaxSpeed,
        ZigZagMetres = NotNegative(ZigZagMetres, "--zig-zag-metres") ?? rules.ZigZagMetres,
        SpreadSeconds = NotNegative(SpreadSeconds, "--spread-seconds") ?? rules.SpreadSeconds,
        MixesCameras = MixesCameras ?? rules.MixesCameras,
        MaxPhotos = MaxPhotos is null or >= SequenceLimits.MinPhotos
            ? MaxPhotos ?? rules.MaxPhotos
            : throw new UserMistakeException($"--max-photos must be {SequenceLimits.MinPhotos} or more."),
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
        SpreadSeconds = SpreadSeconds ?? others.SpreadSeconds,
        MixesCameras = MixesCameras ?? others.MixesCameras,
        MaxPhotos = MaxPhotos ?? others.MaxPhotos,
    };

    private static double? Positive(double? value, string option) =>
        value is null || (value > 0 && double.IsFinite(value.Value)) ? value : throw new UserMistakeException($"{option} must be more than 0.");

    private static double? NotNegative(double? value, string option) =>
        value is null || (value >= 0 && double.IsFinite(value.Value)) ? value : throw new UserMistakeException($"{option} must be 0 or more.");
}
