using MapThePaths.Core.Model;
using MapThePaths.Core.Sequencing.Edits;
using NodaTime;

namespace MapThePaths.Tests.Fixtures;

/// <summary>A sequence without a catalog, and what becomes of it.</summary>
internal static class ASequence
{
    public static Sequence Of(string transport = "Earth-Walk", string? timeZone = null, double maxGap = 60, double maxJump = 100) => new()
    {
        Id = 1,
        Uuid = Guid.Parse("5f5f2b1c-0d5e-4a52-9a3b-7f1c2d3e4f50"),
        Name = "Round the lake",
        Transport = TransportType.Parse(transport)!,
        TimeZone = timeZone,
        Rules = new SequencingRules { MaxGap = maxGap, MaxJump = maxJump },
        CreatedAt = Instant.FromUtc(2026, 5, 2, 0, 0),
    };

    public static ArrangedSequence Arranged(params IReadOnlyList<Photo> photos) => Of().Arranging(photos);

    public static ArrangedSequence Arranging(this Sequence sequence, params IReadOnlyList<Photo> photos) =>
        MapThePaths.Core.Sequencing.Arranging.Arrange(sequence, photos, []);

    /// <summary>The same sequence under other rules.</summary>
    public static Sequence With(this Sequence sequence, Func<SequencingRules, SequencingRules> change) => sequence with { Rules = change(sequence.Rules) };

    /// <summary>The photos after these edits, arranged.</summary>
    public static ArrangedSequence Editing(this Sequence sequence, IReadOnlyList<Photo> photos, params IReadOnlyList<Edit> edits) =>
        MapThePaths.Core.Sequencing.Arranging.Arrange(sequence, photos, [], edits);

    /// <summary>The files of each run, such as <c>a b | c</c>.</summary>
    public static string Layout(this ArrangedSequence arranged) =>
        string.Join(" | ", arranged.Runs.Select(run => string.Join(' ', run.Photos.Select(photo => photo.Photo.Name()))));

    /// <summary>The files left out, such as <c>a: no-position</c>.</summary>
    public static IEnumerable<string> Omissions(this ArrangedSequence arranged) =>
        arranged.LeftOut.Select(left => $"{Path.GetFileName(left.Path)}: {left.Reason.Code}");

    public static IEnumerable<string> Cuts(this ArrangedSequence arranged) => arranged.Runs.Select(run => run.Cut.Code);

    public static ArrangedPhoto Only(this ArrangedSequence arranged) => Assert.Single(Assert.Single(arranged.Runs).Photos);
}
