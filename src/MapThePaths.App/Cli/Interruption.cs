using System.Runtime.InteropServices;

namespace MapThePaths.App.Cli;

/// <summary>
/// Ctrl-C, and the system's wish that the program end. The first one stops a verb, or pauses work that can finish what it has begun; the
/// second one stops that too; a third one is the system's to answer, at once.
/// </summary>
internal sealed class Interruption : IDisposable
{
    public const string SameCommand = "the same command goes on from there";

    private readonly CancellationTokenSource _now = new();
    private readonly List<PosixSignalRegistration> _signals = [];
    private readonly Lock _gate = new();
    private Pause? _pause;

    public Interruption()
    {
        _signals.Add(PosixSignalRegistration.Create(PosixSignal.SIGINT, Hear));
        _signals.Add(PosixSignalRegistration.Create(PosixSignal.SIGTERM, Hear));
    }

    /// <summary>Everything stops.</summary>
    public CancellationToken Now => _now.Token;

    public bool WasAskedFor { get; private set; }

    /// <summary>What goes on with what was stopped; the same command, as long as nothing else is named.</summary>
    public string GoesOn { get; set; } = SameCommand;

    /// <summary>Whether nothing is kept that could be gone on with.</summary>
    public bool LeavesNothing { get; set; }

    /// <summary>Until it is disposed of, the first interruption only pauses.</summary>
    public Pause BeginPausable(Action whenPaused)
    {
        lock (_gate)
        {
            return _pause = new Pause(this, whenPaused);
        }
    }

    public void Dispose()
    {
        _signals.ForEach(signal => signal.Dispose());
        _pause?.Dispose();
        _now.Dispose();
    }

    private void Hear(PosixSignalContext signal)
    {
        lock (_gate)
        {
            WasAskedFor = true;
            signal.Cancel = !_now.IsCancellationRequested;
            if (_pause is { Token.IsCancellationRequested: false } pause)
            {
                pause.Begin();
                return;
            }
        }

        _now.Cancel();
    }

    /// <summary>Work that can be paused.</summary>
    internal sealed class Pause(Interruption interruption, Action whenPaused) : IDisposable
    {
        private readonly CancellationTokenSource _source = new();

        /// <summary>Begin nothing new.</summary>
        public CancellationToken Token => _source.Token;

        public void Begin()
        {
            whenPaused();
            _source.Cancel();
        }

        public void Dispose()
        {
            lock (interruption._gate)
            {
                interruption._pause = null;
            }

            _source.Dispose();
        }
    }
}
