using MapThePaths.Tests.Fixtures;

namespace MapThePaths.Tests.Flows;

public sealed class Forgetting : AFlow
{
    [Fact]
    public async Task A_deleted_sequence_is_gone_here_and_nothing_else_is_touched()
    {
        AWalk.Of(3).SaveTo(Photos);
        (await UploadAsync("--follow")).Ends(0);
        var before = Directory.GetFiles(Photos).ToDictionary(path => path, File.ReadAllBytes);

        (await Program.RunAsync("delete", "1")).Ends(0);

        Assert.Equal(0, (await Program.RunAsync("list")).Count("count"));
        (await Program.RunAsync("show", "1")).Ends(2);
        Assert.All(before, file => Assert.Equal(file.Value, File.ReadAllBytes(file.Key)));
        await PublishedOnceAsync(3);
    }

    [Fact]
    public async Task Its_id_is_never_given_to_another_one()
    {
        AWalk.Of(3).SaveTo(Photos);
        var import = Uploading(Photos)[1..];
        Assert.Equal("1", (await Program.RunAsync(["import", .. import])).Ends(0).Of("sequence")[0].Text("id"));
        (await Program.RunAsync("delete", "1")).Ends(0);

        Assert.Equal("2", (await Program.RunAsync(["import", .. import])).Ends(0).Of("sequence")[0].Text("id"));
        (await Program.RunAsync("show", "1")).Ends(2);
    }

    [Fact]
    public async Task What_was_published_of_it_is_never_sent_again()
    {
        AWalk.Of(3).SaveTo(Photos);
        (await UploadAsync("--follow")).Ends(0);
        (await Program.RunAsync("delete", "1")).Ends(0);

        var run = (await UploadAsync("--follow")).Ends(0);

        Assert.Equal("3 photos, 3 already_sent, 3 visible", run.Counts());
        await PublishedOnceAsync(3);
    }

    [Fact]
    public async Task What_was_sent_of_it_and_not_published_is_sent_with_the_next_sequence()
    {
        AWalk.Of(3).SaveTo(Photos);
        Service.AddFault("finish:status=400:first=1");
        (await UploadAsync()).Ends(5);
        (await Program.RunAsync("delete", "1")).Ends(0);

        (await UploadAsync("--follow")).Ends(0);

        Assert.Equal(3, Assert.Single((await Service.StateAsync()).Clusters).Images.Count);
    }

    [Fact]
    public async Task It_is_kept_while_nobody_knows_whether_it_was_published()
    {
        AWalk.Of(3).SaveTo(Photos);
        Service.AddFault("finish:lose_reply:first=1");
        await UploadAsync();

        var run = (await Program.RunAsync("delete", "1")).Ends(6);

        Assert.Contains("'mtpdu status 1 --follow'", run.Summary.Text("error"), StringComparison.Ordinal);
        (await Program.RunAsync("status", "1", "--follow")).Ends(0);
        await PublishedOnceAsync(3);
    }
}
