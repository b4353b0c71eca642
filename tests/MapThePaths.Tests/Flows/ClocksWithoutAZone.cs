using System.Globalization;
using MapThePaths.Tests.Fixtures;

namespace MapThePaths.Tests.Flows;

/// <summary>The camera's clock says no zone, and no GPS time helps: nothing is sent until the user names one.</summary>
public sealed class ClocksWithoutAZone : AFlow
{
    public ClocksWithoutAZone()
    {
        for (var photo = 1; photo <= 3; photo++)
        {
            APhoto.At(47.1 + (photo * 0.00005), 8.5)
                .TakenByClock(new DateTime(2023, 7, 1, 12, 0, photo * 2, 500, DateTimeKind.Unspecified).ToString("yyyy-MM-dd HH:mm:ss.fff", CultureInfo.InvariantCulture))
                .SaveTo(Photo(AWalk.NameOf(photo)));
        }
    }

    [Fact]
    public async Task Nothing_is_sent_and_the_option_is_named()
    {
        var run = (await UploadAsync()).Ends(2);

        Assert.Contains("--time-zone", run.Error, StringComparison.Ordinal);
        Assert.Equal("3 photos, 3 failed", run.Counts());
        Assert.Empty((await Service.StateAsync()).Calls);
    }

    [Fact]
    public async Task Ctrl_C_at_the_question_for_it_ends_the_run()
    {
        (await Program.RunAsync(["import", .. Uploading(Photos)[1..]])).Ends(0);

        var run = (await Program.AnswerOnTerminalAsync("which zone", "\u0003", "send", "1")).Ends(130);

        Assert.Contains("Stopped.", run.Output, StringComparison.Ordinal);
        Assert.Empty((await Service.StateAsync()).Calls);
    }

    [Fact]
    public async Task A_zone_that_was_answered_holds_for_all_destinations()
    {
        (await Program.RunAsync(["import", .. Uploading(Photos)[1..]])).Ends(0);

        var run = (await Program.AnswerOnTerminalAsync("which zone", "Europe/Rome\r", "send", "1", "--to", "mapillary", "--to", "practice")).Ends(0);

        Assert.DoesNotContain("which zone", run.Output, StringComparison.Ordinal);
        await PublishedOnceAsync(3);
    }

    [Fact]
    public async Task The_plan_says_so_beforehand()
    {
        (await Program.RunAsync(["import", .. Uploading(Photos)[1..]])).Ends(0);

        var run = await Program.RunAsync("plan", "1");

        Assert.True(run.Summary.GetProperty("needs_time_zone").GetBoolean());
        Assert.Contains("2023-07-01 12:00:02 to 2023-07-01 12:00:06 by the camera's clock.", run.Error, StringComparison.Ordinal);
        Assert.Contains(" to 2023-07-01 12:00:06 by the camera's clock.", (await Program.RunAsync("show", "1")).Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Europe/Rome", "2023_07_01_10_00_02_500")]
    [InlineData("utc", "2023_07_01_12_00_02_500")]
    [InlineData("-03:30", "2023_07_01_15_30_02_500")]
    public async Task With_a_zone_the_photos_are_sent_with_their_instant(string zone, string captureTime)
    {
        (await UploadAsync()).Ends(2);

        var run = (await Program.RunAsync("send", "1", "--time-zone", zone, "--follow")).Ends(0);

        Assert.Equal("3 photos, 3 sent, 3 visible", run.Counts());
        Assert.DoesNotContain("time-zone-unknown", run.Error, StringComparison.Ordinal);
        Assert.Equal(captureTime, (await Service.PhotosAsync())[AWalk.NameOf(1)].Description.Text("MAPCaptureTime"));
    }

    [Fact]
    public async Task A_zone_given_to_a_refused_command_is_not_remembered()
    {
        (await Program.RunAsync("import", Photos, "--name", "Flight", "--transport", "Air-Drone")).Ends(0);

        (await Program.RunAsync("send", "1", "--time-zone", "utc")).Ends(6);

        Assert.Null(Assert.Single((await Program.RunAsync("show", "1")).Of("sequence")).Text("time_zone"));
    }

    [Fact]
    public async Task A_zone_given_once_is_remembered()
    {
        (await Program.RunAsync(["import", .. Uploading(Photos, "--time-zone", "Europe/Rome")[1..]])).Ends(0);

        var run = (await UploadAsync()).Ends(0);

        Assert.Equal("Europe/Rome", run.Of("sequence")[0].Text("time_zone"));
        Assert.Equal(3, run.Count("sent"));
    }

    [Fact]
    public async Task A_photo_of_the_same_camera_with_gps_time_tells_the_zone()
    {
        APhoto.At(47.1003, 8.5).TakenUtc("2023-07-01 10:00:09").TakenByClock("2023-07-01 12:00:09").SaveTo(Photo("walk09.jpg"));

        var run = (await UploadAsync("--follow")).Ends(0);

        Assert.Equal("4 photos, 4 sent, 4 visible", run.Counts());
        Assert.Equal("2023_07_01_10_00_02_500", (await Service.PhotosAsync())[AWalk.NameOf(1)].Description.Text("MAPCaptureTime"));
    }
}
