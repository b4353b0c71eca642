using System.Diagnostics;

namespace MapThePaths.Tests.Fixtures;

/// <summary>A disk of a few megabytes, which a test can fill. Only root may have one.</summary>
public sealed class SmallDisk : IDisposable
{
    private SmallDisk(string path) => Path = path;

    public string Path { get; }

    private string Ballast => System.IO.Path.Combine(Path, "ballast");

    public static SmallDisk MountOrSkip(string path, int kilobytes)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess, "Only root may mount a small disk.");
        Directory.CreateDirectory(path);
        Assert.SkipUnless(Run("mount", "-t", "tmpfs", "-o", $"size={kilobytes}k", "tmpfs", path), "No disk can be mounted here.");
        return new SmallDisk(path);
    }

    public void FillUpTo(int freeKilobytes)
    {
        var free = new DriveInfo(Path).AvailableFreeSpace;
        File.WriteAllBytes(Ballast, new byte[Math.Max(0, free - (freeKilobytes * 1024))]);
    }

    public void Clear() => File.Delete(Ballast);

    public void Dispose() => Run("umount", Path);

    private static bool Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true, UseShellExecute = false })!;
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
