namespace MapThePaths.Core.Model;

/// <summary>What a user wants otherwise about the rules of a sequence; what is null stays.</summary>
public sealed record RuleWishes
{
    /// <summary>Fewer photos make no part.</summary>
    public const int FewestPhotos = SequenceLimits.MinPhotos;

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

    /// <summary>The wishes that lead to these rules.</summary>
    public static RuleWishes Of(SequencingRules rules) => new()
    {
        MaxGap = rules.MaxGap,
        MaxJump = rules.MaxJump,
        DuplicateMetres = rules.DuplicateMetres,
        DuplicateDegrees = rules.DuplicateDegrees,
        MaxSpeed = rules.MaxSpeed,
        ZigZagMetres = rules.ZigZagMetres,
        SpreadSeconds = rules.SpreadSeconds,
        MixesCameras = rules.MixesCameras,
        MaxPhotos = rules.MaxPhotos,
    };

    /// <exception cref="UserMistakeException">A threshold is out of range.</exception>
    public SequencingRules ApplyTo(SequencingRules rules) => rules with
    {
        MaxGap = Positive(MaxGap, "The longest gap") ?? rules.MaxGap,
        MaxJump = Positive(MaxJump, "The longest jump") ?? rules.MaxJump,
        DuplicateMetres = NotNegative(DuplicateMetres, "The distance of duplicates") ?? rules.DuplicateMetres,
        DuplicateDegrees = NotNegative(DuplicateDegrees, "The angle of duplicates") ?? rules.DuplicateDegrees,
        MaxSpeed = Positive(MaxSpeed, "The highest speed") ?? rules.MaxSpeed,
        ZigZagMetres = NotNegative(ZigZagMetres, "The distance of zig-zags") ?? rules.ZigZagMetres,
        SpreadSeconds = NotNegative(SpreadSeconds, "The time to spread photos over") ?? rules.SpreadSeconds,
        MixesCameras = MixesCameras ?? rules.MixesCameras,
        MaxPhotos = MaxPhotos is null or >= FewestPhotos
            ? MaxPhotos ?? rules.MaxPhotos
            : throw new UserMistakeException($"The most photos of a part must be {FewestPhotos} or more."),
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

    private static double? Positive(double? value, string what) =>
        value is null || (value > 0 && double.IsFinite(value.Value)) ? value : throw new UserMistakeException($"{what} must be more than 0.");

    private static double? NotNegative(double? value, string what) =>
        value is null || (value >= 0 && double.IsFinite(value.Value)) ? value : throw new UserMistakeException($"{what} must be 0 or more.");
}
