using MapThePaths.Tests.Fixtures;

namespace MapThePaths.Tests.Flows;

public sealed class UploadingAWalk : AFlow
{
    private static readonly string[] SpecifiedMembers =
    [
        "MAPAltitude", "MAPCaptureTime", "MAPCompassHeading", "MAPDeviceMake", "MAPDeviceModel", "MAPFilename", "MAPLatitude", "MAPLongitude",
        "MAPOrientation", "MTPImageCopy", "MTPImageProjection", "MTPSequenceDescription", "MTPSequenceName", "MTPSequenceTags",
        "MTPSequenceTransport", "MTPUploaderPhotoUUID", "MTPUploaderSequenceUUID",
    ];

    [Fact]
    public async Task Every_photo_becomes_visible_and_the_counts_say_so()
    {
        AWalk.Of(6).SaveTo(Photos);

        var run = (await UploadAsync("--follow")).Ends(0);

        Assert.Equal("6 photos, 6 sent, 6 visible", run.Counts());
        Assert.Equal(["1"], run.Summary.GetProperty("sequence_ids").EnumerateArray().Select(id => id.GetString()));
        await PublishedOnceAsync(6);
    }

    [Fact]
    public async Task The_part_goes_from_state_to_state_and_ends_live()
    {
        AWalk.Of(3).SaveTo(Photos);

        var run = (await UploadAsync("--follow")).Ends(0);

        Assert.Equal(["uploading", "uploaded", "publishing", "processing", "live"], run.Of("part").Select(part => part.Text("state")));
        var state = await Service.StateAsync();
        var live = run.Of("part")[^1];
        Assert.Equal(state.Clusters[0].Id, live.Text("publication_id"));
        Assert.Equal(state.Clusters[0].Images[0].SequenceId, live.GetProperty("remote_sequence_ids")[0].GetString());
    }

    [Fact]
    public async Task As_long_as_the_run_goes_on_with_a_part_it_names_no_step_for_the_user()
    {
        AWalk.Of(3).SaveTo(Photos);

        var run = (await UploadAsync()).Ends(0);

        Assert.Equal(["uploading", "uploaded", "publishing", "processing"], run.Of("part").Select(part => part.Text("state")));
        Assert.All(run.Of("part"), part => Assert.Null(part.Text("next_step")));
    }

    [Fact]
    public async Task Progress_ends_with_everything_sent()
    {
        AWalk.Of(5).OfSize(20_000).SaveTo(Photos);

        var run = (await UploadAsync()).Ends(0);

        var last = run.Of("progress")[^1];
        Assert.Equal(5, last.Number("photos_sent"));
        Assert.Equal((await Service.StateAsync()).Photos.Sum(photo => photo.Bytes), last.GetProperty("bytes_sent").GetInt64());
        Assert.Equal(last.Number("bytes"), last.Number("bytes_sent"));
    }

    [Fact]
    public async Task Photos_are_published_in_the_order_they_were_taken()
    {
        AWalk.Of(9).SaveTo(Photos);

        (await UploadAsync()).Ends(0);

        var names = (await Service.PhotosAsync()).Values.ToDictionary(photo => photo.Key, photo => photo.FileName, StringComparer.Ordinal);
        var published = (await Service.StateAsync()).Clusters[0].Images.Select(image => names[image.Key]);
        Assert.Equal(Enumerable.Range(1, 9).Select(AWalk.NameOf), published);
    }

    [Fact]
    public async Task Only_the_header_of_a_photo_changes_on_its_way()
    {
        AWalk.Of(3).OfSize(30_000).SaveTo(Photos);

        (await UploadAsync()).Ends(0);

        await BytesAreWholeAsync();
        Assert.Equal(3, (await Service.PhotosAsync()).Count);
    }

    [Fact]
    public async Task A_photo_tells_Mapillary_and_Map_the_Paths_what_the_specification_names()
    {
        AWalk.Of(2).SaveTo(Photos);

        (await UploadAsync("--description", "Zürich \"Ufer\"", "--tag", "lake", "--tag", "spring")).Ends(0);

        var photo = (await Service.PhotosAsync())[AWalk.NameOf(2)];
        var members = photo.Description.EnumerateObject().Select(member => member.Name).ToList();
        Assert.Equal(SpecifiedMembers, members);
        Assert.Equal("2023_05_10_10_00_04_250", photo.Description.Text("MAPCaptureTime"));
        Assert.Equal(47.1001, photo.Description.GetProperty("MAPLatitude").GetDouble(), 6);
        Assert.Equal(502, photo.Description.GetProperty("MAPAltitude").GetDouble());
        Assert.Equal(20, photo.Description.GetProperty("MAPCompassHeading").GetProperty("TrueHeading").GetDouble());
        Assert.Equal("Zürich \"Ufer\"", photo.Description.Text("MTPSequenceDescription"));
        Assert.Equal("""["lake","spring"]""", photo.Description.GetProperty("MTPSequenceTags").GetRawText());
        Assert.Equal("Earth-Walk", photo.Description.Text("MTPSequenceTransport"));
        Assert.True(photo.RawDescription.All(char.IsAscii), photo.RawDescription);
    }

    [Fact]
    public async Task Another_program_reads_the_description_back()
    {
        AWalk.Of(2).SaveTo(Photos);
        (await UploadAsync()).Ends(0);
        var photo = (await Service.PhotosAsync())[AWalk.NameOf(1)];
        var file = Path.Combine(Program.WorkingFolder, "received.jpg");
        await File.WriteAllBytesAsync(file, photo.Bytes, TestContext.Current.CancellationToken);

        var read = Assert.Single(ExifTool.Read(file));

        Assert.Equal(photo.RawDescription, read["IFD0:ImageDescription"]!.ToString());
        Assert.Equal("One", read["IFD0:Model"]!.ToString());
        Assert.False(read.ContainsKey("ExifTool:Warning"), read.ToString());
    }

    [Fact]
    public async Task Originals_stay_as_they_are()
    {
        AWalk.Of(3).SaveTo(Photos);
        var before = Snapshot(Photos);

        (await UploadAsync("--follow")).Ends(0);

        Assert.Equal(before, Snapshot(Photos));
    }

    [Fact]
    public async Task A_pause_makes_two_parts_and_two_publications()
    {
        AWalk.Of(6).WithPauseBefore(4).SaveTo(Photos);

        var run = (await UploadAsync("--follow")).Ends(0);

        Assert.Equal("6 photos, 6 sent, 6 visible", run.Counts());
        Assert.Equal([1, 2], run.Of("part").Where(part => part.Text("state") == "live").Select(part => part.Number("part")).Order());
        await PublishedOnceAsync(6, parts: 2);
    }

    [Fact]
    public async Task Show_tells_the_life_line_of_every_photo()
    {
        AWalk.Of(3).SaveTo(Photos);
        (await UploadAsync("--follow")).Ends(0);

        var run = (await Program.RunAsync("show", "lake WALK")).Ends(0);

        var images = (await Service.StateAsync()).Clusters[0].Images.Select(image => image.ImageId);
        var states = run.Of("photo").Select(photo => Assert.Single(photo.GetProperty("states").EnumerateArray())).ToList();
        Assert.All(states, state => Assert.Equal("visible", state.Text("state")));
        Assert.Equal(images, states.Select(state => state.Text("image_id")));
    }

    [Fact]
    public async Task A_photo_given_twice_is_sent_once()
    {
        AWalk.Of(3).SaveTo(Photos);

        var run = (await Program.RunAsync("upload", Photos, Photos, Photo(AWalk.NameOf(2)), "--name", "Lake walk", "--transport", "Earth-Walk")).Ends(0);

        Assert.Equal("3 photos, 3 sent", run.Counts());
        await PublishedOnceAsync(3);
    }

    private static List<(string, string, DateTime)> Snapshot(string folder) =>
        [.. new DirectoryInfo(folder).EnumerateFiles().OrderBy(file => file.Name, StringComparer.Ordinal).Select(file =>
            (file.Name, Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(file.FullName))), file.LastWriteTimeUtc))];
}
