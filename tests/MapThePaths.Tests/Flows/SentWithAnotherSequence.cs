using MapThePaths.Tests.Fixtures;

namespace MapThePaths.Tests.Flows;

/// <summary>The same photos under a second name: every verb says that they are online already, and with which sequence.</summary>
public sealed class SentWithAnotherSequence : AFlow
{
    [Theory]
    [InlineData("list", "sent with sequence 1")]
    [InlineData("show Again", "1 of sequence 1")]
    [InlineData("status Again", "3 photos of 'Again' went to mapillary with sequence 1: 'mtpdu status 1' tells more.")]
    [InlineData("verify Again", "part 1 of sequence 1, which has photos of this one, at mapillary: 3 match, 0 missing, 0 differ")]
    public async Task It_is_told_by(string verb, string words)
    {
        AWalk.Of(3).SaveTo(Photos);
        (await UploadAsync("--follow")).Ends(0);
        (await Program.RunAsync("import", Photos, "--name", "Again", "--transport", "Earth-Walk")).Ends(0);

        var run = await Program.RunForPeopleAsync(verb.Split(' '));

        Assert.Contains(words, run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Nothing", run.Output + run.Error, StringComparison.Ordinal);
    }
}
