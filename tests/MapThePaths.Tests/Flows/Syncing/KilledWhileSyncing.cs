using MapThePaths.Emulator.MapThePathsWeb;
using MapThePaths.Tests.Fixtures;

namespace MapThePaths.Tests.Flows.Syncing;

/// <summary>
/// The program is killed at each write of a sync in turn, once just before it is committed and once just after, and the same command is given
/// again. It ends with one entry that has all that was said of it; only where the call that makes an entry may have gone out is the user asked.
/// </summary>
public sealed class KilledWhileSyncing
{
    private static readonly bool Every = Environment.GetEnvironmentVariable("KILL_AT") == "every-write";

    public static TheoryData<WebGeneration, string> Moments => new()
    {
        { WebGeneration.Seed, "before" }, { WebGeneration.Seed, "after" }, { WebGeneration.Head, "before" }, { WebGeneration.Head, "after" },
    };

    [Theory]
    [MemberData(nameof(Moments))]
    public async Task At_any_write_the_next_sync_comes_to_the_same_end(WebGeneration generation, string moment)
    {
        await using var story = new Story(generation);
        await story.InitializeAsync();
        await story.SendAsync();

        // The first three store consent, contract and entry, before any call that changes something.
        var write = Every ? 1 : 3;
        while (await story.IsKilledAsync(moment, write))
        {
            write++;
        }

        Assert.InRange(write, 5, 20);
    }

    private sealed class Story(WebGeneration generation) : ASync(generation)
    {
        private readonly WebGeneration _generation = generation;

        public Task SendAsync() => SendAsync(0, "--tag", "lake");

        public async Task<bool> IsKilledAsync(string moment, int write)
        {
            // The entries of earlier tries stay at the server; this side knows nothing of them.
            AskCatalog<object?>("DELETE FROM entry; DELETE FROM entry_server");
            var before = (await RowsAsync()).Count;
            var wasKilled = await Program.IsKilledAtWriteAsync(moment, write, "sync", "1", "--consent");
            AMinutePasses();
            var run = await SyncAsync("--consent");
            if (run.Of("mtpw").Single().Text("state") == "unclear")
            {
                run.Ends(3);
                Assert.InRange((await RowsAsync()).Count, before, before + 1);
                run = await SyncAsync("--create-again");
            }

            var line = run.Ends(0).Of("mtpw").Single();
            var row = Assert.Single(await RowsAsync(), row => row.IsPublished);
            Assert.Equal((line.Text("mtpw_id"), line.Text("sequence_key")), (row.UniqueId, row.SequenceKey));
            Assert.Equal(_generation == WebGeneration.Head ? ["lake"] : [], row.Tags);
            return wasKilled;
        }
    }
}
