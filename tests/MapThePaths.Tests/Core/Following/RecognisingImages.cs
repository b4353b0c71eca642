using MapThePaths.Tests.Fixtures;

namespace MapThePaths.Tests.Core.Following;

public sealed class RecognisingImages
{
    private readonly ScriptedDestination _destination = new();

    [Theory]
    [InlineData(0, 0, true)]
    [InlineData(0, 4.9, true)]
    [InlineData(0, 5.1, false)]
    [InlineData(1, 0, false)]
    [InlineData(-1, 0, false)]
    [InlineData(1000, 0, false)]
    public async Task An_image_is_a_photos_when_taken_at_its_millisecond_and_within_five_metres(int millisecondsLater, double metresNorth, bool isRecognised)
    {
        using var journey = await PublishedAsync();
        _destination.Images.Add(ScriptedDestination.ImageOf(Photo("1.jpg"), "image", millisecondsLater, metresNorth));

        await journey.LookAsync(_destination);

        Assert.Equal(isRecognised ? "image" : null, journey.LineOf("1.jpg").ImageId);
        Assert.Equal(isRecognised ? 1 : 0, journey.Part().Visible);
    }

    [Fact]
    public async Task Of_two_images_at_the_same_millisecond_the_nearer_one_is_the_photos()
    {
        using var journey = await PublishedAsync();
        _destination.Images.Add(ScriptedDestination.ImageOf(Photo("1.jpg"), "farther", metresNorth: 3));
        _destination.Images.Add(ScriptedDestination.ImageOf(Photo("1.jpg"), "nearer", metresNorth: -1));
        _destination.Images.Add(ScriptedDestination.ImageOf(Photo("1.jpg"), "farthest", metresNorth: 4));

        await journey.LookAsync(_destination);

        Assert.Equal("nearer", journey.LineOf("1.jpg").ImageId);
    }

    [Fact]
    public async Task Two_cameras_that_shot_at_the_same_millisecond_get_an_image_each()
    {
        using var journey = new Journey();
        journey.Take("left 0.jpg", 0, 0, "Left");
        journey.Take("right 0.jpg", 0, 2, "Right");
        journey.Take("left 1.jpg", 5, 10, "Left");
        journey.Take("right 1.jpg", 5, 12, "Right");
        journey.Import();
        await journey.SendAsync(_destination);
        _destination.Show();

        await journey.LookAsync(_destination);

        Assert.All(journey.Lines(), line => Assert.Equal($"image of {Path.GetFileName(line.Path)}", line.ImageId));
    }

    [Fact]
    public async Task One_image_is_never_given_to_two_photos()
    {
        using var journey = new Journey();
        journey.Take("a.jpg", 0, 0);
        journey.Take("b.jpg", 0, 2);
        journey.Take("c.jpg", 20, 10);
        journey.Import();
        await journey.SendAsync(_destination);
        _destination.Images.Add(ScriptedDestination.ImageOf(Photo("b.jpg"), "image", metresNorth: -0.5));

        await journey.LookAsync(_destination);

        Assert.Equal(["a.jpg published", "b.jpg visible", "c.jpg published"], journey.LifeLines());
    }

    [Fact]
    public async Task Images_of_others_are_passed_over()
    {
        using var journey = await PublishedAsync();
        _destination.Show();
        _destination.Images.Add(ScriptedDestination.ImageOf(Photo("1.jpg"), "foreign", millisecondsLater: 400));
        _destination.Images.Add(ScriptedDestination.ImageOf(Photo("1.jpg"), "far away", metresNorth: 500));

        await journey.LookAsync(_destination);

        Assert.Equal(["image of 0.jpg", "image of 1.jpg", "image of 2.jpg"], journey.Rows("SELECT image_id FROM remote_image ORDER BY image_id"));
    }

    [Fact]
    public async Task The_destination_is_asked_for_the_time_and_the_box_of_the_part_and_its_account()
    {
        using var journey = await PublishedAsync();

        await journey.LookAsync(_destination);

        var query = Assert.Single(_destination.Looks);
        Assert.Equal(_destination.Account, query.Account);
        Assert.Equal("publication 1", query.PublicationId);
        Assert.Equal((250, 250), (query.First.InUtc().Millisecond, query.Last.InUtc().Millisecond));
        Assert.Equal(4, (query.Last - query.First).TotalSeconds);
        Assert.Equal(Shot.North(22).Latitude, query.Box.North, tolerance: 1e-6);
        Assert.Equal(Shot.Start.Latitude, query.Box.South, tolerance: 1e-6);
    }

    [Fact]
    public async Task Records_of_images_and_their_sequence_are_kept_as_received()
    {
        using var journey = await PublishedAsync();
        _destination.Show("0.jpg");

        await journey.LookAsync(_destination);

        Assert.Equal(["""remote sequence, {"id":"0.jpg"}"""], journey.Rows("SELECT remote_sequence_id, record FROM remote_image"));
        Assert.Equal(["""remote sequence, {"id":"remote sequence"}"""], journey.Rows("SELECT remote_sequence_id, record FROM remote_sequence"));
        Assert.Equal(["remote sequence"], journey.Part().RemoteSequences);
    }

    [Fact]
    public async Task An_image_without_a_sequence_is_recognised_and_gets_it_later()
    {
        using var journey = await PublishedAsync();
        var image = ScriptedDestination.ImageOf(Photo("0.jpg"));
        _destination.Images.Add(image with { SequenceId = null });
        await journey.LookAsync(_destination);
        Assert.Equal(1, journey.Part().Visible);
        Assert.Empty(journey.Part().RemoteSequences);
        _destination.Images[0] = image;

        await journey.LookAsync(_destination);

        Assert.Equal(["remote sequence"], journey.Part().RemoteSequences);
    }

    [Fact]
    public async Task An_image_of_the_other_camera_is_not_taken_for_a_photo_whose_own_image_is_missing()
    {
        using var journey = new Journey();
        journey.Take("left 0.jpg", 0, 0, "Left");
        journey.Take("right 0.jpg", 0, 1, "Right");
        journey.Take("left 1.jpg", 5, 10, "Left");
        journey.Take("right 1.jpg", 5, 11, "Right");
        journey.Import();
        await journey.SendAsync(_destination);
        _destination.Images.Add(ScriptedDestination.ImageOf(Photo("right 0.jpg"), metresNorth: -0.9) with { Make = "GoPro", Model = "Right" });

        await journey.LookAsync(_destination);

        Assert.Equal(["left 0.jpg published", "left 1.jpg published", "right 0.jpg visible", "right 1.jpg published"], journey.LifeLines());
    }

    [Fact]
    public async Task What_the_destination_says_of_an_image_stands_in_columns_too()
    {
        using var journey = await PublishedAsync();
        _destination.Images.Add(ScriptedDestination.ImageOf(Photo("0.jpg")) with
        {
            Make = "GoPro",
            Model = "Max",
            Heading = 91.5,
            CameraType = "spherical",
            IsPanorama = true,
            ComputedPosition = new(47.5, 8.5),
        });

        await journey.LookAsync(_destination);

        Assert.Equal(
            ["GoPro, Max, 91.5, spherical, 1, 47.5, 8.5"],
            journey.Rows("SELECT make, model, heading, camera_type, is_panorama, computed_latitude, computed_longitude FROM remote_image"));
    }

    [Fact]
    public async Task A_sequence_is_asked_for_again_only_when_something_in_it_is_new()
    {
        using var journey = await PublishedAsync();
        _destination.Show("0.jpg");
        await journey.LookAsync(_destination);
        await journey.LookAsync(_destination);
        Assert.Single(_destination.SequencesAsked);
        _destination.Show("1.jpg");

        await journey.LookAsync(_destination);
        await journey.LookAsync(_destination);

        Assert.Equal(2, _destination.SequencesAsked.Count);
    }

    private async Task<Journey> PublishedAsync()
    {
        var journey = Journey.Of(3);
        await journey.SendAsync(_destination);
        return journey;
    }

    private SentPhoto Photo(string name) => _destination.Arrived.Single(photo => photo.Name == name);
}
