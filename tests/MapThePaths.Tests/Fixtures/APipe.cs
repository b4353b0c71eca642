namespace MapThePaths.Tests.Fixtures;

/// <summary>A named pipe that nobody writes to, so that opening it waits for ever; skips the test where there are none.</summary>
internal static class APipe
{
    public static void At(string path)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Folders hold no pipes here.");
        ExternalProgram.Run("mkfifo", path);
    }
}
