using System.Diagnostics;

namespace DrawSamples.Photos;

/// <summary>A program on the path that does what this one leaves to others.</summary>
internal static class ExternalTool
{
    public static Process Start(ProcessStartInfo start) =>
        Process.Start(start) ?? throw new InvalidOperationException($"{start.FileName} did not start");

    public static async Task FinishAsync(Process process)
    {
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{process.StartInfo.FileName} ended with {process.ExitCode}");
        }
    }
}
