using MapThePaths.Tests.Fixtures;

namespace MapThePaths.Tests.Flows;

public sealed class Practising : IDisposable
{
    private readonly Mtpdu _program = new();

    [Fact]
    public async Task The_whole_way_is_shown_and_nothing_is_left_behind()
    {
        var run = (await _program.RunAsync("practice")).Ends(0);

        Assert.Equal("12 photos, 11 sent, 1 left_out, 11 visible", run.Counts());
        Assert.Equal("no-position", Assert.Single(run.Of("left_out")).Text("reason"));
        Assert.Empty(Directory.EnumerateFileSystemEntries(_program.TemporaryFiles));
        Assert.Empty(Directory.EnumerateFileSystemEntries(_program.WorkingFolder));
        Assert.False(Directory.Exists(_program.Home));
    }

    [Fact]
    public async Task A_person_is_shown_every_photo_and_the_next_step()
    {
        var run = (await _program.RunForPeopleAsync("practice")).Ends(0);

        Assert.Contains("TRAIL001", run.Output, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("no-position", run.Output, StringComparison.Ordinal);
        Assert.Contains("mtpdu upload", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("mtpdu edit", run.Output, StringComparison.Ordinal);
        Assert.Empty(run.Error);
    }

    [Fact]
    public async Task An_empty_list_tells_how_to_begin()
    {
        var run = (await _program.RunForPeopleAsync("list")).Ends(0);

        Assert.Contains("'mtpdu practice' shows how it goes; 'mtpdu import FOLDER --name NAME --transport Earth-Walk' makes the first one.", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Settings_for_the_real_service_are_not_used()
    {
        _program.With("MAPILLARY_ACCESS_TOKEN", "MLY|1|secret").With("MAPILLARY_GRAPH_URL", "http://127.0.0.1:9/graph");

        (await _program.RunAsync("practice")).Ends(0);
    }

    [Fact]
    public async Task The_destination_practice_keeps_its_images_between_runs()
    {
        var photos = AWalk.Of(3).SaveTo(Path.Combine(_program.WorkingFolder, "photos"));

        (await _program.RunAsync("upload", photos, "--name", "x", "--transport", "Earth-Walk", "--to", "practice")).Ends(0);
        var run = (await _program.RunAsync("status", "x", "--follow")).Ends(0);

        Assert.Equal(3, run.Count("visible"));
    }

    public void Dispose() => _program.Dispose();
}
