using System.Text;
using MapThePaths.Tests.Fixtures;

namespace MapThePaths.Tests.Flows;

/// <summary>A mapper whose photos have no position, with the track of the day beside them.</summary>
public sealed class TracksAmongPhotos : AFlow
{
    private const string Advice = "--geotag";

    [Fact]
    public async Task What_to_do_about_missing_positions_is_said_once_with_the_sequences_id()
    {
        SavePhotos();

        var lines = (await Program.RunForPeopleAsync("import", Photos, "--name", "Walk", "--transport", "Earth-Walk")).Ends(0).Output.Split('\n');

        var advice = Assert.Single(lines, line => line.Contains(Advice, StringComparison.Ordinal));
        Assert.Contains("'mtpdu edit 1 --geotag FILE.gpx'", advice, StringComparison.Ordinal);
        Assert.Equal(3, lines.Count(line => line.Contains("is left out: it has no GPS position (no-position).", StringComparison.Ordinal)));
        Assert.DoesNotContain(lines, line => line.Contains("mtpdu plan", StringComparison.Ordinal));
        Assert.Single((await Program.RunForPeopleAsync("plan", "1")).Ends(6).Output.Split('\n'), line => line.Contains("'mtpdu edit 1 --geotag", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("import")]
    [InlineData("upload")]
    public async Task A_track_alone_is_told_what_it_is_for(string verb)
    {
        var track = SaveTrack();

        var run = (await Program.RunAsync(verb, track, "--name", "Walk", "--transport", "Earth-Walk")).Ends(2);

        IsExplained(run.Error, "ID", track);
        IsExplained((await Program.RunAsync("inspect", track)).Ends(2).Error, "ID", track);
        Assert.Equal(0, (await Program.RunAsync("list")).Count("count"));
    }

    [Fact]
    public async Task A_track_beside_the_photos_is_passed_over_and_its_use_is_told()
    {
        SavePhotos();
        var track = SaveTrack();

        var run = (await Program.RunForPeopleAsync("import", Photos, track, "--name", "Walk", "--transport", "Earth-Walk")).Ends(0);
        IsExplained(run.Output, "1", track);
        IsExplained((await Program.RunForPeopleAsync("inspect", Photos)).Ends(0).Output, "ID", track);

        (await Program.RunAsync("edit", "1", "--geotag", track)).Ends(0);
        Assert.Equal(0, (await Program.RunAsync("plan", "1")).Count("left_out"));
    }

    [Fact]
    public async Task Only_tracks_that_may_place_photos_are_named_for_it()
    {
        SavePhotos();
        var track = SaveTrack();
        Save("bad.gpx", "Dear diary"u8.ToArray());
        Save("empty.gpx", "<gpx/>"u8.ToArray());
        Save("last-year.gpx", LastYear());

        var run = (await Program.RunForPeopleAsync("import", Photos, "--name", "Walk", "--transport", "Earth-Walk")).Ends(0);

        IsExplained(run.Output, "1", track);
        IsExplained((await Program.RunForPeopleAsync("inspect", Photos)).Ends(0).Output, "ID", track);
    }

    [Theory]
    [InlineData(4, "And 1 more track. Photos are placed")]
    [InlineData(21, "And 18 more tracks. Clocks are compared with the first 20 alone. Photos are placed")]
    public async Task Of_many_tracks_none_goes_unmentioned(int tracks, string words)
    {
        SavePhotos();
        Enumerable.Range(1, tracks).ToList().ForEach(i => ATrack.Walk(60).SaveTo(Photo($"day{i:00}.gpx")));

        var told = (await Program.RunForPeopleAsync("import", Photos, "--name", "Walk", "--transport", "Earth-Walk")).Ends(0).Output;

        Assert.Contains(words, told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_no_track_may_place_photos_none_is_named_for_it()
    {
        SavePhotos();
        Save("bad.gpx", "Dear diary"u8.ToArray());
        Save("last-year.gpx", LastYear());

        var words = (await Program.RunForPeopleAsync("import", Photos, "--name", "Walk", "--transport", "Earth-Walk")).Ends(0).Output.ReplaceLineEndings(" ");

        Assert.Contains("bad.gpx is no GPX file: it does not begin as one. Save the track as GPX once more, or give another one.", words, StringComparison.Ordinal);
        Assert.Contains("last-year.gpx is a GPX track of 2 points from 2025-05-01 12:00:00Z to 2025-05-01 12:00:01Z: not of the time of the photos.", words, StringComparison.Ordinal);
        Assert.DoesNotContain($"--geotag {Photos}", words, StringComparison.Ordinal);
    }

    private void SavePhotos()
    {
        for (var i = 0; i < 3; i++)
        {
            APhoto.Anywhere().TakenByClock($"2026-05-01 12:00:0{i * 2}").Offset("+00:00").Camera("Trek", "One").SaveTo(Photo($"p{i}.jpg"));
        }
    }

    private string SaveTrack() => ATrack.Walk(60).SaveTo(Photo("day.gpx"));

    private static byte[] LastYear() => Encoding.UTF8.GetBytes(
        "<gpx><trk><trkseg><trkpt lat='1' lon='2'><time>2025-05-01T12:00:00Z</time></trkpt><trkpt lat='1' lon='2'><time>2025-05-01T12:00:01Z</time></trkpt></trkseg></trk></gpx>");

    private static void IsExplained(string text, string id, string track)
    {
        var words = text.ReplaceLineEndings(" ");
        Assert.Contains("day.gpx is a GPX track of 60 points from 2026-05-01 12:00:00Z to 2026-05-01 12:00:59Z", words, StringComparison.Ordinal);
        Assert.Contains($"'mtpdu edit {id} --geotag {track}'", words, StringComparison.Ordinal);
    }
}
