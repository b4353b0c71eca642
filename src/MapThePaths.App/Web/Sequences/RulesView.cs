using MapThePaths.Core.Model;

namespace MapThePaths.App.Web.Sequences;

/// <summary>The rules of a sequence; in a wish, what is absent stays as it is.</summary>
internal sealed record RulesView
{
    /// <inheritdoc cref="SequencingRules.MaxGap"/>
    public double? MaxGap { get; init; }

    /// <inheritdoc cref="SequencingRules.MaxJump"/>
    public double? MaxJump { get; init; }

    /// <inheritdoc cref="SequencingRules.MaxPhotos"/>
    public int? MaxPhotos { get; init; }

    /// <inheritdoc cref="SequencingRules.MixesCameras"/>
    public bool? MixesCameras { get; init; }

    /// <inheritdoc cref="SequencingRules.DuplicateMetres"/>
    public double? DuplicateMetres { get; init; }

    /// <inheritdoc cref="SequencingRules.DuplicateDegrees"/>
    public double? DuplicateDegrees { get; init; }

    /// <inheritdoc cref="SequencingRules.ZigZagMetres"/>
    public double? ZigZagMetres { get; init; }

    /// <inheritdoc cref="SequencingRules.MaxSpeed"/>
    public double? MaxSpeed { get; init; }

    /// <inheritdoc cref="SequencingRules.SpreadSeconds"/>
    public double? SpreadSeconds { get; init; }

    public static RulesView Of(SequencingRules rules) => new()
    {
        MaxGap = rules.MaxGap,
        MaxJump = rules.MaxJump,
        MaxPhotos = rules.MaxPhotos,
        MixesCameras = rules.MixesCameras,
        DuplicateMetres = rules.DuplicateMetres,
        DuplicateDegrees = rules.DuplicateDegrees,
        ZigZagMetres = rules.ZigZagMetres,
        MaxSpeed = rules.MaxSpeed,
        SpreadSeconds = rules.SpreadSeconds,
    };

    public RuleWishes Wishes() => new()
    {
        MaxGap = MaxGap,
        MaxJump = MaxJump,
        MaxPhotos = MaxPhotos,
        MixesCameras = MixesCameras,
        DuplicateMetres = DuplicateMetres,
        DuplicateDegrees = DuplicateDegrees,
        ZigZagMetres = ZigZagMetres,
        MaxSpeed = MaxSpeed,
        SpreadSeconds = SpreadSeconds,
    };
}
