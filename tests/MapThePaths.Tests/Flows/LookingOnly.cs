using System.Security.Cryptography;
using MapThePaths.Tests.Fixtures;

namespace MapThePaths.Tests.Flows;

/// <summary>Verbs that promise to write nothing.</summary>
public sealed class LookingOnly : AFlow
{
    [Fact]
    public async Task Inspect_makes_no_home()
    {
        AWalk.Of(3).SaveTo(Photos);

        var run = (await Program.RunAsync("inspect", Photos)).Ends(0);

        Assert.Equal(3, run.Count("accepted"));
        Assert.False(Directory.Exists(Program.Home));
        Assert.Empty(Directory.EnumerateFileSystemEntries(Program.WorkingFolder));
    }

    [Fact]
    public async Task Help_and_version_make_no_home()
    {
        (await Program.RunForPeopleAsync("--help")).Ends(0);
        (await Program.RunForPeopleAsync("--version")).Ends(0);

        Assert.False(Directory.Exists(Program.Home));
    }

    [Fact]
    public async Task Plan_writes_nothing_and_asks_no_service()
    {
        AWalk.Of(6).WithPauseBefore(4).SaveTo(Photos);
        (await Program.RunAsync(["import", .. Uploading(Photos)[1..]])).Ends(0);
        var before = Snapshot();

        (await Program.RunAsync("plan", "1", "--max-gap", "30")).Ends(0);

        Assert.Equal(before, Snapshot());
        Assert.Empty((await Service.StateAsync()).Calls);
    }

    [Fact]
    public async Task A_plan_shows_parts_their_cuts_and_what_is_left_out()
    {
        AWalk.Of(6).WithPauseBefore(4).SaveTo(Photos);
        APhoto.Anywhere().TakenUtc("2023-05-10 10:00:30").SaveTo(Photo("x.jpg"));
        (await Program.RunAsync(["import", .. Uploading(Photos)[1..]])).Ends(0);

        var run = (await Program.RunAsync("plan", "1")).Ends(0);

        Assert.Equal(["1 first 3", "2 gap 3"], run.Of("part").Select(part => $"{part.Text("part")} {part.Text("cut_reason")} {part.Text("photos")}"));
        Assert.Equal(["x.jpg no-position"], run.LeftOut);
        Assert.Equal(7, run.Count("photos"));
        var bytes = new DirectoryInfo(Photos).EnumerateFiles("walk*.jpg").Sum(file => file.Length);
        Assert.Equal(bytes, run.Summary.GetProperty("bytes").GetInt64());
    }

    [Fact]
    public async Task A_longer_allowed_pause_makes_one_part()
    {
        AWalk.Of(6).WithPauseBefore(4).SaveTo(Photos);
        (await Program.RunAsync(["import", .. Uploading(Photos)[1..]])).Ends(0);

        var run = (await Program.RunAsync("plan", "1", "--max-gap", "300")).Ends(0);

        Assert.Single(run.Of("part"));
        Assert.Equal(2, (await Program.RunAsync("plan", "1")).Count("parts"));
    }

    [Fact]
    public async Task What_inspect_knows_of_a_photo()
    {
        AWalk.Of(2).SaveTo(Photos);

        var photo = (await Program.RunAsync("inspect", Photo(AWalk.NameOf(2)))).Ends(0).Of("photo")[0];

        Assert.Equal("2023-05-10T10:00:04.250Z", photo.Text("captured_at"));
        Assert.Equal(47.1001, photo.GetProperty("latitude").GetDouble(), 6);
        Assert.Equal((502, "sea_level"), (photo.GetProperty("altitude").GetDouble(), photo.Text("altitude_reference")));
        Assert.Equal((20, "true_north"), (photo.GetProperty("heading").GetDouble(), photo.Text("heading_reference")));
        Assert.Equal("Trek", photo.Text("make"));
    }

    private List<string> Snapshot() =>
        [.. new DirectoryInfo(Program.Home).EnumerateFiles("*", SearchOption.AllDirectories).Select(file =>
            $"{file.Name} {file.LastWriteTimeUtc:O} {Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file.FullName)))}").Order(StringComparer.Ordinal)];
}
