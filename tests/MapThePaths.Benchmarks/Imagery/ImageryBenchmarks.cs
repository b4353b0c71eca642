using BenchmarkDotNet.Attributes;
using MapThePaths.Imagery;
using MapThePaths.Imagery.Gpx;

namespace MapThePaths.Benchmarks.Imagery;

/// <summary>The same single operations under BenchmarkDotNet.</summary>
[MemoryDiagnoser]
public class ImageryBenchmarks
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mtpdu-benchmark-").FullName;
    private readonly HeaderEdit _edit = new() { ImageDescription = new string('x', 900), Position = new Position(47.5, 8.5), Heading = 12.5 };
    private string _small = "";
    private string _large = "";
    private string _track = "";

    [GlobalSetup]
    public void Save()
    {
        _small = Save("small.jpg", PhotoSet.Photo(0, 60_000));
        _large = Save("large.jpg", PhotoSet.Photo(0, 5_000_000));
        _track = Save("track.gpx", PhotoSet.Track(100_000));
    }

    [GlobalCleanup]
    public void Delete() => Directory.Delete(_folder, recursive: true);

    [Benchmark]
    public PhotoReading ReadSmallPhoto() => PhotoReader.Read(_small);

    [Benchmark]
    public PhotoReading ReadLargePhoto() => PhotoReader.Read(_large);

    [Benchmark]
    public RewrittenHeader PrepareLargePhoto() => HeaderWriter.Rewrite(_large, _edit);

    [Benchmark]
    public GpxReading ReadTrack() => GpxReader.Read(_track);

    private string Save(string name, byte[] bytes)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }
}
