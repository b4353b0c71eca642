using System.ComponentModel;
using System.Diagnostics;

namespace MapThePaths.App.Accounts;

/// <summary>How a program of the system ended.</summary>
internal readonly record struct ToolResult(bool Succeeded, string Output);

/// <summary>Runs a small program of the system. One that is not there, fails or hangs has simply not succeeded.</summary>
internal static class Tool
{
    // A key ring may ask its user for a password first.
    private static readonly TimeSpan LongestRun = TimeSpan.FromMinutes(1);

    public static async Task<ToolResult> RunAsync(string command, IEnumerable<string> arguments, string? input, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(command, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        try
        {
            using var process = Process.Start(start)!;
            return await TalkAsync(process, input, cancellationToken);
        }
        catch (Exception failure) when (failure is Win32Exception or IOException)
        {
            return new ToolResult(Succeeded: false, "");
        }
    }

    private static async Task<ToolResult> TalkAsync(Process process, string? input, CancellationToken cancellationToken)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(LongestRun);
        try
        {
            var errors = process.StandardError.ReadToEndAsync(deadline.Token);
            var output = process.StandardOutput.ReadToEndAsync(deadline.Token);
            await process.StandardInput.WriteAsync(input.AsMemory(), deadline.Token);
            process.StandardInput.Close();
            await process.WaitForExitAsync(deadline.Token);
            await errors;
            return new ToolResult(process.ExitCode == 0, await output);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            cancellationToken.ThrowIfCancellationRequested();
            return new ToolResult(Succeeded: false, "");
        }
    }
}
