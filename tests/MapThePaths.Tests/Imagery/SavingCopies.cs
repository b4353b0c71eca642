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
    public void A_file_with_the_name_of_a_scratch_file_stays()
    {
        using var folder = new TemporaryFolder();
        var original = Original(folder);
        folder.Save("copy.jpg.part", [1, 2, 3]);

        Save(original, HeaderWriter.Rewrite(original, Rewriting.EveryTag), folder["copy.jpg"]);
        Assert.Throws<IOException>(() => Save(original, HeaderWriter.Rewrite(original, Rewriting.EveryTag), folder["copy.jpg"]));

        Assert.Equal([1, 2, 3], File.ReadAllBytes(folder["copy.jpg.part"]));
        AssertOnlyFiles(folder, "copy.jpg", "copy.jpg.part", "original.jpg");
    }

    [Fact]
    public void An_original_with_the_name_of_a_scratch_file_stays()
    {
        using var folder = new TemporaryFolder();
        var original = folder["copy.jpg.part"];
        File.Move(Original(folder), original);
        var before = File.ReadAllBytes(original);

        Save(original, HeaderWriter.Rewrite(original, Rewriting.EveryTag), folder["copy.jpg"]);

        Assert.Equal(before, File.ReadAllBytes(original));
        Assert.Equal(Rewriting.Rewritten(before, Rewriting.EveryTag), File.ReadAllBytes(folder["copy.jpg"]));
    }

    [Theory]
    [InlineData("link-to-folder/original.jpg")]
    [InlineData("link-to-link/ORIGINAL.jpg")]
    [InlineData("link-to-file.jpg")]
    [InlineData("link-to-folder/link-to-file.jpg")]
    public void The_original_stays_when_links_lead_to_it(string destination)
    {
        using var folder = new TemporaryFolder();
        var original = Original(folder);
        var before = File.ReadAllBytes(original);
        Link(folder);
        var header = HeaderWriter.Rewrite(original, Rewriting.EveryTag);

        Assert.Throws<ArgumentException>(() => Save(original, header, folder[destination], overwrite: true));

        Assert.Equal(before, File.ReadAllBytes(original));
    }

    [Fact]
    public void What_a_linked_original_leads_to_stays()
    {
        using var folder = new TemporaryFolder();
        var original = Original(folder);
        Link(folder);
        var header = HeaderWriter.Rewrite(original, Rewriting.EveryTag);

        Assert.Throws<ArgumentException>(() => Save(folder["link-to-file.jpg"], header, original, overwrite: true));
        Save(folder["link-to-file.jpg"], header, folder["link-to-folder/copy.jpg"]);

        Assert.Equal(Rewriting.Rewritten(File.ReadAllBytes(original), Rewriting.EveryTag), File.ReadAllBytes(folder["copy.jpg"]));
    }

    [Fact]
    public void A_circle_of_links_is_an_error_of_the_disk()
    {
        using var folder = new TemporaryFolder();
        var original = Original(folder);
        Link(folder);
        var header = HeaderWriter.Rewrite(original, Rewriting.EveryTag);

        Assert.Throws<IOException>(() => Save(original, header, folder["circle/copy.jpg"]));
    }

    private static void Save(string original, RewrittenHeader header, string destination, bool overwrite = false) =>
        PhotoCopy.Save(original, header, destination, overwrite, TestContext.Current.CancellationToken);

    private static string Original(TemporaryFolder folder)
    {
        var path = folder.Save("original.jpg", APhoto.At(47, 8).OfSize(400_000).Bytes());
        File.SetLastWriteTimeUtc(path, Written);
        return path;
    }

    private static void Link(TemporaryFolder folder)
    {
        Directory.CreateSymbolicLink(folder["link-to-folder"], folder.Path);
        Directory.CreateSymbolicLink(folder["link-to-link"], "link-to-folder");
        File.CreateSymbolicLink(folder["link-to-file.jpg"], "original.jpg");
        Directory.CreateSymbolicLink(folder["circle"], "circle");
    }

    private static void AssertOnlyFiles(TemporaryFolder folder, params string[] names) =>
        Assert.Equal(names, Directory.GetFiles(folder.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal));
}
