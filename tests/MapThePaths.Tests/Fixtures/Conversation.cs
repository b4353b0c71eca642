using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace MapThePaths.Tests.Fixtures;

/// <summary>A verb that runs with <c>--json</c> and waits for its user.</summary>
public sealed class Conversation : IAsyncDisposable
{
    private static readonly TimeSpan LongestRun = TimeSpan.FromMinutes(10);

    private readonly Process _process;
    private readonly string[] _arguments;
    private readonly StringBuilder _output = new();
    private readonly Task<string> _error;
    private readonly CancellationTokenSource _deadline = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);

    public Conversation(Process process, string[] arguments)
    {
        _process = process;
        _arguments = arguments;
        _deadline.CancelAfter(LongestRun);
        _error = process.StandardError.ReadToEndAsync(_deadline.Token);
    }

    /// <summary>Of the program, until now.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>The page that the verb asks its user to open.</summary>
    public async Task<Uri> PageAsync()
    {
        while (await _process.StandardOutput.ReadLineAsync(_deadline.Token) is { } text)
        {
            _output.Append(text).Append('\n');
            if (JsonElement.Parse(text) is var line && line.Text("type") is "open" or "address")
            {
                return new Uri(line.Text("url")!);
            }
        }

        throw new InvalidOperationException($"No page was named.\n{await EndAsync()}");
    }

    public async Task TypeAsync(string line)
    {
        await _process.StandardInput.WriteLineAsync(line.AsMemory(), _deadline.Token);
        await _process.StandardInput.FlushAsync(_deadline.Token);
    }

    public async Task<ProgramRun> EndAsync()
    {
        _process.StandardInput.Close();
        _output.Append(await _process.StandardOutput.ReadToEndAsync(_deadline.Token));
        await _process.WaitForExitAsync(_deadline.Token);
        var run = new ProgramRun(_arguments, _process.ExitCode, _output.ToString(), await _error);
        run.KeepsItsPromises(secret: null);
        return run;
    }

    /// <summary>Ends it by Ctrl-C.</summary>
    public Task InterruptAsync()
    {
        Mtpdu.Interrupt(_process);
        return _process.WaitForExitAsync(_deadline.Token);
    }

    /// <summary>Ends it as by <c>kill -9</c>.</summary>
    public Task KillAsync()
    {
        _process.Kill(entireProcessTree: true);
        return _process.WaitForExitAsync(_deadline.Token);
    }

    public ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
        _deadline.Dispose();
        return ValueTask.CompletedTask;
    }
}
