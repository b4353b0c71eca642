using MapThePaths.Tests.Fixtures;

namespace MapThePaths.Tests.Flows;

/// <summary>The program cannot keep its catalog: it says so in words, with what to do, and without a trace.</summary>
public sealed class TroubleWithTheHome : AFlow
{
    [Fact]
    public async Task A_file_in_the_place_of_the_home_is_named()
    {
        AWalk.Of(2).SaveTo(Photos);
        var file = Path.Combine(Program.WorkingFolder, "home");
        await File.WriteAllTextAsync(file, "", TestContext.Current.CancellationToken);
        Program.With("MTPDU_HOME", file);

        var run = await UploadAsync();

        IsExplained(run, file);
        Assert.NotEqual(0, run.ExitCode);
    }

    [Fact]
    public async Task A_home_that_cannot_be_made_is_named()
    {
        Assert.SkipUnless(Directory.Exists("/proc"), "Only where not even root may make a folder somewhere.");
        AWalk.Of(2).SaveTo(Photos);
        Program.With("MTPDU_HOME", "/proc/mtpdu");

        IsExplained(await UploadAsync(), "/proc/mtpdu");
    }

    [Fact]
    public async Task The_doctor_tells_of_a_home_that_cannot_be_made_and_goes_on()
    {
        Assert.SkipUnless(Directory.Exists("/proc"), "Only where not even root may make a folder somewhere.");
        Program.With("MTPDU_HOME", "/proc/mtpdu");

        var run = await Program.RunAsync("doctor");

        IsExplained(run, "/proc/mtpdu");
        Assert.False(run.Of("check").Single(check => check.GetProperty("name").GetString() == "disk").GetProperty("ok").GetBoolean());
    }

    [Fact]
    public async Task A_folder_in_the_place_of_the_catalog_is_named()
    {
        AWalk.Of(2).SaveTo(Photos);
        var folder = Directory.CreateDirectory(Path.Combine(Program.WorkingFolder, "catalog.db")).FullName;
        Program.With("MTPDU_DATABASE", folder);

        IsExplained((await UploadAsync()).Ends(1), folder);
    }

    [Fact]
    public async Task A_catalog_that_is_no_catalog_is_left_alone_and_named()
    {
        AWalk.Of(2).SaveTo(Photos);
        var file = Path.Combine(Program.WorkingFolder, "catalog.db");
        await File.WriteAllTextAsync(file, new string('x', 8192), TestContext.Current.CancellationToken);
        Program.With("MTPDU_DATABASE", file);

        var run = (await UploadAsync()).Ends(1);

        IsExplained(run, file);
        Assert.Contains("a new catalog does not know what was sent", run.Error, StringComparison.Ordinal);
        Assert.Equal(new string('x', 8192), await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task While_one_run_sends_another_says_so_and_sends_nothing()
    {
        AWalk.Of(2).SaveTo(Photos);
        Service.AddFault("upload:delay=600000");
        ProgramRun? second = null;

        await Program.KillAsync(
            async () =>
            {
                await Service.WhenAsync(state => state.CallsOf("upload") > 0);
                second = await UploadAsync();
            },
            Uploading(Photos));

        Assert.Contains("Another run", second!.Ends(1).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_imports_of_one_name_at_once_one_is_told_that_the_name_is_taken()
    {
        AWalk.Of(3).SaveTo(Photos);
        AWalk.Of(2).Elsewhere().SaveTo(Photo("elsewhere"));

        var runs = await Task.WhenAll(ImportAsync(Photos), ImportAsync(Photo("elsewhere")));

        Assert.Equal([0, 2], runs.Select(run => run.ExitCode).Order());
        Assert.Contains("There is a sequence named 'Lake walk' already", runs.Single(run => run.ExitCode == 2).Error, StringComparison.Ordinal);
        Assert.Equal(1, (await Program.RunAsync("list")).Ends(0).Count("count"));

        Task<ProgramRun> ImportAsync(string folder) => Program.RunAsync(["import", .. Uploading(folder)[1..]]);
    }

    [Fact]
    public async Task While_one_run_sends_another_may_look()
    {
        AWalk.Of(2).SaveTo(Photos);
        Service.AddFault("upload:delay=600000");

        await Program.KillAsync(
            async () =>
            {
                await Service.WhenAsync(state => state.CallsOf("upload") > 0);
                (await Program.RunAsync("show", "1")).Ends(0);
                (await Program.RunAsync("list")).Ends(0);
            },
            Uploading(Photos));
    }

    [Fact]
    public async Task A_full_disk_loses_nothing()
    {
        AWalk.Of(40).SaveTo(Photos);
        using var disk = SmallDisk.MountOrSkip(Path.Combine(Program.WorkingFolder, "disk"), kilobytes: 16_000);
        Program.With("MTPDU_HOME", disk.Path);
        disk.FillUpTo(freeKilobytes: 100);

        var failed = (await UploadAsync()).Ends(1);
        IsExplained(failed, disk.Path);
        disk.Clear();
        var run = (await UploadAsync("--follow")).Ends(0);

        Assert.Equal(40, run.Count("visible"));
        await PublishedOnceAsync(40);
    }

    [Fact]
    public async Task A_disk_that_fills_up_on_the_way_loses_nothing()
    {
        AWalk.Of(40).SaveTo(Photos);
        using var disk = SmallDisk.MountOrSkip(Path.Combine(Program.WorkingFolder, "disk"), kilobytes: 16_000);
        Program.With("MTPDU_HOME", disk.Path);
        (await Program.RunAsync(["import", .. Uploading(Photos)[1..]])).Ends(0);
        disk.FillUpTo(freeKilobytes: 160);

        var failed = (await Program.RunAsync("send", "1")).Ends(1);
        IsExplained(failed, disk.Path);
        disk.Clear();
        var run = (await Program.RunAsync("send", "1", "--follow")).Ends(0);

        Assert.Equal(40, run.Count("visible"));
        await PublishedOnceAsync(40);
    }

    private static void IsExplained(ProgramRun run, string named)
    {
        Assert.Contains(named, run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("IO_", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", run.Error, StringComparison.Ordinal);
    }
}
