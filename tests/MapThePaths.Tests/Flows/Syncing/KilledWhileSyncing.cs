using MapThePaths.Emulator.MapThePathsWeb;
using MapThePaths.Tests.Fixtures;

namespace MapThePaths.Tests.Flows.Syncing;

/// <summary>
/// The program is killed at each write of a sync in turn, once just before it is committed and once just after, and the same command is given
/// again. It ends with one entry that has all that was said of it; only where the call that makes an entry may have gone out is the user asked.
/// </summary>
public sealed class KilledWhileSyncing
{
    [Theory]
    [InlineData(WebGeneration.Seed, "before")]
    [InlineData(WebGeneration.Seed, "after")]
    [InlineData(WebGeneration.Head, "before")]
    [InlineData(WebGeneration.Head, "after")]
    public async Task At_any_write_the_next_sync_comes_to_the_same_end(WebGeneration generation, string moment)
    {
        var write = 1;
        while (await new Story(generation).IsKilledAsync(moment, write))
        {
            write++;
        }

        Assert.InRange(write, 5, 20);
    }

    private sealed class Story(WebGeneration generation) : ASync(generation)
    {
        private readonly WebGeneration _generation = generation;

        public async Task<bool> IsKilledAsync(string moment, int write)
        {
            await InitializeAsync();
            try
            {
                return await TellAsync(moment, write);
            }
            finally
            {
                await DisposeAsync();
            }
        }

        private async Task<bool> TellAsync(string moment, int write)
        {
            await SendAsync(0, "--tag", "lake");
            var wasKilled = await Program.IsKilledAtWriteAsync(moment, write, "sync", "1", "--consent");
            AMinutePasses();
            var run = await SyncAsync("--consent");
            if (run.Of("mtpw").Single().Text("state") == "unclear")
            {
                var made = (await RowsAsync()).Count;
                Assert.InRange(made, 0, 1);
                (await SyncAsync()).Ends(3);
                Assert.Equal(made, (await RowsAsync()).Count);
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
