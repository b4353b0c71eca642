namespace MapThePaths.Tests.Fixtures;

/// <summary>Programs of the system that are replaced by scripts of ours.</summary>
internal sealed class FakeTools : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public FakeTools() => Directory.CreateDirectory(_folder["bin"]);

    /// <summary>The value of <c>PATH</c> that finds them first.</summary>
    public string Path => $"{_folder["bin"]}:{Environment.GetEnvironmentVariable("PATH")}";

    public string Folder => _folder["bin"];

    public void Add(string name, string script)
    {
        var path = System.IO.Path.Combine(_folder["bin"], name);
        File.WriteAllText(path, $"#!/bin/sh\n{script}\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    public void Dispose() => _folder.Dispose();
}
