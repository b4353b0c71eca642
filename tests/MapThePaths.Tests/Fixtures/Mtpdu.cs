using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;

namespace MapThePaths.Tests.Fixtures;

/// <summary>
/// The built program, as a user has it: a process of its own with its own home, empty working folder and temporary folder, under a
/// time zone far from UTC. What every run owes its user is checked after every run (<see cref="ProgramRun"/>).
/// </summary>
public sealed class Mtpdu : IDisposable
{
    // Generous: the machine may be busy. Nothing waits for it to pass.
    private static readonly TimeSpan LongestRun = TimeSpan.FromMinutes(3);

    // What Unix says of SIGKILL; Windows says that whoever ended a process chose -1.
    private static readonly int Killed = OperatingSystem.IsWindows() ? -1 : 128 + 9;

    private static readonly string[] OurPrefixes = ["MTPDU_", "MAPILLARY_", "MTP_"];

    private readonly TemporaryFolder _folder = new();
    private readonly Dictionary<string, string> _environment;

    public Mtpdu(IEnumerable<KeyValuePair<string, string>>? environment = null)
    {
        _environment = new Dictionary<string, string>(environment ?? [], StringComparer.Ordinal);
        _environment.TryAdd("MTPDU_HOME", _folder["home"]);
        Directory.CreateDirectory(WorkingFolder);
        Directory.CreateDirectory(TemporaryFiles);
    }

    /// <summary>Not there before the first run that needs it.</summary>
    public string Home => _environment["MTPDU_HOME"];

    public string Catalog => Path.Combine(Home, "catalog.db");

    public string WorkingFolder => _folder["work"];

    /// <summary>What the program takes for the computer's temporary folder.</summary>
    public string TemporaryFiles => _folder["tmp"];

    // What ./mtpdu has built starts in half the time; ./test names it.
    private static string Assembly { get; } = Environment.GetEnvironmentVariable("MTPDU_PROGRAM") ?? Built();

    // The test assembly lies in artifacts/bin/MapThePaths.Tests/CONFIGURATION/, the program in the folder of its own project beside it.
    private static string Built()
    {
        var here = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        return Path.Combine(here.Parent!.Parent!.FullName, "MapThePaths.App", here.Name, "mtpdu.dll");
    }

    /// <summary>Another environment from the next run on.</summary>
    public Mtpdu With(string key, string value)
    {
        _environment[key] = value;
        return this;
    }

    /// <summary>Runs a verb with <c>--json</c> to its end.</summary>
    public Task<ProgramRun> RunAsync(params string[] arguments) => RunForPeopleAsync([.. arguments, "--json"]);

    /// <summary>Runs a verb to its end.</summary>
    public async Task<ProgramRun> RunForPeopleAsync(params string[] arguments)
    {
        using var running = new Running(Start(arguments), arguments);
        var run = await running.End;
        run.KeepsItsPromises(_environment.GetValueOrDefault("MAPILLARY_ACCESS_TOKEN"));
        return run;
    }

    /// <summary>Runs a verb with <c>--json</c> into a fault of the program, which says so.</summary>
    public async Task<ProgramRun> RunIntoFaultAsync(params string[] arguments)
    {
        arguments = [.. arguments, "--json"];
        using var running = new Running(Start(arguments), arguments);
        var run = (await running.End).Ends(1);
        Assert.Contains("This is a fault in the program", run.Error, StringComparison.Ordinal);
        return run;
    }

    /// <summary>Runs a verb and kills it, as by <c>kill -9</c>, as soon as <paramref name="moment"/> has come.</summary>
    public Task KillAsync(Func<Task> moment, params string[] arguments) => StopAsync(moment, running => running.Kill(), arguments);

    /// <summary>Runs a verb and kills it at one of its writes to the catalog (<c>KillSwitch</c>); false when it came to its end before.</summary>
    /// <param name="moment"><c>before</c> or <c>after</c> the write is committed.</param>
    /// <param name="write">Counted from 1.</param>
    public Task<bool> IsKilledAtWriteAsync(string moment, int write, params string[] arguments) => IsKilledAsync("KILL_AT_WRITE", $"{moment}:{write}", arguments);

    /// <summary>Likewise, just before one of its steps on files other than the catalog: a write, a flush to the disk, a rename.</summary>
    /// <param name="step">Counted from 1.</param>
    public Task<bool> IsKilledAtFileStepAsync(int step, params string[] arguments)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && RuntimeInformation.ProcessArchitecture == Architecture.X64, "The switch for files is made for Linux on x64.");
        return IsKilledAsync("KILL_AT_FILE_STEP", $"{step}", arguments);
    }

    private async Task<bool> IsKilledAsync(string setting, string moment, string[] arguments)
    {
        Dictionary<string, string> killSwitch = new(StringComparer.Ordinal)
        {
            ["DOTNET_STARTUP_HOOKS"] = Path.Combine(AppContext.BaseDirectory, "MapThePaths.KillSwitch.dll"),
            [setting] = moment,
        };
        arguments = [.. arguments, "--json"];
        using var running = new Running(Start(arguments, killSwitch), arguments);
        var run = await running.End;
        return run.ExitCode == Killed || run.Ends(0).ExitCode != 0;
    }

    /// <summary>Runs a verb and interrupts it, as by Ctrl-C, as soon as <paramref name="moment"/> has come.</summary>
    public async Task<ProgramRun> InterruptAsync(Func<Task> moment, params string[] arguments)
    {
        var run = await StopAsync(moment, running => running.Interrupt(), arguments);
        run.KeepsItsPromises(_environment.GetValueOrDefault("MAPILLARY_ACCESS_TOKEN"));
        return run;
    }

    /// <summary>Interrupts a verb that can pause, lets <paramref name="then"/> happen once it has said so, and waits for the verb to end.</summary>
    public async Task<ProgramRun> PauseAsync(Func<Task> moment, Action then, params string[] arguments)
    {
        var run = await PauseAsync(moment, _ => then(), arguments);
        run.KeepsItsPromises(_environment.GetValueOrDefault("MAPILLARY_ACCESS_TOKEN"));
        return run;
    }

    /// <summary>Interrupts a verb that can pause, and once more when it has said that it finishes what is on its way.</summary>
    public async Task<ProgramRun> InterruptTwiceAsync(Func<Task> moment, params string[] arguments)
    {
        var run = await PauseAsync(moment, running => running.Interrupt(), arguments);
        run.KeepsItsPromises(_environment.GetValueOrDefault("MAPILLARY_ACCESS_TOKEN"));
        return run;
    }

    /// <summary>Runs a verb that does not end by itself, and interrupts it once it has printed a line.</summary>
    public async Task<(string Line, int ExitCode)> FirstLineAsync(params string[] arguments)
    {
        using var process = Start(arguments);
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        deadline.CancelAfter(LongestRun);
        try
        {
            var line = await process.StandardOutput.ReadLineAsync(deadline.Token) ?? throw new InvalidOperationException("The program printed nothing.");
            Interrupt(process);
            await process.WaitForExitAsync(deadline.Token);
            return (line, process.ExitCode);
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }
    }

    /// <summary>Runs a verb that does not end by itself until it has printed a line with this beginning and <paramref name="meanwhile"/> is over. Answers its lines.</summary>
    public async Task<IReadOnlyList<string>> UntilAsync(string beginning, Func<IReadOnlyList<string>, Task> meanwhile, params string[] arguments)
    {
        using var process = Start(arguments);
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        deadline.CancelAfter(LongestRun);
        try
        {
            List<string> lines = [];
            while (lines.Count == 0 || !lines[^1].StartsWith(beginning, StringComparison.Ordinal))
            {
                lines.Add(await process.StandardOutput.ReadLineAsync(deadline.Token) ?? throw new InvalidOperationException($"The program did not print {beginning}."));
            }

            await meanwhile(lines);
            return lines;
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }
    }

    /// <summary>Runs a verb on a terminal, where a person has typed this.</summary>
    public async Task<ProgramRun> RunOnTerminalAsync(string typed, params string[] arguments)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The terminal is made by script(1) of util-linux.");
        var process = Start("script", ["-qec", string.Join(' ', ["dotnet", Assembly, .. arguments]), "/dev/null"], more: null, closesInput: false);
        await process.StandardInput.WriteAsync(typed);
        await process.StandardInput.FlushAsync(TestContext.Current.CancellationToken);
        using var running = new Running(process, arguments);
        return await running.End;
    }

    /// <summary>Runs a verb on a terminal, where a person types this once the program has asked that.</summary>
    public async Task<ProgramRun> AnswerOnTerminalAsync(string question, string typed, params string[] arguments)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The terminal is made by script(1) of util-linux.");
        var process = Start("script", ["-qec", string.Join(' ', ["dotnet", Assembly, .. arguments]), "/dev/null"], more: null, closesInput: false);
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        deadline.CancelAfter(LongestRun);
        var heard = new StringBuilder();
        var letter = new char[1];
        while (!heard.ToString().Contains(question, StringComparison.Ordinal) && await process.StandardOutput.ReadAsync(letter, deadline.Token) > 0)
        {
            heard.Append(letter);
        }

        await process.StandardInput.WriteAsync(typed);
        await process.StandardInput.FlushAsync(deadline.Token);
        using var running = new Running(process, arguments);
        return await running.End;
    }

    /// <summary>Starts a verb that asks its user something. The caller ends it.</summary>
    public Conversation Begin(params string[] arguments)
    {
        arguments = [.. arguments, "--json"];
        return new Conversation(Start(arguments, closesInput: false), arguments);
    }

    /// <summary>Serves the page, and opens it as a browser does that was given the start address.</summary>
    public Task<OpenPage> OpenPageAsync(params string[] arguments) =>
        OpenPage.OpenAsync(Start(["serve", "--no-open", "--json", .. arguments]));

    /// <summary>The same with <c>mtpdu</c> alone, which opens a window.</summary>
    public Task<OpenPage> StartPageAsync() => OpenPage.OpenAsync(Start(["--json"]));

    public void Dispose() => _folder.Dispose();

    private async Task<ProgramRun> StopAsync(Func<Task> moment, Action<Running> stop, string[] arguments)
    {
        arguments = [.. arguments, "--json"];
        using var running = new Running(Start(arguments), arguments);
        var came = moment();
        if (await Task.WhenAny(came, running.End) == running.End)
        {
            Assert.Fail($"The program ended before the moment came.\n{await running.End}");
        }

        await came;
        stop(running);
        return await running.End;
    }

    private async Task<ProgramRun> PauseAsync(Func<Task> moment, Action<Running> then, string[] arguments)
    {
        arguments = [.. arguments, "--json"];
        using var running = new Running(Start(arguments), arguments);
        await moment();
        running.Interrupt();
        await Task.WhenAny(running.Pauses, running.End);
        then(running);
        return await running.End;
    }

    internal static void Interrupt(Process process)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Another process cannot be interrupted there.");
        using var kill = Process.Start("kill", ["-INT", process.Id.ToString()]);
        kill.WaitForExit();
    }

    private Process Start(string[] arguments, Dictionary<string, string>? more = null, bool closesInput = true) =>
        Start("dotnet", [Assembly, .. arguments], more, closesInput);

    private Process Start(string command, string[] arguments, Dictionary<string, string>? more, bool closesInput)
    {
        var start = new ProcessStartInfo(command, arguments)
        {
            WorkingDirectory = WorkingFolder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var key in start.Environment.Keys.Where(key => OurPrefixes.Any(prefix => key.StartsWith(prefix, StringComparison.Ordinal))).ToList())
        {
            start.Environment.Remove(key);
        }

        start.Environment["TZ"] = "Pacific/Chatham";
        start.Environment["TMPDIR"] = TemporaryFiles;
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        foreach (var (key, value) in _environment.Concat(more ?? []))
        {
            start.Environment[key] = value;
        }

        var process = Process.Start(start)!;
        if (closesInput)
        {
            process.StandardInput.Close();
        }

        return process;
    }

    /// <summary>One process, from its start to its end.</summary>
    private sealed class Running : IDisposable
    {
        private readonly Process _process;
        private readonly string[] _arguments;
        private readonly TaskCompletionSource _pauses = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Running(Process process, string[] arguments)
        {
            _process = process;
            _arguments = arguments;
            End = EndAsync();
        }

        public Task<ProgramRun> End { get; }

        /// <summary>Until the program has said that it will stop once its photos on their way have arrived.</summary>
        public Task Pauses => _pauses.Task;

        public void Kill() => _process.Kill(entireProcessTree: true);

        public void Interrupt() => Mtpdu.Interrupt(_process);

        public void Dispose()
        {
            if (!_process.HasExited)
            {
                Kill();
            }

            _process.Dispose();
        }

        private async Task<ProgramRun> EndAsync()
        {
            using var deadline = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
            deadline.CancelAfter(LongestRun);
            var output = _process.StandardOutput.ReadToEndAsync(deadline.Token);
            var error = ListenAsync(deadline.Token);
            try
            {
                await _process.WaitForExitAsync(deadline.Token);
            }
            catch (OperationCanceledException tooLong)
            {
                Kill();
                throw new TimeoutException($"mtpdu {string.Join(' ', _arguments)} did not end within {LongestRun}.", tooLong);
            }

            return new ProgramRun(_arguments, _process.ExitCode, await output, await error);
        }

        private async Task<string> ListenAsync(CancellationToken cancellationToken)
        {
            var said = new StringBuilder();
            while (await _process.StandardError.ReadLineAsync(cancellationToken) is { } line)
            {
                said.Append(line).Append('\n');
                if (line.Contains("Ctrl-C again", StringComparison.Ordinal))
                {
                    _pauses.TrySetResult();
                }
            }

            return said.ToString();
        }
    }
}
