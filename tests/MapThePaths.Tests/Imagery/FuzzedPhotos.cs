using MapThePaths.Tests.Fixtures;

namespace MapThePaths.Tests.Imagery;

/// <summary>A short run; a long one is a command of the benchmarks (see docs/performance.md).</summary>
public sealed class FuzzedPhotos
{
    private const int Cases = 10_000;

    [Fact]
    public void Every_changed_photo_ends_in_facts_or_a_reason()
    {
        const int Seed = 20231122;
        var photos = SamplePhotos.ByName.Where(photo => photo.Key != "large header").Select(photo => photo.Value()).ToList();
        using var fuzz = new HeaderFuzz(Seed, photos);

        var failure = Record.Exception(() =>
        {
            for (var i = 0; i < Cases; i++)
            {
                fuzz.Try();
            }
        });

        Assert.True(failure is null, $"Seed {Seed}, case {fuzz.Endings.Values.Sum()}: {failure}");
        Assert.Superset(new HashSet<string> { "facts", "truncated", "not-a-jpeg" }, fuzz.Endings.Keys.ToHashSet());
        Assert.InRange(fuzz.Rewritten, Cases / 4, Cases);
    }
}
