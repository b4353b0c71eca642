namespace MapThePaths.Emulator.State;

/// <summary>Where an emulator keeps what it holds; a private one goes away with it.</summary>
internal sealed class StateFolder : IDisposable
{
    private readonly bool _ours;

    private StateFolder(string path, bool ours)
    {
        Path = path;
        _ours = ours;
        Directory.CreateDirectory(Bytes);
        Directory.CreateDirectory(Objects);
    }

    public string Path { get; }

    public string Bytes => System.IO.Path.Combine(Path, "bytes");

    /// <summary>What came to the bucket of API v3.</summary>
    public string Objects => System.IO.Path.Combine(Path, "objects");

    public string Journal => System.IO.Path.Combine(Path, "journal.jsonl");

    public static StateFolder Open(string? path) => path is null
        ? new StateFolder(Directory.CreateTempSubdirectory("mtpdu-emulator-").FullName, ours: true)
        : new StateFolder(System.IO.Path.GetFullPath(path), ours: false);

    public void Dispose()
    {
        if (_ours)
        {
            Directory.Delete(Path, recursive: true);
        }
    }
}
