using MapThePaths.Tests.Fixtures;

namespace MapThePaths.Tests.Flows;

/// <summary>Photos that went out with another sequence: every verb says so.</summary>
public sealed class SentWithAnotherSequence : AFlow
{
    [Theory]
    [InlineData("list", "photos of it with sequence 1")]
    [InlineData("show Again", "1 of sequence 1")]
    [InlineData("status Again", "3 photos of 'Again' went to mapillary with sequence 1: 'mtpdu status 1' tells more.")]
    [InlineData("verify Again", "part 1 of sequence 1, which has photos of this one, at mapillary: 3 match, 0 missing, 0 differ")]
    [InlineData("sync Again", "3 photos of 'Again' went to mapillary with sequence 1: 'mtpdu sync 1' tells more.")]
    public async Task It_is_told_by(string verb, string words)
    {
        AWalk.Of(3).SaveTo(Photos);
        (await UploadAsync("--follow")).Ends(0);
        (await Program.RunAsync("import", Photos, "--name", "Again", "--transport", "Earth-Walk")).Ends(0);

        await SaysAsync(verb, words);
    }

    [Theory]
    [InlineData("list", "photos of it with sequence 1")]
    [InlineData("status All", "3 photos of 'All' went to mapillary with sequence 1: 'mtpdu status 1' tells more.")]
    [InlineData("sync All", "3 photos of 'All' went to mapillary with sequence 1: 'mtpdu sync 1' tells more.")]
    public async Task It_is_told_of_a_bigger_sequence_by(string verb, string words)
    {
        var others = Path.Combine(Path.GetDirectoryName(Photos)!, "others");
        AWalk.Of(3).SaveTo(Photos);
        AWalk.Of(2).WithPauseBefore(1).Elsewhere().SaveTo(others);
        (await UploadAsync("--follow")).Ends(0);
        (await Program.RunAsync("import", others, Photos, "--name", "All", "--transport", "Earth-Walk")).Ends(0);

        await SaysAsync(verb, words);
        (await Program.RunAsync("send", "All")).Ends(0);
        await SaysAsync(verb, words);
    }

    [Theory]
    [InlineData("list", "photos of it with sequence 1")]
    [InlineData("show Tagged", "1 of sequence 1")]
    public async Task It_is_told_of_copies_that_another_program_wrote_into_by(string verb, string words)
    {
        var copies = Path.Combine(Path.GetDirectoryName(Photos)!, "copies");
        AWalk.Of(3).SaveTo(Photos);
        (await UploadAsync("--follow")).Ends(0);
        Directory.CreateDirectory(copies);
        Enumerable.Range(1, 3).ToList().ForEach(i => AWalk.Of(3).Photo(i).Altitude(52).SaveTo(Path.Combine(copies, AWalk.NameOf(i))));
        (await Program.RunAsync("import", copies, "--name", "Tagged", "--transport", "Earth-Walk")).Ends(0);

        await SaysAsync(verb, words);
    }

    private async Task SaysAsync(string verb, string words)
    {
        Program.With("MTP_WEB_URL", Service.Addresses.Mtpw.Url);
        var run = await Program.RunForPeopleAsync(verb.Split(' '));

        Assert.Contains(words, run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Nothing", run.Output + run.Error, StringComparison.Ordinal);
    }
}
