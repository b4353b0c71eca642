namespace MapThePaths.Tests.Fixtures;

/// <summary>A folder of its own for a test, gone afterwards.</summary>
public sealed class TemporaryFolder : IDisposable
{
    public TemporaryFolder() => Path = Directory.CreateTempSubdirectory("mtpdu-test-").FullName;

    public string Path { get; }

    /// <summary>A path inside of the folder.</summary>
    public string this[string name] => System.IO.Path.Combine(Path, name);

    public string Save(string name, byte[] bytes)
    {
        File.WriteAllBytes(this[name], bytes);
        return this[name];
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
