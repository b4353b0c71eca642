using System.Diagnostics;
using MapThePaths.Tests.Fixtures;

namespace MapThePaths.Benchmarks.Imagery;

/// <summary>The long run of what the tests do for a few seconds.</summary>
internal static class FuzzRun
{
    private const int LargestPhoto = 100_000;
    private static readonly EnumerationOptions AnyCase = new() { RecurseSubdirectories = true, MatchCasing = MatchCasing.CaseInsensitive };

    public static int Start(long count, int seed, string? folder)
    {
        using var fuzz = new HeaderFuzz(seed, Photos(folder));
        var watch = Stopwatch.StartNew();
        for (long i = 0; i < count; i++)
        {
            try
            {
                fuzz.Try();
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                Console.WriteLine($"Seed {seed}, case {i}: {failure}");
                return 1;
            }
        }

        var endings = string.Join(", ", fuzz.Endings.Select(ending => $"{ending.Value} {ending.Key}").Order(StringComparer.Ordinal));
        Console.WriteLine($"{count} photos in {watch.Elapsed.TotalSeconds:F0} s, seed {seed}: {endings}; {fuzz.Rewritten} rewritten.");
        Console.WriteLine($"Largest working set {Environment.WorkingSet >> 20} MiB, {GC.CollectionCount(2)} full collections.");
        return 0;
    }

    /// <summary>The tests' photos, and the headers of the real ones in a folder; always in the same order, for the seed to mean the same.</summary>
    private static List<byte[]> Photos(string? folder)
    {
        var made = SamplePhotos.ByName.Where(photo => photo.Key != "large header").Select(photo => photo.Value());
        var real = folder is null ? [] : Directory.GetFiles(folder, "*.jpg", AnyCase).Order(StringComparer.Ordinal).Select(Shortened);
        return [.. made, .. real];
    }

    private static byte[] Shortened(string path)
    {
        var bytes = File.ReadAllBytes(path);
        return bytes.Length <= LargestPhoto ? bytes : [.. bytes.AsSpan(0, LargestPhoto - 2), 0xFF, 0xD9];
    }
}
