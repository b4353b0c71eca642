using MapThePaths.Emulator;
using MapThePaths.Tests.Fixtures;

namespace MapThePaths.Tests.Flows;

/// <summary>What people read while images are waited for.</summary>
public sealed class FollowingInWords : AFlow
{
    protected override EmulatorOptions Options => new() { ProcessingSeconds = 4 };

    [Fact]
    public async Task What_has_not_changed_since_the_last_look_is_told_to_scripts_alone()
    {
        AWalk.Of(2).SaveTo(Photos);

        var run = (await UploadAsync("--follow")).Ends(0);

        Assert.True(run.Of("part").Count(part => part.Text("state") == "processing" && part.Text("next_look_at") is not null) > 2, run.ToString());
        Assert.Equal(2, run.Error.Split("0 of 2 visible").Length);
        Assert.Contains("part 1 at mapillary: 2 of 2 visible", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Map_the_Paths_Web_is_spoken_of_to_those_who_signed_in_there()
    {
        AWalk.Of(2).SaveTo(Photos);
        Program.With("MTP_WEB_URL", Service.Addresses.Mtpw.Url);

        var without = (await UploadAsync("--follow")).Ends(0);
        Program.With("MTP_WEB_TOKEN", "aToken");
        var with = (await Program.RunAsync("send", "1", "--follow")).Ends(0);

        Assert.All([without, with], run => Assert.Single(run.Of("note")));
        Assert.DoesNotContain("Map the Paths Web", without.Error, StringComparison.Ordinal);
        Assert.Contains("Map the Paths Web cannot take", with.Error, StringComparison.Ordinal);
    }
}
