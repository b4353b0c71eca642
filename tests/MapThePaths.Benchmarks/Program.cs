using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using MapThePaths.Benchmarks.Imagery;

// fuzz COUNT SEED [FOLDER]   changes photos at random and sees that reading and rewriting them keep their promises
// imagery                    whole folders of photos: photos a second, bytes read, memory
// inspect                    the built program over whole folders: time, processor, memory of the process
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
    default:
        // In this process: the projects that BenchmarkDotNet writes do not build with one folder for all artifacts.
        var job = Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance);
        BenchmarkSwitcher.FromAssembly(typeof(FuzzRun).Assembly).Run(args, DefaultConfig.Instance.AddJob(job));
        return 0;
}
