using System.Text.Json;
using MapThePaths.Tests.Fixtures;

namespace MapThePaths.Tests.Flows;

/// <summary>The disk that a sequence is exported to has no room: it is said, what is there is whole, and the same command goes on.</summary>
public sealed class ExportingToAFullDisk : AFlow
{
    private const int PhotoCount = 8;

    [Fact]
    public async Task Some_copies_fit_and_the_rest_follows()
    {
        using var disk = await ImportAsync();
        disk.FillUpTo(freeKilobytes: 1_000);

        var full = await ExportAsync(disk, 3);
        Assert.InRange(full.Count("written"), 1, PhotoCount - 1);
        Assert.Equal(PhotoCount - full.Count("written"), full.Count("waiting"));
        Assert.All(Directory.EnumerateFiles(Folder(disk), "*.*json"), document => JsonDocument.Parse(File.ReadAllText(document)).Dispose());
        Assert.Equal(full.Count("written"), WholeCopies(disk));
        disk.Clear();
        var rest = await ExportAsync(disk, 0);

        Assert.Equal((full.Count("waiting"), full.Count("written")), (rest.Count("written"), rest.Count("already_there")));
        Assert.Equal(PhotoCount, WholeCopies(disk));
    }

    [Fact]
    public async Task Not_even_a_document_fits_and_all_of_it_follows()
    {
        using var disk = await ImportAsync();
        disk.FillUpTo(freeKilobytes: 0);

        var full = await ExportAsync(disk, 3);
        Assert.Equal((0, PhotoCount), (full.Count("written"), full.Count("waiting")));
        Assert.Empty(Directory.EnumerateFiles(Folder(disk), "*", SearchOption.AllDirectories));
        disk.Clear();

        Assert.Equal(PhotoCount, (await ExportAsync(disk, 0)).Count("written"));
        Assert.Equal(PhotoCount, WholeCopies(disk));
    }

    private async Task<SmallDisk> ImportAsync()
    {
        AWalk.Of(PhotoCount).OfSize(300_000).SaveTo(Photos);
        (await Program.RunAsync(["import", .. Uploading(Photos)[1..]])).Ends(0);
        return SmallDisk.MountOrSkip(Path.Combine(Program.WorkingFolder, "disk"), kilobytes: 16_000);
    }

    private async Task<ProgramRun> ExportAsync(SmallDisk disk, int code)
    {
        var run = (await Program.RunAsync("export", "1", "--folder", Folder(disk))).Ends(code);
        Assert.Equal(PhotoCount, run.Count("written") + run.Count("already_there") + run.Count("waiting"));
        Assert.Equal(code != 0, run.Error.Contains($"The disk of {Folder(disk)}", StringComparison.Ordinal));
        Assert.Empty(Directory.EnumerateFiles(disk.Path, "*.part", SearchOption.AllDirectories));
        return run;
    }

    // What another run would not write again.
    private int WholeCopies(SmallDisk disk) => Directory.EnumerateFiles(Path.Combine(Folder(disk), "final_raw")).Count(copy =>
        JpegParts.Of(File.ReadAllBytes(Photo(Path.GetFileName(copy)))).Rest.AsSpan().SequenceEqual(JpegParts.Of(File.ReadAllBytes(copy)).Rest));

    private static string Folder(SmallDisk disk) => Path.Combine(disk.Path, "export");
}
