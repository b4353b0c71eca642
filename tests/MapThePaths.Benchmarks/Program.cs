using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using MapThePaths.Benchmarks.Imagery;
using MapThePaths.Benchmarks.Sending;
using MapThePaths.Benchmarks.Sequencing;

// fuzz COUNT SEED [FOLDER]   changes photos at random and sees that reading and rewriting them keep their promises
// imagery                    whole folders of photos: photos a second, bytes read, memory
// inspect                    the built program over whole folders: time, processor, memory of the process
// upload [ROUNDS]            the built program sends large and small photos, beside a bare socket program
// line                       the same with small photos over a long slow line
// many [COUNT]               the built program imports and sends 100,000 tiny photos: time, processor, memory on the way
// catalog [COUNT]            what is asked of a catalog of 1,000,000 photos, and how long the answers take
// plan [COUNT]               100,000 photos of one sequence are planned, without edits and with several
// anything else              BenchmarkDotNet, such as --filter '*Imagery*'
switch (args)
{
    case ["fuzz", var count, var seed, .. var folder]:
        return FuzzRun.Start(long.Parse(count), int.Parse(seed), folder.FirstOrDefault());
    case ["imagery"]:
        ImageryRun.Start();
        return 0;
    case ["inspect"]:
        InspectRun.Start();
        return 0;
    case ["upload", .. var rounds]:
        return await UploadRun.StartAsync(rounds.Length == 1 ? int.Parse(rounds[0]) : 5);
    case ["line"]:
        return await UploadRun.StartOnALineAsync();
    case ["many", .. var count]:
        return await ManyPhotosRun.StartAsync(count.Length == 1 ? int.Parse(count[0]) : 100_000);
    case ["catalog", .. var count]:
        return LargeCatalogRun.Start(count.Length == 1 ? int.Parse(count[0]) : 1_000_000);
    case ["plan", .. var count]:
        return PlanningRun.Start(count.Length == 1 ? int.Parse(count[0]) : 100_000);
    case [BareSender.Command, var address, var token, var folder, var connections]:
        return BareSender.Run(new Uri(address), token, folder, int.Parse(connections));
    default:
        // In this process: the projects that BenchmarkDotNet writes do not build with one folder for all artifacts.
        var job = Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance);
        BenchmarkSwitcher.FromAssembly(typeof(FuzzRun).Assembly).Run(args, DefaultConfig.Instance.AddJob(job));
        return 0;
}
