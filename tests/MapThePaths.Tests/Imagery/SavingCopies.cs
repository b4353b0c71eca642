using MapThePaths.Imagery;
using MapThePaths.Tests.Fixtures;

namespace MapThePaths.Tests.Imagery;

public sealed class SavingCopies
{
    private static readonly DateTime Written = new(2020, 2, 3, 4, 5, 6, DateTimeKind.Utc);

    [Fact]
    public void A_copy_holds_the_new_header_the_old_rest_and_the_files_time()
    {
        using var folder = new TemporaryFolder();
        var original = Original(folder);

        Save(original, HeaderWriter.Rewrite(original, Rewriting.EveryTag), folder["copy.jpg"]);

        Assert.Equal(Rewriting.Rewritten(File.ReadAllBytes(original), Rewriting.EveryTag), File.ReadAllBytes(folder["copy.jpg"]));
        Assert.Equal(Written, File.GetLastWriteTimeUtc(folder["copy.jpg"]));
        AssertOnlyFiles(folder, "copy.jpg", "original.jpg");
    }

    [Fact]
    public void The_original_stays()
    {
        using var folder = new TemporaryFolder();
        var original = Original(folder);
        var before = File.ReadAllBytes(original);

        Save(original, HeaderWriter.Rewrite(original, Rewriting.EveryTag), folder["copy.jpg"]);
        Assert.Throws<ArgumentException>(() => Save(original, HeaderWriter.Rewrite(original, Rewriting.EveryTag), original, overwrite: true));
        Assert.Throws<ArgumentException>(() => Save(original, HeaderWriter.Rewrite(original, Rewriting.EveryTag), folder["ORIGINAL.jpg"]));

        Assert.Equal(before, File.ReadAllBytes(original));
        Assert.Equal(Written, File.GetLastWriteTimeUtc(original));
    }

    [Fact]
    public void A_file_of_that_name_is_replaced_only_when_asked()
    {
        using var folder = new TemporaryFolder();
        var original = Original(folder);
        var header = HeaderWriter.Rewrite(original, Rewriting.EveryTag);
        folder.Save("copy.jpg", [1, 2, 3]);

        Assert.Throws<IOException>(() => Save(original, header, folder["copy.jpg"]));
        Assert.Equal([1, 2, 3], File.ReadAllBytes(folder["copy.jpg"]));

        Save(original, header, folder["copy.jpg"], overwrite: true);
        Assert.NotEqual([1, 2, 3], File.ReadAllBytes(folder["copy.jpg"]));
        AssertOnlyFiles(folder, "copy.jpg", "original.jpg");
    }

    [Fact]
    public void A_cancelled_copy_leaves_nothing_behind()
    {
        using var folder = new TemporaryFolder();
        var original = Original(folder);
        var header = HeaderWriter.Rewrite(original, Rewriting.EveryTag);

        Assert.Throws<OperationCanceledException>(
            () => PhotoCopy.Save(original, header, folder["copy.jpg"], cancellation: new CancellationToken(canceled: true)));

        AssertOnlyFiles(folder, "original.jpg");
    }

    [Fact]
    public void What_a_crash_left_is_written_over()
    {
        using var folder = new TemporaryFolder();
        var original = Original(folder);
        folder.Save("copy.jpg.part", new byte[1_000_000]);

        Save(original, HeaderWriter.Rewrite(original, Rewriting.EveryTag), folder["copy.jpg"]);

        Assert.Equal(Rewriting.Rewritten(File.ReadAllBytes(original), Rewriting.EveryTag), File.ReadAllBytes(folder["copy.jpg"]));
    }

    private static void Save(string original, RewrittenHeader header, string destination, bool overwrite = false) =>
        PhotoCopy.Save(original, header, destination, overwrite, TestContext.Current.CancellationToken);

    private static string Original(TemporaryFolder folder)
    {
        var path = folder.Save("original.jpg", APhoto.At(47, 8).OfSize(400_000).Bytes());
        File.SetLastWriteTimeUtc(path, Written);
        return path;
    }

    private static void AssertOnlyFiles(TemporaryFolder folder, params string[] names) =>
        Assert.Equal(names, Directory.GetFiles(folder.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal));
}
