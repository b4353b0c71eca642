using System.Text.Json;
using MapThePaths.Tests.Fixtures;

namespace MapThePaths.Tests.Flows;

/// <summary><c>docs/json.md</c> and the program agree. Beyond this, every JSON run of every flow test is held to the document.</summary>
public sealed class TheJsonDocument : AFlow
{
    [Fact]
    public void Its_examples_keep_to_its_tables()
    {
        Assert.NotEmpty(JsonContract.Examples);
        Assert.All(JsonContract.Examples, example => JsonContract.Check(example.Verb, JsonElement.Parse(example.Line)));
    }

    [Fact]
    public void Every_verb_has_an_example() =>
        Assert.Empty(JsonContract.Verbs.Except(["upload", "practice", "undo", "redo"]).Except(JsonContract.Examples.Select(example => example.Verb)));

    [Fact]
    public async Task Every_verb_of_the_program_is_described()
    {
        var help = (await Program.RunForPeopleAsync("--help")).Output;

        var verbs = help[help.IndexOf("Commands:", StringComparison.Ordinal)..].Split('\n').Skip(1)
            .TakeWhile(line => line.StartsWith("  ", StringComparison.Ordinal))
            .Where(line => char.IsLetter(line[2]))
            .Select(line => line.Trim().Split(' ')[0].TrimEnd(','));
        Assert.Equal(verbs.Order(StringComparer.Ordinal), JsonContract.Verbs.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_long_story_prints_no_line_that_is_not_described()
    {
        AWalk.Of(8).WithPauseBefore(5).SaveTo(Photos);
        Save("broken.jpg", "text"u8.ToArray());
        Service.AddFault("upload:status=400:only=2");
        string[][] story =
        [
            ["inspect", Photos], ["list"], ["status"], ["import", .. Uploading(Photos, "--tag", "lake")[1..]], ["plan", "1"], ["show", "1"],
            ["send", "1", "--dry-run"], ["send", "1"], ["status", "1", "--follow"], ["send", "1", "--follow"], ["show", "1"], ["list"], ["status"], ["doctor"],
            ["verify", "1", "--safe-to-delete"], ["send", "1", "--resend"], ["show", "1"],
        ];

        foreach (var arguments in story)
        {
            var run = await Program.RunAsync(arguments);

            Assert.True(run.ExitCode is 0 or 3, run.ToString());
        }
    }

    [Fact]
    public async Task The_line_of_emulate_is_described()
    {
        var (line, _) = await Program.FirstLineAsync("emulate", "--json");

        JsonContract.Check("emulate", JsonElement.Parse(line));
    }

    [Fact]
    public async Task Also_a_run_that_could_not_send_counts()
    {
        AWalk.Of(2).SaveTo(Photos);
        Program.With("MAPILLARY_ACCESS_TOKEN", "");

        var summary = (await UploadAsync()).Ends(4).Summary;

        string[] promised = ["sequence_ids", "photos", "sent", "already_sent", "left_out", "failed", "dry_run", "visible", "exit_code"];
        Assert.All(promised, member => Assert.True(summary.TryGetProperty(member, out _), member));
    }
}
