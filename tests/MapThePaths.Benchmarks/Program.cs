using BenchmarkDotNet.Running;
using MapThePaths.Benchmarks.Imagery;

// fuzz COUNT SEED [FOLDER]   changes photos at random and sees that reading and rewriting them keep their promises
// imagery                    whole folders of photos: photos a second, bytes read, memory
// anything else              BenchmarkDotNet, such as --filter '*Imagery*'
switch (args)
{
    case ["fuzz", var count, var seed, .. var folder]:
        return FuzzRun.Start(long.Parse(count), int.Parse(seed), folder.FirstOrDefault());
    case ["imagery"]:
        ImageryRun.Start();
        return 0;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(FuzzRun).Assembly).Run(args);
        return 0;
}
