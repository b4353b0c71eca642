using System.Security.Cryptography;
using MapThePaths.Emulator;
using MapThePaths.Tests.Fixtures;

namespace MapThePaths.Tests.Flows;

/// <summary>
/// The program is killed at each of its writes to the catalog in turn, once just before it is committed and once just after, and the same
/// command is given again. However often and wherever it was killed, the end is that of a run that never was. A sample of the writes is
/// taken; <c>KILL_AT=every-write</c> takes them all.
/// </summary>
public sealed class KilledAtEveryWrite
{
    private const int PhotoCount = 20;

    private static readonly bool Every = Environment.GetEnvironmentVariable("KILL_AT") == "every-write";

    /// <summary>Where to, just before or just after a write is committed, and how many parts there are.</summary>
    public static TheoryData<string, string, int> Moments => Every
        ? new(from destination in Destinations from parts in (int[])[1, 3] from moment in (string[])["before", "after"] select (destination, moment, parts))
        : new(("mapillary", "before", 1), ("mapillary", "after", 1), ("mapillary-v3", "after", 1));

    /// <summary>
    /// At which write of each run. A run that finds all photos there stores its intent to publish at the fifth or sixth, and whoever is killed
    /// there each time never publishes: that is no end to come to.
    /// </summary>
    public static TheoryData<string, string, int> Distances => Every
        ? new(
            from destination in Destinations
            from at in ((string, int)[])[("before", 8), ("after", 8), ("before", 9), ("after", 9), ("before", 10), ("after", 11), ("before", 13), ("after", 15)]
            select (destination, at.Item1, at.Item2))
        : new(("mapillary", "after", 11), ("mapillary-v3", "after", 11));

    private static string[] Destinations => ["mapillary", "mapillary-v3"];

    [Theory]
    [MemberData(nameof(Moments))]
    public async Task Once_and_started_again_it_comes_to_the_same_end(string destination, string moment, int parts)
    {
        var untouched = await EndAsync(destination, parts, walk => walk.UploadAsync());
        var write = 1;
        while (await IsKilledAsync(write))
        {
            write = Next(write);
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{write - 1} writes");
        Assert.True(write > PhotoCount, $"Only {write - 1} writes: where are those of the photos?");

        async Task<bool> IsKilledAsync(int write)
        {
            var wasKilled = false;
            var end = await EndAsync(destination, parts, async walk =>
            {
                wasKilled = await walk.IsKilledAsync(moment, write);
                await walk.GoOnAsync();
            });
            Assert.True(untouched == end, $"Killed {moment} write {write} it ended with\n{end}\ninstead of\n{untouched}");
            return wasKilled;
        }
    }

    [Theory]
    [MemberData(nameof(Distances))]
    public async Task Again_and_again_it_comes_to_the_same_end(string destination, string moment, int write)
    {
        var untouched = await EndAsync(destination, parts: 1, walk => walk.UploadAsync());
        var kills = 0;

        var end = await EndAsync(destination, parts: 1, async walk =>
        {
            while (await walk.IsKilledAsync(moment, write))
            {
                Assert.True(kills++ < 100, "It comes no further.");
            }
        });

        TestContext.Current.TestOutputHelper?.WriteLine($"{kills} kills");
        Assert.Equal(untouched, end);
        Assert.True(kills > 1, "It was not killed again.");
    }

    // All of the few before and after the photos, and some of the many photos.
    private static int Next(int write) => write + (Every || write is < 7 or >= 25 ? 1 : 9);

    private static async Task<string> EndAsync(string destination, int parts, Func<Walk, Task> way)
    {
        Walk walk = destination == "mapillary" ? new WalkToV4(parts) : new WalkToV3(parts);
        await walk.InitializeAsync();
        try
        {
            await way(walk);
            return await walk.EndAsync();
        }
        finally
        {
            await walk.DisposeAsync();
        }
    }

    /// <summary>One upload of the photos.</summary>
    private abstract class Walk(string destination, int parts) : AFlow
    {
        private string _originals = "";

        // With a wait for images there are looks that find none.
        protected override EmulatorOptions Options => new() { ProcessingSeconds = Every ? 1 : 0 };

        // A kill between the intent to publish and the call leaves nobody who knows whether it was made: that takes 72 hours to find out.
        private bool NobodyKnows { get; set; }

        public async Task UploadAsync() => Assert.Equal($"{PhotoCount} photos, {PhotoCount} sent, {PhotoCount} visible", (await Program.RunAsync(Command())).Ends(0).Counts());

        public async Task<bool> IsKilledAsync(string moment, int write)
        {
            var wasKilled = await Program.IsKilledAtWriteAsync(moment, write, Command());
            NobodyKnows = await IntentsWithoutACallAsync() > 0;
            if (NobodyKnows)
            {
                HoursPass(73);
            }

            return wasKilled;
        }

        public async Task GoOnAsync()
        {
            var run = (await Program.RunAsync(Command())).Ends(0);
            Assert.Equal(PhotoCount, run.Count("sent") + run.Count("already_sent"));
            Assert.Equal(PhotoCount, run.Count("visible"));
        }

        /// <summary>Where each photo is, here and there, in words that are the same for every such walk.</summary>
        public async Task<string> EndAsync()
        {
            var published = await PublishedAsync(parts);
            Assert.Equal(_originals, Originals());
            var photos = AskCatalog<string>("SELECT group_concat(path || ' ' || destination || ' ' || state, char(10) ORDER BY path) FROM life_line");
            var states = AskCatalog<string>("SELECT group_concat(state) FROM part");
            return string.Join('\n', [.. published.Order(StringComparer.Ordinal), photos.Replace(Photos, "", StringComparison.Ordinal), states]);
        }

        /// <summary>The names of the photos of each part that the service was told to publish; each photo once.</summary>
        protected abstract Task<IEnumerable<string>> PublishedAsync(int parts);

        protected abstract int PublishingCalls(ServiceState state);

        private string[] Command()
        {
            if (_originals.Length == 0)
            {
                Enumerable.Range(1, parts - 1).Aggregate(AWalk.Of(PhotoCount), (walk, pause) => walk.WithPauseBefore(pause * 7)).SaveTo(Photos);
                _originals = Originals();
            }

            return NobodyKnows ? ["send", "1", "--to", destination, "--publish-again", "--follow"] : Uploading(Photos, "--to", destination, "--follow");
        }

        private async Task<long> IntentsWithoutACallAsync()
        {
            var intents = File.Exists(Program.Catalog) && AskCatalog<long>("SELECT COUNT(*) FROM sqlite_master WHERE name = 'part'") > 0
                ? AskCatalog<long>("SELECT COUNT(*) FROM part WHERE intent_at IS NOT NULL")
                : 0;
            return intents - PublishingCalls(await Service.StateAsync());
        }

        private string Originals() => string.Join('\n', Directory.EnumerateFiles(Photos).Order(StringComparer.Ordinal)
            .Select(path => $"{Path.GetFileName(path)} {Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(path)))}"));
    }

    private sealed class WalkToV4(int parts) : Walk("mapillary", parts)
    {
        protected override async Task<IEnumerable<string>> PublishedAsync(int parts)
        {
            await PublishedOnceAsync(PhotoCount, parts);
            var names = (await Service.PhotosAsync()).ToDictionary(photo => photo.Value.Key, photo => photo.Key, StringComparer.Ordinal);
            return (await Service.StateAsync()).Clusters.Select(cluster => string.Join(' ', cluster.Images.Select(image => names[image.Key])));
        }

        protected override int PublishingCalls(ServiceState state) => state.FinishCalls.Count;
    }

    private sealed class WalkToV3(int parts) : Walk("mapillary-v3", parts)
    {
        protected override IReadOnlyDictionary<string, string> ServiceSettings => Service.V3Environment();

        protected override async Task<IEnumerable<string>> PublishedAsync(int parts)
        {
            var state = await Service.StateAsync();
            var published = state.V3Sessions.Where(session => session.Status == "published").ToList();

            // Killed between the answer and the row, a run leaves a session of which nobody knows: it holds nothing.
            Assert.All(state.V3Sessions.Except(published), session => Assert.Equal(("open", 0), (session.Status, session.Photos.Count)));
            Assert.Equal((parts, parts), (published.Count, PublishingCalls(state)));
            var photos = await Task.WhenAll(published.Select(Service.PhotosOfAsync));
            Assert.Equal(PhotoCount, photos.SelectMany(names => names.Keys).Distinct(StringComparer.Ordinal).Count());
            return photos.Select(names => string.Join(' ', names.Keys.Order(StringComparer.Ordinal)));
        }

        protected override int PublishingCalls(ServiceState state) => state.CallsOf("v3_publish");
    }
}
